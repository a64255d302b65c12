"""Count working days and calendar months.

A working day is Monday to Friday and no bank holiday in England and Wales.  Every function
takes ``also_closed``: further closing days, such as a holiday proclaimed after this release.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import TYPE_CHECKING

from sos_audit.calendar.bank_holidays import bank_holidays, is_bank_holiday

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

_SATURDAY = 5
_NONE: frozenset[date] = frozenset()


def is_working_day(day: date, *, also_closed: AbstractSet[date] = _NONE) -> bool:
    """Tell whether offices are open on ``day``."""
    return day.weekday() < _SATURDAY and not is_bank_holiday(day) and day not in also_closed


def add_working_days(start: date, count: int, *, also_closed: AbstractSet[date] = _NONE) -> date:
    """Give the working day that lies ``count`` working days after ``start``.

    ``start`` itself is not counted, so "within 10 working days of the conference" ends on
    ``add_working_days(conference, 10)``.  A negative count goes back; 0 gives ``start``.
    """
    step = timedelta(days=1 if count > 0 else -1)
    day, left = start, abs(count)
    while left:
        day += step
        left -= is_working_day(day, also_closed=also_closed)
    return day


def working_days_between(start: date, end: date, *, also_closed: AbstractSet[date] = _NONE) -> int:
    """Count the working days after ``start``, up to and including ``end``.

    The count is negative where ``end`` comes before ``start``, so that dates in the wrong
    order are not mistaken for prompt work.
    """
    if end < start:
        return -working_days_between(end, start, also_closed=also_closed)
    weeks, rest = divmod((end - start).days, 7)
    odd_days = (start + timedelta(days=offset) for offset in range(1, rest + 1))
    weekdays = 5 * weeks + sum(day.weekday() < _SATURDAY for day in odd_days)
    return weekdays - _closed_weekdays(start, end, also_closed)


def add_months(start: date, count: int) -> date:
    """Give the same day ``count`` calendar months later, or that month's last day.

    30 November plus three months is 28 February (29 in a leap year).
    """
    years, month0 = divmod(start.month - 1 + count, 12)
    year, month = start.year + years, month0 + 1
    return date(year, month, min(start.day, monthrange(year, month)[1]))


def _closed_weekdays(start: date, end: date, also_closed: AbstractSet[date]) -> int:
    """Count the weekdays after ``start``, up to ``end``, on which offices are closed."""
    years = range(start.year, end.year + 1)
    closed = {day for year in years for day in bank_holidays(year)} | also_closed
    return sum(start < day <= end and day.weekday() < _SATURDAY for day in closed)
