"""A text in words, numbers and marks, each with its place."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sos_audit.casefile import Span
from sos_audit.reading.tokens import span_of, tokenize


def texts(text):
    return [token.text for token in tokenize(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mum drinks.", ["mum", "drinks", "."]),
        ("Ella’s bag", ["ella", "'s", "bag"]),
        ("He didn’t", ["he", "didn't"]),
        ("O’Neill and D'Arcy", ["o'neill", "and", "d'arcy"]),
        ("Anne-Marie", ["anne-marie"]),
        ("6.5/10", ["6.5", "/", "10"]),
        ("4-5", ["4", "-", "5"]),
        ("e.g. J.D.", ["e.g.", "j.d."]),
        ("T/C from school", ["t/c", "from", "school"]),
        ("one\ntwo", ["one", "\n", "two"]),
        ("one\u2028two", ["one", "two"]),
        ("Zoë 🙂", ["zoë", "🙂"]),
        ("", []),
        (" \t ", []),
    ],
)
def test_words_numbers_and_marks_are_told_apart(text, expected):
    assert texts(text) == expected


def test_a_token_knows_how_it_was_written():
    mum, cafcass, six = tokenize("Mum CAFCASS 6")
    assert (mum.capital, mum.acronym, mum.is_word, mum.is_number) == (True, False, True, False)
    assert (cafcass.capital, cafcass.acronym) == (True, True)
    assert (six.is_word, six.is_number) == (False, True)


def test_places_are_in_the_whole_text_when_a_part_is_read():
    text = "Nan says Mum drinks."
    assert [text[t.start : t.end] for t in tokenize(text, 9, 12)] == ["Mum"]


def test_a_token_has_the_tags_it_was_given():
    (token,) = tokenize("Mum")
    assert not token.has("people_mother")
    assert token._replace(tags=frozenset({"people_mother"})).has("worry", "people_mother")


def test_a_span_runs_from_the_first_token_to_the_last():
    assert span_of(tokenize("  Mum drinks ")) == Span(2, 12)


def test_no_tokens_span_nothing():
    with pytest.raises(ValueError, match="no tokens to span"):
        span_of([])


@given(st.text())
def test_tokens_follow_each_other_and_leave_out_only_white_space(text):
    found = tokenize(text)
    assert all(0 <= t.start < t.end <= len(text) for t in found)
    assert all(one.end <= other.start for one, other in pairwise(found))
    covered = {at for token in found for at in range(token.start, token.end)}
    assert all(text[at].isspace() for at in set(range(len(text))) - covered)
