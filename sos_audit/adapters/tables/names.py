"""Recognise tables and columns by name, however an authority's tools have dressed it up."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol

from sos_audit.adapters.tables.contract import TableContract

_SCHEMA = re.compile(
    r"^(?:\w+\.)?(?:dbo|raw|public|child_social|ssd_development|mosaic)\.|^mosaic_fw_",
    re.IGNORECASE,
)
_NOT_WORD = re.compile(r"[^\w.]+|_{2,}")
_FAMILY = re.compile(r"^(?:dm|mo|ssd)_")


class Named(Protocol):
    """A table or column of a contract."""

    @property
    def name(self) -> str:
        """The name the adapter uses."""

    @property
    def aliases(self) -> tuple[str, ...]:
        """Other names for the same thing, best first."""


@dataclass(frozen=True, slots=True)
class ColumnMatch:
    """Where a contract's columns lie in a header.

    `positions` has one place for a column, or several if the header repeats its name.
    """

    positions: Mapping[str, tuple[int, ...]]
    missing: tuple[str, ...]
    unmatched: tuple[str, ...]


def folded(name: str) -> str:
    """The name without case, spaces, brackets, ``#`` and schema: ``[dbo].[DM Persons]``."""
    bare = _NOT_WORD.sub("_", name.replace("[", "").replace("]", "").strip(" #")).strip("_")
    while (shorter := _SCHEMA.sub("", bare)) != bare:
        bare = shorter
    return bare.lower()


def normalise(name: str) -> str:
    """The folded name without the prefix of its table family, ``DM_``, ``MO_`` or ``SSD_``."""
    return _FAMILY.sub("", folded(name))


def same_name(one: str, other: str) -> bool:
    """Whether two names mean one thing: a family prefix may be missing, but not contradict."""
    one, other = folded(one), folded(other)
    if one == other:
        return True
    return normalise(one) == normalise(other) and normalise(one) in {one, other}


def match_table(name: str, tables: Iterable[TableContract]) -> TableContract | None:
    """The table that a file or sheet is, an exact name before one without its prefix."""
    known = tuple(tables)
    for agrees in (_is_exactly, same_name):
        for table in known:
            if any(agrees(name, spelling) for spelling in _spellings(table)):
                return table
    return None


def match_columns(header: tuple[str, ...], contract: TableContract) -> ColumnMatch:
    """Find a contract's columns in a header by name, never by position."""
    positions = {
        column.name: found
        for column in contract.columns
        if (found := _positions(header, _spellings(column)))
    }
    used = {at for places in positions.values() for at in places}
    return ColumnMatch(
        positions,
        tuple(c.name for c in contract.columns if c.required and c.name not in positions),
        tuple(name for at, name in enumerate(header) if name and at not in used),
    )


def _positions(header: tuple[str, ...], spellings: tuple[str, ...]) -> tuple[int, ...]:
    """The places of the first spelling found, exact names before those without a prefix."""
    for agrees in (_is_exactly, same_name):
        for spelling in spellings:
            if found := tuple(at for at, name in enumerate(header) if agrees(name, spelling)):
                return found
    return ()


def _is_exactly(one: str, other: str) -> bool:
    return folded(one) == folded(other)


def _spellings(named: Named) -> tuple[str, ...]:
    return (named.name, *named.aliases)
