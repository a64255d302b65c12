"""Rows of an export on disk, in an order of their own, found again by any column.

Rows of one child lie scattered over tables in no order. They are written to one SQLite file as
they are read, so memory does not grow with the export.
"""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from types import MappingProxyType, TracebackType
from typing import Self

from sos_audit.adapters.load_report import LoadReport, TableLoad
from sos_audit.adapters.tables.contract import TableContract
from sos_audit.adapters.tables.database import Record, RowDatabase, StoredTable
from sos_audit.adapters.tables.loading import Loading
from sos_audit.adapters.tables.raw import RawTable
from sos_audit.adapters.tables.row import Row
from sos_audit.adapters.tables.spool import Spool
from sos_audit.errors import RefusedInput

_NO_MARKS = frozenset[str]()

BATCH = 1_000
"""Rows held in memory before they are written."""


class TableStore:
    """Tables of one export on disk; a context manager that leaves nothing behind.

    What it reads and refuses is counted in `report`.
    """

    def __init__(self, spool: Path, report: LoadReport) -> None:
        self._report = report
        self._spool = Spool(spool)
        self._database = RowDatabase(self._spool.new_file("rows.sqlite3"))
        self._tables: dict[str, StoredTable] = {}
        self._files: list[str] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Remove everything from disk; closing twice is harmless."""
        self._database.close()
        self._spool.close()

    def has(self, name: str) -> bool:
        """Whether any file has been loaded as this table."""
        return name in self._tables

    def load(self, raw_table: RawTable, *, name: str, contract: TableContract) -> TableLoad:
        """Read all rows of a file into the table `name`, beside those of earlier files.

        Rows that are broken or lack a required value are refused into the report. If reading
        fails, nothing of the file stays; a file that breaks off is refused into the report too.
        """
        table = self._table(name, contract)
        file = len(self._files)
        loading = Loading(raw_table, name, contract, self._report)
        try:
            with self._database.transaction():
                self._database.create(table)
                for batch in loading.batches(BATCH):
                    self._database.insert(table, file, batch)
        except RefusedInput as refusal:
            self._report.refuse_file(raw_table.file, refusal.reason, refusal.hint or "")
            load = loading.broken_off()
        else:
            load = loading.result(self._database.duplicates(table, file))
            self._files.append(raw_table.file)
            self._tables[name] = table
        self._report.add_table(load)
        return load

    def rows(self, name: str, columns: Sequence[str] | None = None) -> Iterator[Row]:
        """All rows of a table, in an order that depends on their content alone.

        With `columns`, the rows have these alone, and the texts of others stay on disk.
        """
        if table := self._tables.get(name):
            wanted = table.columns if columns is None else tuple(columns)
            yield from self._read(wanted, self._database.all(table, wanted))

    def rows_for(
        self, name: str, column: str, value: str, columns: Sequence[str] | None = None
    ) -> Iterator[Row]:
        """The rows with a value in a column, compared as ids: ``7.0`` is ``7``."""
        if table := self._tables.get(name):
            wanted = table.columns if columns is None else tuple(columns)
            yield from self._read(wanted, self._database.where(table, column, value, wanted))

    def keys(self, name: str, column: str) -> Iterator[str]:
        """The different values of a column as ids, sorted."""
        if table := self._tables.get(name):
            yield from self._database.distinct(table, column)

    def _table(self, name: str, contract: TableContract) -> StoredTable:
        columns = tuple(column.name for column in contract.columns)
        table = self._tables.get(name) or StoredTable(len(self._tables), columns)
        if table.columns != columns:
            raise ValueError(f"table {name!r} was loaded with other columns before")
        return table

    def _read(self, columns: tuple[str, ...], records: Iterable[Record]) -> Iterator[Row]:
        places = MappingProxyType({name: at for at, name in enumerate(columns)})
        for file, number, flags, *values in records:
            marks = frozenset(flags.split(",")) if flags else _NO_MARKS
            yield Row(places, tuple(values), number, self._files[file], marks)
