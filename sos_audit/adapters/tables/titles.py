"""Find the header below the title lines that report tools put above it."""

import re
from collections.abc import Sequence

TOP = 20
"""Rows among which the header is looked for."""

MOST = 0.9
"""The share of rows that a header below titles must be as wide as."""

LONGEST_NAME = 128
"""Database tools allow no longer names of columns."""

_VALUE = re.compile(r"^[\d\s.,:/£$%+-]+$")


def header_at(rows: Sequence[Sequence[str]]) -> int:
    """The place of the header among the first rows; 0 unless what stands above is plainly a title.

    A title is a line with one filled cell, then perhaps lines with one or two such as the date of
    the report, above a row of three or more different names.
    """
    for at, row in enumerate(rows):
        filled = sum(bool(cell.strip()) for cell in row)
        if at and _names_columns(row):
            return at if _share_of_width(len(row), rows[at:]) >= MOST else 0
        if filled > (2 if at else 1):
            return 0
    return 0


def _share_of_width(width: int, rows: Sequence[Sequence[str]]) -> float:
    return sum(len(row) == width for row in rows) / len(rows)


def _names_columns(row: Sequence[str]) -> bool:
    names = [cell.strip() for cell in row]
    while names and not names[-1]:
        names.pop()
    return (
        len(names) > 2
        and len({name.casefold() for name in names}) == len(names)
        and all(name and len(name) <= LONGEST_NAME and not _VALUE.match(name) for name in names)
    )
