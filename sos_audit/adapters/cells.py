"""A row's values as what they are: ids, dates, flags, numbers and text.

A value that cannot be read is counted by table and column, and the record goes on without it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from sos_audit.adapters.tables import (
    MAYBE_CUT,
    as_date,
    as_flag,
    as_id,
    as_number,
    is_truncated,
)

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable

    from sos_audit.adapters.load_report import LoadReport
    from sos_audit.adapters.tables import Row

_T = TypeVar("_T")


class Cells:
    """One row of a table, read by column name."""

    __slots__ = ("_report", "_table", "_yes", "row")

    def __init__(self, row: Row, table: str, report: LoadReport, yes: Iterable[str] = ()) -> None:
        self.row = row
        self._table = table
        self._report = report
        self._yes = yes

    def text(self, column: str) -> str | None:
        """Short text, without the spaces around it."""
        value = self.row[column]
        return (value.strip() or None) if value else None

    def narrative(self, column: str) -> str:
        """Long text as it stands; a warning where exports are known to cut text off."""
        value = self.row[column] or ""
        if is_truncated(value) or MAYBE_CUT in self.row.flags:
            self._report.warn(
                self.row.file,
                f"{column}: text may have been cut off by the export",
                "export the column in full length",
            )
        return value

    def id(self, column: str) -> str | None:
        """An identifier; the places that systems use for nobody, 0 and -1, are None."""
        value = self._read(column, as_id)
        return None if value in {"0", "-1"} else value

    def date(self, column: str) -> dt.date | None:
        """A day."""
        return self._read(column, as_date)

    def number(self, column: str) -> float | None:
        """A number."""
        return self._read(column, as_number)

    def flag(self, column: str) -> bool | None:
        """A yes or no; empty is None."""
        return self._read(column, lambda value: as_flag(value, yes=self._yes))

    def restricted(self, column: str = "restricted") -> bool:
        """Whether the row is marked: any word that is not a plain no restricts."""
        try:
            return bool(as_flag(self.row[column], yes=self._yes))
        except ValueError:
            return True

    def _read(self, column: str, read: Callable[[str | None], _T | None]) -> _T | None:
        try:
            return read(self.row[column])
        except ValueError as error:
            self._report.unread(self._table, column, str(error))
            return None
