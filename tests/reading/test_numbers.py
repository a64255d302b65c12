"""Numbers and ranges of a sentence, as people write scores."""

import pytest

from sos_audit.reading.numbers import numbers_of
from tests.reading.shipped import tagged


def numbers(text):
    return [(n.low, n.high, n.explicit) for n in numbers_of(tagged(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mum 6", [(6, 6, False)]),
        ("Mum 6/10", [(6, 6, True)]),
        ("six out of ten", [(6, 6, True)]),
        ("7 out of 10", [(7, 7, True)]),
        ("a 4-5", [(4, 5, False)]),
        ("4 to 5", [(4, 5, False)]),
        ("4 or 5 out of 10", [(4, 5, True)]),
        ("6½", [(6.5, 6.5, False)]),
        ("six and a half", [(6.5, 6.5, False)]),
        ("5.5/10", [(5.5, 5.5, True)]),
        ("nil", [(0, 0, False)]),
        ("Mum 6, Dad 7", [(6, 6, False), (7, 7, False)]),
        ("no number", []),
        ("", []),
    ],
)
def test_digits_words_and_ranges_are_numbers(text, expected):
    assert numbers(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "on 3 June",
        "on 12/3/2026",
        "by 4th June",
        "on 3 May",
    ],
)
def test_a_date_is_no_number(text):
    assert numbers(text) == []


def test_from_nought_to_ten_is_the_scale_itself_and_no_range():
    assert numbers("0 to 10") == [(0, 0, False), (10, 10, False)]


@pytest.mark.parametrize(("text", "end"), [("0", True), ("10", True), ("5", False)])
def test_the_ends_of_the_scale_are_known(text, end):
    (number,) = numbers_of(tagged(text))
    assert number.is_end is end
