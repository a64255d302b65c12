"""Sentences end where somebody who writes in a hurry ends them."""

import pytest

from sos_audit.reading.sentences import split_sentences
from sos_audit.reading.tokens import tokenize


def sentences(text):
    found = split_sentences(tokenize(text))
    return [text[s.span.start : s.span.end] for s in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mum left. Dad stayed!", ["Mum left.", "Dad stayed!"]),
        ("Who said so? Nan.", ["Who said so?", "Nan."]),
        ("no stop here\nDad stayed", ["no stop here", "Dad stayed"]),
        ("Mr Ade saw Dr. Cole at 3.30 today.", ["Mr Ade saw Dr. Cole at 3.30 today."]),
        ("Seen by J. Cole. All well.", ["Seen by J. Cole.", "All well."]),
        ("Bruises, cuts etc. were seen.", ["Bruises, cuts etc. were seen."]),
        ("Toys, books etc. Mum left.", ["Toys, books etc.", "Mum left."]),
        ('He said "go away." She left.', ['He said "go away.', '" She left.']),
        ("...", []),
        ("\n\n", []),
        ("", []),
    ],
)
def test_a_text_is_cut_where_something_ends(text, expected):
    assert sentences(text) == expected


def test_a_line_break_is_part_of_no_sentence():
    for sentence in split_sentences(tokenize("one\ntwo\n\nthree")):
        assert all(token.text != "\n" for token in sentence.tokens)
