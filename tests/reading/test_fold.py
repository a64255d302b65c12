"""Folding makes words comparable and never moves a character."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sos_audit.reading.fold import fold


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Mum’s “wee” flat – No. 4", 'mum\'s "wee" flat - no. 4'),
        ("‘Tuesday’", "'tuesday'"),
        ("a\u00a0b", "a b"),
        ("ZOË", "zoë"),
        ("İpek", "İpek"),
        ("STRASSE", "strasse"),
        ("Straße", "straße"),
        ("5\u22123", "5-3"),
    ],
)
def test_quotes_dashes_and_capitals_are_made_plain(written, folded):
    assert fold(written) == folded


@given(st.text())
def test_the_length_never_changes(text):
    assert len(fold(text)) == len(text)


@given(st.text(), st.text())
def test_a_character_folds_the_same_wherever_it_stands(one, other):
    if len((one + other).lower()) == len(one + other):
        assert fold(one + other)[len(one) :] == fold(" " * len(one) + other)[len(one) :]


@given(st.text())
def test_folding_twice_changes_nothing_more(text):
    assert fold(fold(text)) == fold(text)
