"""Read the dates of British case systems, without ever guessing which number is the month.

A reason never repeats the text: it may be personal.
"""

import datetime as dt
import re
from collections.abc import Callable, Mapping
from types import MappingProxyType
from zoneinfo import ZoneInfo

LOCAL_ZONE = ZoneInfo("Europe/London")
"""Days are meant in this zone: a June midnight is stored as 23:00 UTC of the day before."""

NO_DATES = frozenset(
    {
        dt.date(1, 1, 1),
        dt.date(1753, 1, 1),
        dt.date(1899, 12, 30),
        dt.date(1899, 12, 31),
        dt.date(1900, 1, 1),
        dt.date(9999, 12, 31),
    }
)
"""Dates that systems write where there is none."""

_SECOND = r"(?::(?P<second>\d{2})(?:[.,](?P<part>\d+))?)?"
_TIME = rf"(?:[T ]+(?P<hour>\d{{1,2}}):(?P<minute>\d{{2}}){_SECOND})?"
_ZONE = r"(?P<zone>\s*(?:Z|[+-]\d{2}:?\d{2}))?"
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_SHAPES = tuple(
    re.compile(rf"^{shape}{_TIME}{_ZONE}$", re.IGNORECASE)
    for shape in (
        r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})",
        r"(?P<day>\d{1,2})(?P<mark>[/.-])(?P<month>\d{1,2})(?P=mark)(?P<year>\d{4})",
        r"(?P<day>\d{1,2})[ -](?P<name>[a-z]{3})[a-z]*[ -](?P<year>\d{4})",
        r"(?P<year>(?:19|20)\d{2})(?P<month>\d{2})(?P<day>\d{2})",
    )
)
_SHORT_YEAR = re.compile(r"^\d{1,2}[/.-]\d{1,2}[/.-]\d{2}\b")
_PART = re.compile(r"^\d{1,4}$")
_MONTH_FIRST = re.compile(r"^(?:0?[1-9]|1[0-2])[/.-](?:1[3-9]|2\d|3[01])[/.-]")
_SERIAL = re.compile(r"^\d{5}(?:\.\d+)?$")
_EPOCH = re.compile(r"^-?\d{11,13}$")
_SERIAL_ZERO = dt.datetime(1899, 12, 30)  # noqa: DTZ001 - a spreadsheet's dates have no zone
_EPOCH_ZERO = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
_FIRST_SERIAL, _LAST_SERIAL = 10_000, 73_050


def as_date(value: str | None) -> dt.date | None:
    """The day that the text names; see `as_datetime`."""
    moment = as_datetime(value)
    return None if moment is None else moment.date()


def as_datetime(value: str | None) -> dt.datetime | None:
    """The local moment that the text names, midnight if it names only a day.

    Reads day/month/year, ISO 8601, 1 Jan 2026, yyyymmdd, spreadsheet serials and milliseconds
    since 1970. Moments with a zone become local ones.

    Raises:
        ValueError: when the text is ambiguous, impossible or no date.
    """
    if value is None or not (text := value.strip()):
        return None
    moment = _moment(text)
    return None if moment.date() in NO_DATES else moment


def as_date_of_parts(day: str | None, month: str | None, year: str | None) -> dt.date | None:
    """The day that three columns name together; None when any of them is empty.

    Raises:
        ValueError: when they are no numbers, or no day that exists.
    """
    parts = [(part or "").strip().removesuffix(".0") for part in (day, month, year)]
    if not all(parts):
        return None
    if not all(map(_PART.match, parts)):
        raise ValueError("a day, month or year that is no number")
    return as_date("/".join(parts))


def _moment(text: str) -> dt.datetime:
    if _MONTH_FIRST.match(text):
        raise ValueError("a day above 12 in second place")
    for shape in _SHAPES:
        if match := shape.match(text):
            return _from_parts(match.groupdict())
    for pattern, read in _NUMBERS.items():
        if pattern.match(text):
            return read(text)
    if _SHORT_YEAR.match(text):
        raise ValueError("a year of two digits is ambiguous")
    raise ValueError("not a date in a known form")


def _from_parts(parts: Mapping[str, str | None]) -> dt.datetime:
    name = parts.get("name")
    month = _month_named(name) if name else int(parts["month"] or 0)
    hour, minute, second = (int(parts[part] or 0) for part in ("hour", "minute", "second"))
    microsecond = int((parts["part"] or "0")[:6].ljust(6, "0"))
    try:
        day = dt.date(int(parts["year"] or 0), month, int(parts["day"] or 0))
        moment = dt.datetime.combine(day, dt.time(hour, minute, second, microsecond))
    except ValueError:
        raise ValueError("no such day or time, read as day, month, year") from None
    zone = (parts["zone"] or "").strip()
    return moment if not zone or parts["hour"] is None else _local(moment, zone)


def _month_named(name: str) -> int:
    if name.lower() not in _MONTHS:
        raise ValueError("no such month")
    return _MONTHS.index(name.lower()) + 1


def _local(moment: dt.datetime, zone: str) -> dt.datetime:
    """The local time of a moment written in another zone; zoneless days keep their day."""
    offset = dt.datetime.strptime("+0000" if zone.upper() == "Z" else zone, "%z").tzinfo
    try:
        return moment.replace(tzinfo=offset).astimezone(LOCAL_ZONE).replace(tzinfo=None)
    except OverflowError:
        return moment


def _from_serial(text: str) -> dt.datetime:
    days = float(text)
    if not _FIRST_SERIAL <= days <= _LAST_SERIAL:
        raise ValueError("a number that is no plausible spreadsheet date")
    return _SERIAL_ZERO + dt.timedelta(seconds=round(days * 86_400))


def _from_epoch(text: str) -> dt.datetime:
    try:
        moment = _EPOCH_ZERO + dt.timedelta(milliseconds=int(text))
    except OverflowError:
        raise ValueError("a number that is no plausible moment") from None
    return moment.astimezone(LOCAL_ZONE).replace(tzinfo=None)


_NUMBERS: Mapping[re.Pattern[str], Callable[[str], dt.datetime]] = MappingProxyType(
    {_SERIAL: _from_serial, _EPOCH: _from_epoch}
)
