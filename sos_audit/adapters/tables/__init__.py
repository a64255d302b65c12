"""The one table layer of all adapters: files in, rows on disk, found again by any column.

`open_tables` reads what an authority exported, `match_table` says which table of a contract it
is, and a `TableStore` keeps the rows. Values become dates, ids, flags and numbers last.
"""

from sos_audit.adapters.tables.contract import ColumnContract, Contract, TableContract
from sos_audit.adapters.tables.dates import as_date, as_date_of_parts, as_datetime
from sos_audit.adapters.tables.names import match_columns, match_table, normalise
from sos_audit.adapters.tables.opening import open_tables
from sos_audit.adapters.tables.raw import (
    CHARACTERS_LOST,
    MAYBE_CUT,
    MOJIBAKE_REPAIRED,
    TRUNCATED,
    RawRow,
    RawTable,
    RefusedRow,
)
from sos_audit.adapters.tables.row import Row
from sos_audit.adapters.tables.store import TableStore
from sos_audit.adapters.tables.values import as_flag, as_id, as_number, is_truncated

__all__ = [
    "CHARACTERS_LOST",
    "MAYBE_CUT",
    "MOJIBAKE_REPAIRED",
    "TRUNCATED",
    "ColumnContract",
    "Contract",
    "RawRow",
    "RawTable",
    "RefusedRow",
    "Row",
    "TableContract",
    "TableStore",
    "as_date",
    "as_date_of_parts",
    "as_datetime",
    "as_flag",
    "as_id",
    "as_number",
    "is_truncated",
    "match_columns",
    "match_table",
    "normalise",
    "open_tables",
]
