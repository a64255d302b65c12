"""A row of a table as adapters read it: by column name, with its place in the export."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """A row; `number` is the one a spreadsheet shows, so the header is row 1."""

    places: Mapping[str, int]
    values: tuple[str | None, ...]
    number: int
    file: str
    flags: frozenset[str] = frozenset()

    def __getitem__(self, column: str) -> str | None:
        """The value of a column of the contract, None if blank or not in the file."""
        return self.values[self.places[column]]
