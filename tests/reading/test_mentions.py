"""Who a sentence talks about, with no list of names."""

import pytest

from sos_audit.casefile import Voice
from sos_audit.reading.mentions import find_mentions
from tests.reading.shipped import tagged


def mentions(text):
    tokens = tagged(text)
    return [
        (text[m.span.start : m.span.end], m.voice, m.name)
        for m in find_mentions(tokens)
        if not m.pronoun
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("mum drinks", [("mum", Voice.MOTHER, None)]),
        ("the social worker came", [("social worker", Voice.SOCIAL_WORKER, None)]),
        ("worried about Tomos", [("Tomos", Voice.UNKNOWN, "tomos")]),
        ("and Oluwaseun Adeyemi left", [("Oluwaseun Adeyemi", Voice.UNKNOWN, "oluwaseun adeyemi")]),
        ("when Mrs Tuck rang", [("Mrs Tuck", Voice.UNKNOWN, "mrs tuck")]),
        ("said Ella (6)", [("Ella (6)", Voice.CHILD, "ella")]),
        ("and Priya (health visitor)", [("Priya (health visitor)", Voice.PROFESSIONAL, "priya")]),
        ("nothing here", []),
    ],
)
def test_roles_and_names_are_found(text, expected):
    assert mentions(text) == expected


@pytest.mark.parametrize("text", ["on Monday", "in March", "at Christmas"])
def test_days_and_months_are_no_names(text):
    assert mentions(text) == []


def test_pronouns_and_the_writer_are_told_apart():
    she, we = find_mentions(tagged("she and we"))
    assert (she.pronoun, she.first_person) == (True, None)
    assert (we.pronoun, we.first_person, we.is_we) == (False, "we", True)


def test_a_bare_name_could_be_the_child_or_a_carer():
    (sam,) = find_mentions(tagged("about Sam"))
    assert (sam.is_bare_name, sam.could_be_child, sam.could_be_carer) == (True, True, True)
    (mother,) = find_mentions(tagged("mum"))
    assert (mother.is_bare_name, mother.could_be_child, mother.could_be_carer) == (
        False,
        False,
        True,
    )
