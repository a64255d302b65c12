"""Dates in running text, moved by whole weeks and written as they were."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_MONTHS = "january february march april may june july august september october november december"
_NAMES = tuple(_MONTHS.split())
_MONTH = "|".join(f"{name[:3]}(?:{name[3:]})?" if name != "may" else "may" for name in _NAMES)
_MONTH = _MONTH.replace("sep(?:tember)?", "sept?(?:ember)?")
_END = r"(?!\d)"

_STYLES = (
    re.compile(rf"(?<![\d/.-])(?P<y>(?:19|20)\d\d)(?P<s>[-/])(?P<m>\d\d?)(?P=s)(?P<d>\d\d?){_END}"),
    re.compile(
        rf"(?<![\d/.-])(?P<d>\d\d?)(?P<s>[-/.])(?P<m>\d\d?)(?P=s)(?P<y>(?:\d\d){{1,2}}){_END}"
    ),
    re.compile(
        rf"(?<!\d)(?P<d>\d\d?)(?P<o>st|nd|rd|th)?(?P<of>\s+(?:of\s+)?)(?P<n>{_MONTH})\b"
        rf"(?:(?P<c>,?\s+)(?P<y>(?:19|20)\d\d){_END})?",
        re.IGNORECASE,
    ),
    re.compile(rf"\b(?P<n>{_MONTH})(?P<c>\s+)(?P<y>(?:19|20)\d\d){_END}", re.IGNORECASE),
)


def shifted_dates(text: str, weeks: int, year: int) -> Iterator[tuple[int, int, str]]:
    """Each date found, as its place and what to write there; `year` is taken where none stands."""
    taken: list[tuple[int, int]] = []
    for style in _STYLES:
        for found in style.finditer(text):
            start, end = found.span()
            if any(start < other_end and end > other for other, other_end in taken):
                continue
            moved = _moved(found, weeks, year)
            if moved is not None:
                taken.append((start, end))
                yield start, end, moved


def _moved(found: re.Match[str], weeks: int, year: int) -> str | None:
    groups = found.groupdict()
    written = groups.get("y")
    number = _year(written) if written else year
    name = groups.get("n")
    month = _month(name) if name else int(groups["m"])
    day = groups.get("d")
    try:
        new = dt.date(number, month, int(day) if day else 15) + dt.timedelta(weeks=weeks)
    except (ValueError, OverflowError):
        return None
    shown_year = "" if not written else f"{new:%Y}" if len(written) == 4 else f"{new:%y}"
    if name:
        month_name = _as_written(name, new.month)
        if not day:
            return f"{month_name}{groups['c']}{shown_year}"
        ordinal = _ordinal(new.day) if groups["o"] else ""
        tail = f"{groups['c']}{shown_year}" if written else ""
        return f"{new.day}{ordinal}{groups['of']}{month_name}{tail}"
    mark = groups["s"]
    days = f"{new.day:02d}" if len(day or "") == 2 else str(new.day)
    months = f"{new.month:02d}" if len(groups["m"]) == 2 else str(new.month)
    if found.re is _STYLES[0]:
        return mark.join((shown_year, months, days))
    return mark.join((days, months, shown_year))


def _year(written: str) -> int:
    """A year of two digits is of this century up to 40, else of the last."""
    number = int(written)
    if len(written) == 4:
        return number
    return number + (2000 if number <= 40 else 1900)


def _month(name: str) -> int:
    return next(at for at, full in enumerate(_NAMES, 1) if full.startswith(name.casefold()[:3]))


def _as_written(name: str, month: int) -> str:
    """The month in the length and case of the one it replaces."""
    full = _NAMES[month - 1]
    short = len(name) <= 4 and name.casefold() not in {"may", "june", "july"}
    shown = full[:3] if short else full
    if name.isupper():
        return shown.upper()
    return shown if name.islower() else shown.capitalize()


def _ordinal(day: int) -> str:
    if 11 <= day <= 13:
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")
