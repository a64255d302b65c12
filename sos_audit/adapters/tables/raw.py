"""A table as it stands in a file, before anything is known about its meaning."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

MOJIBAKE_REPAIRED = "mojibake_repaired"
"""The row held UTF-8 that had been read as cp1252, put right again."""

MAYBE_CUT = "maybe_cut"
"""A broken row follows that may hold the rest of this one's last text."""

TRUNCATED = "truncated"
"""A text of the row ends exactly where databases, scripts or spreadsheets cut texts off."""

CHARACTERS_LOST = "characters_lost"
"""A text of the row holds U+FFFD, which stands for what could not be decoded, here or before."""

_NO_FLAGS = frozenset[str]()


class RawRow(NamedTuple):
    """A row's values in header order, and its number as a spreadsheet shows it."""

    number: int
    values: tuple[str | None, ...]
    flags: frozenset[str] = _NO_FLAGS


class RefusedRow(NamedTuple):
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
    return None if not cell or cell == "NULL" or cell.isspace() else cell
