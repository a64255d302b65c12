"""A list is cut into its items; anything else stays whole."""

import pytest

from sos_audit.casefile import Span
from sos_audit.reading.enumerations import items


def cut(text):
    return [span.of(text) for span in items(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1. Mum drinks.\n2. Dad shouts.", ["Mum drinks.", "Dad shouts."]),
        ("1) one\n2) two\n3) three", ["one", "two", "three"]),
        ("• one\n• two", ["one", "two"]),
        ("- one\n- two", ["one", "two"]),
        ("a) one\nb) two", ["one", "two"]),
        ("Danger statement 1: one\nDanger statement 2: two", ["one", "two"]),
        ("1. one\nstill one\n\n2. two", ["one\nstill one", "two"]),
        ("1. only one", ["1. only one"]),
        ("Mum drinks.\nDad shouts.", ["Mum drinks.\nDad shouts."]),
        ("We say:\n1. one\n2. two", ["We say:\n1. one\n2. two"]),
        ("1.\n2. two", ["two"]),
        ("6-7 yesterday\n4-5 today", ["6-7 yesterday\n4-5 today"]),
    ],
)
def test_items_of_a_list_are_cut_apart(text, expected):
    assert cut(text) == expected


def test_places_are_in_the_whole_text():
    text = "Before.\n1. one\n2. two"
    assert [span.of(text) for span in items(text, Span(8, len(text)))] == ["one", "two"]
