"""Working days, bank holidays, months and deadlines."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sos_audit.calendar import (
    Basis,
    Deadlines,
    add_months,
    add_working_days,
    bank_holidays,
    is_bank_holiday,
    is_working_day,
    working_days_between,
)
from sos_audit.calendar import deadlines as deadlines_module
from sos_audit.errors import ConfigurationError

days = st.dates(date(1980, 1, 1), date(2060, 12, 31))
counts = st.integers(0, 400)

# As published by the government for England and Wales.
PUBLISHED = {
    2016: "01-01 03-25 03-28 05-02 05-30 08-29 12-26 12-27",
    2017: "01-02 04-14 04-17 05-01 05-29 08-28 12-25 12-26",
    2018: "01-01 03-30 04-02 05-07 05-28 08-27 12-25 12-26",
    2019: "01-01 04-19 04-22 05-06 05-27 08-26 12-25 12-26",
    2020: "01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28",
    2021: "01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28",
    2022: "01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27",
    2023: "01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26",
    2024: "01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26",
    2025: "01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26",
    2026: "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28",
    2027: "01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28",
}


@pytest.mark.parametrize("year", PUBLISHED)
def test_bank_holidays_are_those_published(year):
    assert " ".join(f"{day:%m-%d}" for day in bank_holidays(year)) == PUBLISHED[year]


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(1981, 7, 29), "Royal wedding"),
        (date(1995, 5, 8), "Early May bank holiday"),
        (date(1999, 12, 31), "Millennium"),
        (date(2002, 6, 3), "Golden Jubilee"),
        (date(2002, 6, 4), "Spring bank holiday"),
        (date(2011, 4, 29), "Royal wedding"),
        (date(2012, 6, 4), "Spring bank holiday"),
        (date(2012, 6, 5), "Diamond Jubilee"),
        (date(2022, 12, 27), "Christmas Day"),
    ],
)
def test_an_odd_year_is_known_by_name(day, name):
    assert bank_holidays(day.year)[day] == name


@pytest.mark.parametrize("day", [date(2020, 5, 4), date(2022, 5, 30), date(2012, 5, 28)])
def test_a_moved_holiday_leaves_its_usual_monday_open(day):
    assert is_working_day(day)


@pytest.mark.parametrize("easter", [date(1999, 4, 4), date(2008, 3, 23), date(2038, 4, 25)])
def test_easter_monday_follows_easter_at_its_earliest_and_latest(easter):
    assert is_bank_holiday(easter + timedelta(days=1))


@given(st.integers(1978, 2200))
def test_every_bank_holiday_is_a_weekday(year):
    assert all(day.weekday() < 5 for day in bank_holidays(year))


@given(st.integers(1978, 2200))
def test_a_year_has_at_least_eight_bank_holidays(year):
    assert 8 <= len(bank_holidays(year)) <= 10


@pytest.mark.parametrize(
    ("day", "working"),
    [
        (date(2026, 4, 2), True),
        (date(2026, 4, 3), False),
        (date(2026, 4, 4), False),
        (date(2026, 4, 6), False),
        (date(2026, 4, 7), True),
    ],
)
def test_working_days_leave_out_weekends_and_holidays(day, working):
    assert is_working_day(day) is working


def test_a_holiday_proclaimed_later_is_given_by_the_caller():
    closed = frozenset({date(2026, 6, 16)})
    assert not is_working_day(date(2026, 6, 16), also_closed=closed)
    assert add_working_days(date(2026, 6, 15), 1, also_closed=closed) == date(2026, 6, 17)
    assert working_days_between(date(2026, 6, 15), date(2026, 6, 17), also_closed=closed) == 1


def test_closing_days_that_are_closed_anyway_count_once():
    closed = frozenset({date(2026, 4, 3), date(2026, 4, 4)})
    assert working_days_between(date(2026, 4, 2), date(2026, 4, 7), also_closed=closed) == 1


def test_forty_five_working_days_step_over_easter():
    assert add_working_days(date(2026, 3, 2), 45) == date(2026, 5, 7)


def test_no_working_days_later_is_the_same_day_even_on_a_sunday():
    assert add_working_days(date(2026, 3, 1), 0) == date(2026, 3, 1)


def test_working_days_can_be_counted_back():
    assert add_working_days(date(2026, 4, 7), -2) == date(2026, 4, 1)


def test_the_day_of_the_event_is_not_counted_but_the_last_day_is():
    assert working_days_between(date(2026, 3, 2), date(2026, 3, 2)) == 0
    assert working_days_between(date(2026, 3, 2), date(2026, 3, 6)) == 4


@given(days, days)
def test_dates_in_the_wrong_order_count_below_zero(start, end):
    assert working_days_between(start, end) == -working_days_between(end, start)


@given(days, counts)
def test_adding_and_counting_working_days_agree(start, count):
    assert working_days_between(start, add_working_days(start, count)) == count


@given(days, counts)
def test_counting_agrees_with_walking_day_by_day(start, length):
    walked = [start + timedelta(days=offset) for offset in range(1, length + 1)]
    end = start + timedelta(days=length)
    assert working_days_between(start, end) == sum(map(is_working_day, walked))


@given(days, st.integers(1, 60))
def test_a_deadline_always_falls_on_a_working_day(start, count):
    assert is_working_day(add_working_days(start, count))


@pytest.mark.parametrize(
    ("start", "count", "expected"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2027, 11, 30), 3, date(2028, 2, 29)),
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(2026, 12, 1), 1, date(2027, 1, 1)),
        (date(2026, 3, 31), -1, date(2026, 2, 28)),
        (date(2026, 3, 31), 0, date(2026, 3, 31)),
    ],
)
def test_months_are_calendar_months(start, count, expected):
    assert add_months(start, count) == expected


@given(days, st.integers(-240, 240))
def test_adding_months_keeps_the_day_or_takes_the_last(start, count):
    moved = add_months(start, count)
    assert (moved.year - start.year) * 12 + moved.month - start.month == count
    assert moved.day == start.day or (
        moved.day < start.day and (moved + timedelta(days=1)).month != moved.month
    )


def test_deadlines_have_their_defaults():
    limits = Deadlines()
    assert limits.assessment_working_days == 45
    assert limits.icpc_working_days == 15
    assert limits.first_core_group_working_days == 10
    assert limits.first_rcpc_months == 3
    assert limits.rcpc_interval_months == 6
    assert limits.cin_visit_interval_days == 42


def test_every_deadline_has_a_unit_a_meaning_and_a_source():
    units = ("_hours", "_days", "_months", "_visits", "_reviews")
    for name, limit in Deadlines.limits().items():
        assert name.endswith(units)
        assert limit.meaning
        assert limit.sources


def test_every_source_is_listed_in_the_docstring():
    keys = {key for limit in Deadlines.limits().values() for key in limit.sources}
    assert {key for key in keys if f"\n{key:<10}" not in deadlines_module.__doc__} == set()


def test_only_limits_without_a_source_are_unverified():
    unverified = [
        name
        for name, limit in Deadlines.limits().items()
        if limit.basis is Basis.UNVERIFIED or limit.sources == ("none",)
    ]
    assert unverified == ["cla_review_interval_months"]


def test_an_authority_replaces_only_what_it_names():
    limits = Deadlines.from_mapping({"cp_visit_interval_working_days": 20})
    assert limits.cp_visit_interval_working_days == 20
    assert limits.assessment_working_days == 45


def test_everything_wrong_with_deadlines_is_reported_at_once():
    wrong = {
        "asessment_working_days": 40,
        "icpc_working_days": -1,
        "first_rcpc_months": 0,
        "rcpc_interval_months": "six",
        "cin_visit_interval_days": True,
        "zzz": 1,
    }
    with pytest.raises(ConfigurationError) as caught:
        Deadlines.from_mapping(wrong, file="audit.yaml")
    assert str(caught.value) == (
        "The deadlines cannot be used as written:\n"
        "  audit.yaml there is no deadline called 'asessment_working_days'"
        " (did you mean 'assessment_working_days'?)\n"
        "  audit.yaml icpc_working_days must be from 1 to 10000, not -1\n"
        "  audit.yaml first_rcpc_months must be from 1 to 10000, not 0\n"
        "  audit.yaml rcpc_interval_months must be a whole number, not 'six'\n"
        "  audit.yaml cin_visit_interval_days must be a whole number, not True\n"
        "  audit.yaml there is no deadline called 'zzz'"
    )
