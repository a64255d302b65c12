"""Find out what separates the fields of a delimited file."""

import csv
import re

from sos_audit.adapters.tables.titles import TOP, header_at

DELIMITERS = (",", ";", "\t", "|")
"""What exports are separated by, the most usual first."""

SEPARATOR_LINE = re.compile(r"sep=(.)\r?\n")
"""The line by which spreadsheets are told the delimiter; they do not show it."""


def delimiter_of(head: str) -> str:
    """The delimiter that the file declares, or that divides its first lines most evenly."""
    if declared := SEPARATOR_LINE.match(head):
        return declared[1]
    lines = head.splitlines(keepends=True)
    sample = lines[:-1] if len(lines) > 1 and not head.endswith(("\r", "\n")) else lines
    return max(DELIMITERS, key=lambda delimiter: _evenness(sample, delimiter))


def _evenness(lines: list[str], delimiter: str) -> tuple[float, int]:
    """The share of rows as wide as the header, then that width; nothing for a single column."""
    rows = [row for row in csv.reader(lines, delimiter=delimiter) if row]
    if not rows:
        return 0.0, 0
    width = len(rows[header_at(rows[:TOP])])
    if width == 1:
        return 0.0, 0
    return sum(len(row) == width for row in rows) / len(rows), width
