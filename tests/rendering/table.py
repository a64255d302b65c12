"""A table to be written as a CSV file, in the encoding and quoting a reporting tool would use."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable
    from pathlib import Path

Cell = str | int | float | None


@dataclass(frozen=True, slots=True)
class Table:
    """A named table with its rows; a missing cell is empty."""

    name: str
    columns: tuple[str, ...]
    rows: list[dict[str, Cell]] = field(default_factory=list)
    encoding: str = "utf-8"

    def add(self, **cells: Cell) -> None:
        """Append a row."""
        unknown = cells.keys() - set(self.columns)
        if unknown:
            raise KeyError(f"{self.name} has no column {sorted(unknown)}")
        self.rows.append(cells)

    def as_bytes(self) -> bytes:
        """The file: CRLF line ends, quotes where needed, UTF-8 if the encoding lacks a letter."""
        text = io.StringIO(newline="")
        writer = csv.DictWriter(text, self.columns, restval="")
        writer.writeheader()
        writer.writerows(self.rows)
        try:
            return text.getvalue().encode(self.encoding)
        except UnicodeEncodeError:
            return text.getvalue().encode("utf-8")


def write_tables(folder: Path, tables: Iterable[Table], mapping: str) -> None:
    """Write the tables and `mapping.yaml` into the folder, and nothing else stays there."""
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.iterdir():
        old.unlink()
    for table in tables:
        (folder / f"{table.name}.csv").write_bytes(table.as_bytes())
    (folder / "mapping.yaml").write_text(mapping, encoding="utf-8", newline="\n")


def uk_date(day: dt.date | None) -> str:
    """A date as UK reports write it."""
    return "" if day is None else f"{day:%d/%m/%Y}"


def yes_no(value: bool | None) -> str:
    """A flag as a letter; unknown is empty."""
    return "" if value is None else "NY"[value]
