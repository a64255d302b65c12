"""Dates of British systems are read in all their forms, and never guessed."""

import contextlib
import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sos_audit.adapters.tables import as_date, as_date_of_parts, as_datetime


@pytest.mark.parametrize(
    "text",
    [
        "03/02/2026",
        "3/2/2026",
        "03-02-2026",
        "03.02.2026",
        "03/02/2026 14:30",
        "03/02/2026 14:30:59",
        "2026-02-03",
        "2026-02-03T14:30:00",
        "2026-02-03 00:00:00.000",
        "2026-02-03T00:00:00Z",
        "2026-02-03Z",
        "2026-02-03T01:00:00+01:00",
        "03 Feb 2026",
        "3-FEB-2026",
        "3 February 2026",
        "20260203",
        "46056",
        "46056.604166667",
        "1770076800000",
    ],
)
def test_every_known_form_of_a_day_is_read(text):
    assert as_date(f" {text} ") == dt.date(2026, 2, 3)


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("03/02/2026 14:30", "2026-02-03T14:30:00"),
        ("46056.604166667", "2026-02-03T14:30:00"),
        ("2026-02-03T14:30:01.25", "2026-02-03T14:30:01.250000"),
        ("2026-06-03T14:30:00Z", "2026-06-03T15:30:00"),
        ("03/02/2026", "2026-02-03T00:00:00"),
    ],
)
def test_the_local_time_of_day_is_kept(text, moment):
    assert as_datetime(text).isoformat() == moment


def test_a_summer_midnight_stored_in_utc_is_the_day_that_began_then():
    assert as_date("2026-05-31T23:00:00.000Z") == dt.date(2026, 6, 1)
    assert as_date("1780268400000") == dt.date(2026, 6, 1)


@pytest.mark.parametrize(
    "text",
    [None, "", " ", "1900-01-01", "01/01/1900 00:00:00", "0001-01-01T00:00:00Z", "9999-12-31"],
)
def test_dates_that_mean_none_are_none(text):
    assert as_date(text) is None


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("02/13/2026", "a day above 12 in second place"),
        ("31/02/2026", "no such day or time, read as day, month, year"),
        ("2026-02-03 25:00", "no such day or time, read as day, month, year"),
        ("03/02/26", "a year of two digits is ambiguous"),
        ("3 Foo 2026", "no such month"),
        ("00007", "a number that is no plausible spreadsheet date"),
        ("7", "not a date in a known form"),
        ("1770076800", "not a date in a known form"),
        ("autumn 2025", "not a date in a known form"),
    ],
)
def test_what_is_ambiguous_or_impossible_is_refused_without_repeating_it(text, reason):
    with pytest.raises(ValueError, match=f"^{reason}$"):
        as_date(text)


@given(st.dates(min_value=dt.date(1901, 1, 1), max_value=dt.date(2200, 12, 31)))
def test_day_month_year_and_iso_agree_on_every_day(day):
    assert as_date(day.strftime("%d/%m/%Y")) == as_date(day.isoformat()) == day


@given(st.text(alphabet="0123456789/-.: TZ+an") | st.text())
def test_any_text_is_a_date_or_none_or_refused_by_a_value_error(text):
    with contextlib.suppress(ValueError):
        as_datetime(text)


@pytest.mark.parametrize(
    ("parts", "day"),
    [
        (("3", "2", "2026"), dt.date(2026, 2, 3)),
        (("03.0", " 2.0", "2026.0"), dt.date(2026, 2, 3)),
        ((None, "2", "2026"), None),
        (("1", "1", "1900"), None),
    ],
)
def test_three_columns_name_a_day_together(parts, day):
    assert as_date_of_parts(*parts) == day


@pytest.mark.parametrize("parts", [("x", "2", "2026"), ("31", "2", "2026"), ("3", "2", "26")])
def test_three_columns_that_name_no_day_are_refused(parts):
    with pytest.raises(ValueError, match=r"number|no such day|two digits"):
        as_date_of_parts(*parts)


def test_the_month_in_first_place_is_named():
    with pytest.raises(ValueError, match="a day above 12 in second place"):
        as_date("02/13/2026")
