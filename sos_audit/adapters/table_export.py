"""An export made of named tables, loaded to disk and asked by column."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from sos_audit.adapters.cells import Cells
from sos_audit.adapters.load_report import LoadReport
from sos_audit.adapters.tables import TableStore, match_columns, match_table, open_tables
from sos_audit.casefile import Supply
from sos_audit.errors import MappingError, NothingReadable, Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path
    from types import TracebackType

    from sos_audit.adapters.mapping import Mapping
    from sos_audit.adapters.protocol import ReadContext
    from sos_audit.adapters.tables import Contract, RawTable, Row

    Adapt = Callable[[RawTable], RawTable]
    """Renames a table or its columns before a contract is matched."""


class TableExport:
    """The loaded tables of one export; a context manager that leaves nothing on disk."""

    def __init__(self, store: TableStore, mapping: Mapping, report: LoadReport) -> None:
        self._store = store
        self._columns: dict[str, set[str]] = {}
        self._rows: dict[str, int] = {}
        self.mapping = mapping
        self.report = report

    @classmethod
    def load(
        cls,
        export: Path,
        contract: Contract,
        context: ReadContext,
        adapt: Adapt = lambda raw: raw,
    ) -> Self:
        """Load every table that the contract knows; `adapt` may rename a table or its columns.

        Raises:
            MappingError: when there is no mapping.
            NothingReadable: naming every required table that is missing.
        """
        if context.mapping is None:
            raise MappingError(
                f"{export} needs a mapping file",
                [
                    Problem(
                        "no mapping was given", hint="--mapping FILE; start from: mapping suggest"
                    )
                ],
            )
        loaded = cls(TableStore(context.spool, context.report), context.mapping, context.report)
        try:
            loaded._load(export, contract, adapt)
        except BaseException:
            loaded.close()
            raise
        return loaded

    def _load(self, export: Path, contract: Contract, adapt: Adapt) -> None:
        for raw in map(adapt, open_tables(export, self.report)):
            table = match_table(raw.name, contract.tables)
            if table is None:
                self.report.warn(raw.file, "a table that the adapter does not know, left unread")
                continue
            load = self._store.load(raw, name=table.name, contract=table)
            self._columns.setdefault(table.name, set()).update(load.columns)
            self._rows[table.name] = self._rows.get(table.name, 0) + load.rows_read
        missing = [table for table in contract.tables if not self.has(table.name)]
        for table in missing:
            self.report.missing_table(table.name)
        if any(table.required for table in missing):
            raise NothingReadable(
                f"{export} lacks tables that cannot be done without",
                [Problem(table.name) for table in missing if table.required],
            )

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
        """Remove everything from disk."""
        self._store.close()

    def has(self, table: str) -> bool:
        """Whether the export holds the table."""
        return self._store.has(table)

    def has_column(self, table: str, column: str) -> bool:
        """Whether any file of the table has the column."""
        return column in self._columns.get(table, ())

    def supply(self, *tables: str) -> Supply:
        """Whether the export carries what stands in any of the tables."""
        present = [table for table in tables if self.has(table)]
        if not present:
            return Supply.NOT_SUPPLIED
        if any(self._rows[table] for table in present):
            return Supply.SUPPLIED
        return Supply.SUPPLIED_EMPTY

    def rows(self, table: str) -> Iterator[Cells]:
        """Every row of a table, in an order that depends on content alone."""
        return (self._cells(row, table) for row in self._store.rows(table))

    def rows_for(self, table: str, column: str, value: str) -> Iterator[Cells]:
        """The rows of a table with a value in a column."""
        return (self._cells(row, table) for row in self._store.rows_for(table, column, value))

    def first(self, table: str, column: str, value: str | None) -> Cells | None:
        """The first row of a table with a value in a column: for tables of codes and names."""
        return None if value is None else next(self.rows_for(table, column, value), None)

    def keys(self, table: str, column: str) -> Iterator[str]:
        """The different values of a column."""
        return self._store.keys(table, column)

    def _cells(self, row: Row, table: str) -> Cells:
        return Cells(row, table, self.report, self.mapping.yes)


def recognised_tables(
    export: Path, contract: Contract, adapt: Adapt = lambda raw: raw
) -> frozenset[str]:
    """The tables of a contract that an export holds with all required columns; no row is read."""
    found = set()
    try:
        for raw in map(adapt, open_tables(export, LoadReport())):
            table = match_table(raw.name, contract.tables)
            if table is not None and not match_columns(raw.header, table).missing:
                found.add(table.name)
    except NothingReadable:
        return frozenset()
    return frozenset(found)


def require_restriction(export: TableExport, *columns: tuple[str, str]) -> None:
    """Insist that an export whose mapping says so really marks restricted records.

    Raises:
        MappingError: when none of the columns, each given with its table, is there.
    """
    if not export.mapping.declares_restriction or any(export.has_column(*c) for c in columns):
        return
    raise MappingError(
        "The mapping says that the export marks restricted records, but no column does",
        [
            Problem(
                "missing: " + " or ".join(f"{table}.{column}" for table, column in columns),
                hint="export the column, or write restricted: none_in_this_export "
                "once somebody made sure that it holds none",
            )
        ],
    )
