"""Fit the rows of a file to a contract, refuse those that do not, and lose count of none."""

import itertools
import json
from collections.abc import Iterator
from hashlib import blake2b
from typing import NamedTuple

from sos_audit.adapters.load_report import LoadReport, Refusal, TableLoad
from sos_audit.adapters.tables.contract import TableContract
from sos_audit.adapters.tables.names import match_columns
from sos_audit.adapters.tables.raw import MOJIBAKE_REPAIRED, RawRow, RawTable, RefusedRow


class FittedRow(NamedTuple):
    """A row in contract order; `place` is a digest of its values by which rows are ordered."""

    place: bytes
    number: int
    flags: str
    values: tuple[str | None, ...]


class Loading:
    """The reading of one file into one table, with what is counted on the way."""

    def __init__(
        self, raw_table: RawTable, name: str, contract: TableContract, report: LoadReport
    ) -> None:
        self._raw = raw_table
        self._name = name
        self._report = report
        self._match = match_columns(raw_table.header, contract)
        self._columns = contract.columns
        self._by_name = sorted(range(len(contract.columns)), key=lambda at: self._columns[at].name)
        self._rows_in = self._rows_read = self._rows_refused = self._repaired = 0

    def batches(self, size: int) -> Iterator[list[FittedRow]]:
        """The rows that fit, some at a time."""
        rows = self._fitting()
        while batch := list(itertools.islice(rows, size)):
            yield batch

    def result(self, duplicates: int) -> TableLoad:
        """What was counted, once all batches have been read."""
        return TableLoad(
            name=self._name,
            file=self._raw.file,
            encoding=self._raw.encoding,
            rows_in=self._rows_in,
            rows_read=self._rows_read,
            rows_refused=self._rows_refused,
            duplicates=duplicates,
            repaired=self._repaired,
            columns=tuple(self._match.positions),
            missing_columns=self._match.missing,
            unmatched_columns=self._match.unmatched if self._match.positions else (),
        )

    def _fitting(self) -> Iterator[FittedRow]:
        for row in self._raw.rows:
            if isinstance(row, RefusedRow):
                self._rows_in += row.rows
                self._refuse(row.number, row.reason, hint=row.hint or "", rows=row.rows)
                continue
            self._rows_in += 1
            if fitted := self._fitted(row):
                self._rows_read += 1
                self._repaired += MOJIBAKE_REPAIRED in row.flags
                yield fitted

    def _fitted(self, row: RawRow) -> FittedRow | None:
        if self._match.missing:
            self._refuse(row.number, "the file lacks a required column", self._match.missing[0])
            return None
        values = []
        for column in self._columns:
            found = self._values(row, column.name)
            if len(found) > 1:
                self._refuse(row.number, "a repeated column with different values", column.name)
                return None
            if column.required and not found:
                self._refuse(row.number, "no value in a required column", column.name)
                return None
            values.append(found[0] if found else None)
        return FittedRow(
            self._place(values), row.number, ",".join(sorted(row.flags)), tuple(values)
        )

    def _values(self, row: RawRow, column: str) -> list[str]:
        """The column's value, or each different one where the header repeats the column."""
        places = self._match.positions.get(column, ())
        return list(dict.fromkeys(v for at in places if (v := row.values[at]) is not None))

    def _place(self, values: list[str | None]) -> bytes:
        """A digest of the row that does not depend on the order of columns."""
        content = json.dumps([values[at] for at in self._by_name])
        return blake2b(content.encode("ascii"), digest_size=16).digest()

    def _refuse(
        self, number: int, reason: str, column: str = "", *, hint: str = "", rows: int = 1
    ) -> None:
        self._rows_refused += rows
        self._report.refuse(Refusal(self._raw.file, number, reason, self._name, column, hint, rows))
