"""Bring a row into the order of a contract, with marks of what its export has done to its text."""

from collections.abc import Callable
from hashlib import blake2b
from operator import itemgetter
from typing import NamedTuple

from sos_audit.adapters.tables.contract import TableContract
from sos_audit.adapters.tables.names import ColumnMatch
from sos_audit.adapters.tables.raw import CHARACTERS_LOST, TRUNCATED, RawRow
from sos_audit.adapters.tables.values import TRUNCATION_LENGTHS, is_truncated

Values = tuple[str | None, ...]


class FittedRow(NamedTuple):
    """A row in contract order; `place` is a digest of its values by which rows are ordered."""

    place: bytes
    number: int
    flags: str
    values: Values


class Misfit(NamedTuple):
    """Why a row does not fit, and the column that it is about."""

    reason: str
    column: str


class Fitter:
    """Fits the rows of one file to a contract; made once, so that a row costs little."""

    def __init__(self, match: ColumnMatch, contract: TableContract) -> None:
        columns = contract.columns
        names = [column.name for column in columns]
        places = [match.positions.get(name, (-1,)) for name in names]
        self._missing = Misfit("the file lacks a required column", next(iter(match.missing), ""))
        self._names = names
        self._in_order = _picker([first for first, *_ in places])
        self._repeated = [(at, found) for at, found in enumerate(places) if len(found) > 1]
        self._required = [at for at, column in enumerate(columns) if column.required]
        self._by_name = _picker(sorted(range(len(names)), key=names.__getitem__))

    def fit(self, row: RawRow) -> FittedRow | Misfit:
        """The row as the contract orders it, or why it cannot be."""
        if self._missing.column:
            return self._missing
        values = self._in_order((*row.values, None))
        if self._repeated:
            merged = self._merged(row, list(values))
            if isinstance(merged, Misfit):
                return merged
            values = merged
        for at in self._required:
            if values[at] is None:
                return Misfit("no value in a required column", self._names[at])
        return FittedRow(self._place(values), row.number, _flags(row, values), values)

    def _merged(self, row: RawRow, values: list[str | None]) -> Values | Misfit:
        """The values where the header repeats columns: all that are filled in must agree."""
        for at, places in self._repeated:
            found = {value for place in places if (value := row.values[place]) is not None}
            if len(found) > 1:
                return Misfit("a repeated column with different values", self._names[at])
            values[at] = next(iter(found), None)
        return tuple(values)

    def _place(self, values: Values) -> bytes:
        """A digest of the row that does not depend on the order of columns.

        No value is empty or holds a NUL, so joined by NUL different rows stay different.
        """
        content = "\0".join([value or "" for value in self._by_name((*values, None))])
        return blake2b(content.encode("utf-8", "surrogatepass"), digest_size=16).digest()


def _picker(places: list[int]) -> Callable[[Values], Values]:
    """Picks the values at these places; -1 is the None that every row ends with."""
    if len(places) > 1:
        pick: Callable[[Values], Values] = itemgetter(*places)
        return pick
    return lambda values: tuple(values[at] for at in places)


def _flags(row: RawRow, values: Values) -> str:
    """What is known of the row's text, joined by commas."""
    flags = row.flags
    texts = [value for value in values if value is not None]
    if not TRUNCATION_LENGTHS.isdisjoint(map(len, texts)):
        flags |= {TRUNCATED}
    foreign = [text for text in texts if not text.isascii()]
    if foreign:
        if any(map(is_truncated, foreign)):
            flags |= {TRUNCATED}
        if any("\ufffd" in text for text in foreign):
            flags |= {CHARACTERS_LOST}
    return ",".join(sorted(flags)) if flags else ""
