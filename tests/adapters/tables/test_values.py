"""Ids, flags and numbers are read as they are meant, or refused with a reason."""

import pytest

from sos_audit.adapters.tables import as_flag, as_id, as_number, is_truncated


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (" 123 ", "123"),
        ("123.0", "123"),
        ("00123", "00123"),
        ("AB-7.0", "AB-7.0"),
        ('="00123"', "00123"),
        ("-1", "-1"),
        (" ", None),
        (None, None),
    ],
)
def test_ids_keep_leading_zeros_and_lose_what_spreadsheets_add(text, value):
    assert as_id(text) == value


def test_an_id_in_scientific_notation_is_refused():
    with pytest.raises(ValueError, match="lost its digits"):
        as_id("1.23457E+12")


@pytest.mark.parametrize("text", ["Y", "yes", " TRUE ", "1", "1.0", "a) Yes", "T"])
def test_a_yes_is_true(text):
    assert as_flag(text) is True


@pytest.mark.parametrize("text", ["N", "no", "False", "0", "b) No"])
def test_a_no_is_false(text):
    assert as_flag(text) is False


def test_nothing_is_neither_yes_nor_no():
    assert as_flag(None) is None
    assert as_flag("  ") is None


def test_a_mapping_names_further_answers():
    assert as_flag("Child seen  ALONE", yes=["Child seen alone"]) is True
    assert as_flag("With carer", yes=["Child seen alone"], no=["with carer"]) is False


def test_an_unknown_answer_is_refused():
    with pytest.raises(ValueError, match="neither a known yes nor a known no"):
        as_flag("Sometimes", yes=["Child seen alone"])


@pytest.mark.parametrize(
    ("text", "value"),
    [("6", 6.0), (" 6.5 ", 6.5), ("-1,234.50", -1234.5), ("", None), (None, None)],
)
def test_numbers_are_read_from_digits(text, value):
    assert as_number(text) == value


@pytest.mark.parametrize("text", ["6,5", "6/10", "six", "nan", "inf", "1e9", "9" * 400])
def test_what_is_no_number_in_digits_is_refused(text):
    with pytest.raises(ValueError, match="not a number in digits"):
        as_number(text)


@pytest.mark.parametrize("length", [255, 900, 1000, 4000, 32_767])
def test_a_text_of_exactly_a_known_limit_may_be_cut(length):
    assert is_truncated("x" * length)
    assert not is_truncated("x" * (length - 1))
    assert is_truncated("x" * (length - 2) + "👧")
