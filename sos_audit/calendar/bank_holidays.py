"""Bank holidays of England and Wales, by rule, from 1978 (the first May Day holiday) on.

Source of the rules: Banking and Financial Dealings Act 1971, schedule 1, and the yearly royal
proclamations.  A holiday proclaimed after this release is given to the functions of
:mod:`sos_audit.calendar.working_days` as ``also_closed``.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_MONDAY, _SATURDAY, _SUNDAY = 0, 5, 6

_MOVED_EARLY_MAY = {1995: date(1995, 5, 8), 2020: date(2020, 5, 8)}
_MOVED_SPRING = {2002: date(2002, 6, 4), 2012: date(2012, 6, 4), 2022: date(2022, 6, 2)}

_PROCLAIMED_ONCE = {
    date(1981, 7, 29): "Royal wedding",
    date(1999, 12, 31): "Millennium",
    date(2002, 6, 3): "Golden Jubilee",
    date(2011, 4, 29): "Royal wedding",
    date(2012, 6, 5): "Diamond Jubilee",
    date(2022, 6, 3): "Platinum Jubilee",
    date(2022, 9, 19): "State funeral of Queen Elizabeth II",
    date(2023, 5, 8): "Coronation of King Charles III",
}


def is_bank_holiday(day: date) -> bool:
    """Tell whether ``day`` is a bank holiday in England and Wales."""
    return day in bank_holidays(day.year)


@cache
def bank_holidays(year: int) -> Mapping[date, str]:
    """Give the bank holidays of ``year`` with their names, in order of date.

    A holiday that falls on a weekend is listed on its substitute weekday only.
    """
    easter = _easter_sunday(year)
    days = {
        _new_year(year): "New Year's Day",
        easter - timedelta(days=2): "Good Friday",
        easter + timedelta(days=1): "Easter Monday",
        _early_may(year): "Early May bank holiday",
        _spring(year): "Spring bank holiday",
        _last_monday(year, 8): "Summer bank holiday",
        **_christmas(year),
        **{day: name for day, name in _PROCLAIMED_ONCE.items() if day.year == year},
    }
    return MappingProxyType(dict(sorted(days.items())))


def _easter_sunday(year: int) -> date:
    """Compute Easter by the anonymous Gregorian algorithm (Meeus, Jones, Butcher)."""
    golden = year % 19
    century, within = divmod(year, 100)
    leap_centuries, century_rest = divmod(century, 4)
    moon_shift = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - leap_centuries - moon_shift + 15) % 30
    leaps, rest = divmod(within, 4)
    to_sunday = (32 + 2 * century_rest + 2 * leaps - epact - rest) % 7
    late = (golden + 11 * epact + 22 * to_sunday) // 451
    month, day = divmod(epact + to_sunday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def _new_year(year: int) -> date:
    """Give 1 January, or the Monday after it when it falls on a weekend."""
    first = date(year, 1, 1)
    if first.weekday() < _SATURDAY:
        return first
    return first + timedelta(days=7 - first.weekday())


def _early_may(year: int) -> date:
    """Give the first Monday of May, unless it was moved that year."""
    first = date(year, 5, 1)
    return _MOVED_EARLY_MAY.get(year, first + timedelta(days=-first.weekday() % 7))


def _spring(year: int) -> date:
    """Give the last Monday of May, unless it was moved that year."""
    return _MOVED_SPRING.get(year, _last_monday(year, 5))


def _last_monday(year: int, month: int) -> date:
    """Give the last Monday of a month of 31 days."""
    last = date(year, month, 31)
    return last - timedelta(days=last.weekday())


def _christmas(year: int) -> dict[date, str]:
    """Give Christmas and Boxing Day, each on its substitute day where it has one."""
    christmas, boxing = date(year, 12, 25), date(year, 12, 26)
    # Only the day that falls on the weekend moves: Christmas on a Sunday is kept on the 27th,
    # since the 26th is Boxing Day already.
    if christmas.weekday() in {_SATURDAY, _SUNDAY}:
        christmas = date(year, 12, 27)
    if boxing.weekday() in {_SATURDAY, _SUNDAY}:
        boxing = date(year, 12, 28)
    return {christmas: "Christmas Day", boxing: "Boxing Day"}
