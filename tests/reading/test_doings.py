"""Who does what: each person and verb of a sentence."""

import pytest

from sos_audit.reading.doings import doings, opens_sign
from tests.reading.shipped import passage


def found(text):
    return [
        (", ".join(m.span.of(text) for m in doing.subject), clause.tokens[doing.verb].text)
        for clause in passage(text).sentences
        for doing in doings(clause)
    ]


def negated(text):
    return [d.negated for clause in passage(text).sentences for d in doings(clause)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nan collects Ella.", [("Nan", "collects")]),
        ("Nan will be able to collect Ella.", [("Nan", "collect")]),
        ("Wayne's leaving today.", [("Wayne", "leaving")]),
        ("Dad washes up and Mum cooks tea.", [("Dad", "washes"), ("Mum", "cooks")]),
        ("Nan home by six.", [("Nan", "home")]),
    ],
)
def test_a_person_and_a_verb_are_a_doing(text, expected):
    assert found(text) == expected


@pytest.mark.parametrize("text", ["Nobody collects Ella.", "Wayne's calls stopped.", "his bed"])
def test_nobody_and_an_owner_do_nothing(text):
    assert found(text) == []


def test_a_doing_ends_where_the_next_one_begins():
    text = "Dad washes up and Mum cooks tea."
    clause = passage(text).sentences[0]
    assert [clause.tokens[d.end - 1].text for d in doings(clause)] == ["and", "."]


def test_a_negation_before_the_verb_negates():
    assert negated("Mum does not shout.") == [True]
    assert negated("Mum goes without food.") == [True]
    assert negated("Mum shouts.") == [False]


def test_a_condition_is_a_sign_of_what_is_done():
    clause = passage("If Dad has been drinking, Nan collects Ella.").sentences[0]
    assert [opens_sign(clause, doing) for doing in doings(clause)] == [True, False]
