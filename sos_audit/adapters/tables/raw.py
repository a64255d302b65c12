"""A table as it stands in a file, before anything is known about its meaning."""

from collections.abc import Iterator
from dataclasses import dataclass

MOJIBAKE_REPAIRED = "mojibake_repaired"
"""The row held UTF-8 that had been read as cp1252, put right again."""

MAYBE_CUT = "maybe_cut"
"""A broken row follows that may hold the rest of this one's last text."""


@dataclass(frozen=True, slots=True)
class RawRow:
    """A row's values in header order, and its number as a spreadsheet shows it."""

    number: int
    values: tuple[str | None, ...]
    flags: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class RefusedRow:
    """A row that cannot be told apart or decoded; `rows` counts the lines it swallowed."""

    number: int
    reason: str
    hint: str | None = None
    rows: int = 1


@dataclass(frozen=True, slots=True)
class RawTable:
    """A table of an export; its rows are read as they are asked for, once."""

    name: str
    file: str
    header: tuple[str, ...]
    rows: Iterator[RawRow | RefusedRow]
    encoding: str


def value_of(cell: str) -> str | None:
    """A cell's value: blank and the literal ``NULL`` of database tools mean that there is none."""
    return None if cell == "NULL" or not cell or cell.isspace() else cell
