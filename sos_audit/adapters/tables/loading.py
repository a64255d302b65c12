"""Fit the rows of a file to a contract, refuse those that do not, and lose count of none."""

import itertools
from collections.abc import Iterator
from dataclasses import replace

from sos_audit.adapters.load_report import LoadReport, Refusal, TableLoad
from sos_audit.adapters.tables.contract import TableContract
from sos_audit.adapters.tables.fitting import FittedRow, Fitter, Misfit
from sos_audit.adapters.tables.month_first import MonthFirst
from sos_audit.adapters.tables.names import match_columns
from sos_audit.adapters.tables.raw import (
    CHARACTERS_LOST,
    MOJIBAKE_REPAIRED,
    RawTable,
    RefusedRow,
)


class Loading:
    """The reading of one file into one table, with what is counted on the way."""

    def __init__(
        self, raw_table: RawTable, name: str, contract: TableContract, report: LoadReport
    ) -> None:
        self._raw = raw_table
        self._name = name
        self._report = report
        self._match = match_columns(raw_table.header, contract)
        self._fitter = Fitter(self._match, contract)
        self._month_first = MonthFirst([column.name for column in contract.columns])
        self._rows_in = self._rows_read = self._rows_refused = self._repaired = self._lost = 0

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

    def broken_off(self) -> TableLoad:
        """What is left of a file that could not be read to its end: the rows refused before."""
        refused = self._rows_refused
        return replace(self.result(0), rows_in=refused, rows_read=0, repaired=0)

    def _fitting(self) -> Iterator[FittedRow]:
        for row in self._raw.rows:
            if isinstance(row, RefusedRow):
                self._rows_in += row.rows
                self._refuse(row.number, row.reason, hint=row.hint or "", rows=row.rows)
                continue
            self._rows_in += 1
            fitted = self._fitter.fit(row)
            if isinstance(fitted, Misfit):
                self._refuse(row.number, fitted.reason, fitted.column)
                continue
            self._rows_read += 1
            self._repaired += MOJIBAKE_REPAIRED in fitted.flags
            self._lost += CHARACTERS_LOST in fitted.flags
            self._month_first.see(row.number, fitted.values)
            yield fitted
        self._finish()

    def _finish(self) -> None:
        self._month_first.check(self._raw.file)
        if self._lost:
            self._report.warn(
                self._raw.file,
                f"characters that cannot be decoded in {self._lost} rows",
                "export as UTF-8",
            )

    def _refuse(
        self, number: int, reason: str, column: str = "", *, hint: str = "", rows: int = 1
    ) -> None:
        self._rows_refused += rows
        self._report.refuse(Refusal(self._raw.file, number, reason, self._name, column, hint, rows))
