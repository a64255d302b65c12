"""Somebody's own words, and words that are only reported."""

import pytest

from sos_audit.casefile import Voice
from sos_audit.reading.quotes import read_quotes
from tests.reading.shipped import passage


def quotes(text, speaker=None):
    return [
        (quote.span.of(text), quote.voice, quote.who, quote.verbatim)
        for quote in read_quotes(passage(text), speaker=speaker)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mum said “I am so tired”.", [("I am so tired", Voice.MOTHER, None, True)]),
        ("'I want to go home,' Ella said.", [("I want to go home,", Voice.UNKNOWN, "ella", True)]),
        ("Dad said he was sorry.", [("he was sorry", Voice.FATHER, None, False)]),
        ("Nan: I will have them at weekends", [
            ("I will have them at weekends", Voice.NETWORK, None, True)]),
    ],
)  # fmt: skip
def test_words_come_with_who_said_them(text, expected):
    found = quotes(text)
    if expected[0][1] is Voice.NETWORK:
        assert found[0][1].is_family
        found = [(found[0][0], Voice.NETWORK, *found[0][2:])]
    assert found == expected


@pytest.mark.parametrize(
    "text", ["A so-called ‘friend’ came.", "The ‘three houses’ were drawn.", "Mum went out."]
)
def test_marks_around_a_name_for_something_are_no_speech(text):
    assert quotes(text) == []


def test_a_box_that_asks_for_the_childs_words_may_hold_nothing_else():
    assert quotes("I like it at school.", Voice.CHILD) == [
        ("I like it at school", Voice.CHILD, None, True)
    ]


@pytest.mark.xfail(reason="the last 's of a sentence is taken for a mark")
def test_a_quote_ends_with_a_whole_word():
    assert quotes("I like it at Nan's.", Voice.CHILD) == [
        ("I like it at Nan's", Voice.CHILD, None, True)
    ]


def test_what_the_worker_writes_of_themselves_is_not_the_childs():
    assert quotes("I asked about school.", Voice.CHILD) == []


@pytest.mark.xfail(reason="a quotation within a quotation is reported beside it")
def test_a_passage_is_quoted_once():
    text = "Ella said “I hid. I heard Mum say ‘stop’.”"
    found = read_quotes(passage(text))
    for quote in found:
        assert not any(quote.span.overlaps(other.span) for other in found if other is not quote)
