"""The SQLite file behind a table store.

Its tables and columns are numbered, so no word of an export or a contract reaches the SQL.
"""
# ruff: noqa: S608 - the names put into statements are those numbers

import contextlib
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from sos_audit.adapters.tables.fitting import FittedRow
from sos_audit.adapters.tables.values import as_id
from sos_audit.errors import ConfigurationError, Problem

Record = tuple[int, int, str, *tuple[str | None, ...]]
"""File, row number, flags, then the values."""

_SETTINGS = (
    "PRAGMA journal_mode = TRUNCATE",
    "PRAGMA synchronous = OFF",
    "PRAGMA cache_size = -32768",
    # Nothing may reach the system's folder for temporary files.
    "PRAGMA temp_store = MEMORY",
)


_ROOM = "the output folder needs about twice the size of the export, for the time of the run"


@dataclass(frozen=True, slots=True)
class StoredTable:
    """A table of the database: its number, its columns in order, and those with an index."""

    number: int
    columns: tuple[str, ...]
    indexed: set[str] = field(default_factory=set)

    @property
    def id(self) -> str:
        """What the table is called in the database."""
        return f"t{self.number}"

    def column_id(self, column: str) -> str:
        """What a column is called in the database; a KeyError if the contract has none such."""
        if column not in self.columns:
            raise KeyError(column)
        return f"c{self.columns.index(column)}"

    def cells(self, columns: tuple[str, ...]) -> str:
        """What a query asks of a row: its file, number and flags, and these columns."""
        return ", ".join(["t.file, t.number, t.flags", *map(self.column_id, columns)])

    def index_id(self, column: str) -> str:
        """What the index of a column is called in the database."""
        return f"{self.id}_{self.column_id(column)}"


class RowDatabase:
    """Rows in the order of their places, found by the value of any column.

    No query sorts: the order of rows is an index made before they come in, and the index of a
    column is a table filled row by row. So memory stays bounded, and so does what is on disk.
    """

    def __init__(self, path: Path) -> None:
        self._database = sqlite3.connect(path, isolation_level=None)
        self._database.create_function("id_of", 1, id_of, deterministic=True)
        for setting in _SETTINGS:
            self._database.execute(setting)

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()

    @contextlib.contextmanager
    def transaction(self) -> Iterator[None]:
        """All of the block's changes, or none if it fails."""
        with self._writing():
            self._database.execute("BEGIN")
            try:
                yield
            except BaseException:
                if self._database.in_transaction:
                    self._database.execute("ROLLBACK")
                raise
            self._database.execute("COMMIT")

    @contextlib.contextmanager
    def _writing(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.OperationalError:
            raise ConfigurationError(
                "The disk cannot hold the rows of this export",
                [Problem("full, or not writable", hint=_ROOM)],
            ) from None

    def create(self, table: StoredTable) -> None:
        """Make a table, if it is not there yet, and forget the indexes of its columns."""
        columns = "".join(f", {table.column_id(column)} TEXT" for column in table.columns)
        self._database.execute(
            f"CREATE TABLE IF NOT EXISTS {table.id}"
            f" (place BLOB, file INTEGER, number INTEGER, flags TEXT{columns})"
        )
        self._database.execute(f"CREATE INDEX IF NOT EXISTS {table.id}_order ON {table.id} (place)")
        for column in table.indexed:
            self._database.execute(f"DROP TABLE {table.index_id(column)}")
        table.indexed.clear()

    def insert(self, table: StoredTable, file: int, rows: Iterable[FittedRow]) -> None:
        """Add rows of a file."""
        marks = ", ".join("?" * (4 + len(table.columns)))
        self._database.executemany(
            f"INSERT INTO {table.id} VALUES ({marks})",
            ((row.place, file, row.number, row.flags, *row.values) for row in rows),
        )

    def duplicates(self, table: StoredTable, file: int) -> int:
        """How many rows of a file repeat an earlier row of the table, value for value."""
        query = (
            f"SELECT COUNT(*) FROM {table.id} new WHERE new.file = ? AND EXISTS"
            f" (SELECT 1 FROM {table.id} old WHERE old.place = new.place AND old.rowid < new.rowid)"
        )
        (count,) = self._database.execute(query, (file,)).fetchone()
        return int(count)

    def all(self, table: StoredTable, columns: tuple[str, ...]) -> Iterator[Record]:
        """Every row, in the order of places."""
        cells = table.cells(columns)
        yield from self._database.execute(f"SELECT {cells} FROM {table.id} t ORDER BY place, rowid")

    def where(
        self, table: StoredTable, column: str, value: str, columns: tuple[str, ...]
    ) -> Iterator[Record]:
        """The rows whose column has a value, compared as ids, in the order of places."""
        index, cells = self._index(table, column), table.cells(columns)
        yield from self._database.execute(
            f"SELECT {cells} FROM {index} i CROSS JOIN {table.id} t ON t.rowid = i.line"
            " WHERE i.value = ? ORDER BY i.place, i.line",
            (id_of(value),),
        )

    def distinct(self, table: StoredTable, column: str) -> Iterator[str]:
        """The different values of a column as ids, sorted."""
        index = self._index(table, column)
        query = f"SELECT DISTINCT value FROM {index} ORDER BY value"
        yield from (value for (value,) in self._database.execute(query))

    def _index(self, table: StoredTable, column: str) -> str:
        index = table.index_id(column)
        if column not in table.indexed:
            with self._writing():
                self._make_index(table, column)
            table.indexed.add(column)
        return index

    def _make_index(self, table: StoredTable, column: str) -> None:
        index, cell = table.index_id(column), table.column_id(column)
        self._database.execute(
            f"CREATE TABLE {index} (value TEXT, place BLOB, line INTEGER,"
            " PRIMARY KEY (value, place, line)) WITHOUT ROWID"
        )
        self._database.execute(
            f"INSERT INTO {index} SELECT id_of({cell}), place, rowid FROM {table.id}"
            f" WHERE {cell} IS NOT NULL"
        )


def id_of(value: str) -> str:
    """The value as ids are compared; one that cannot be an id stands for itself."""
    try:
        return as_id(value) or ""
    except ValueError:
        return value.strip()
