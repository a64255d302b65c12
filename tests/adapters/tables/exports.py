"""Exports written as the tools of authorities write them."""

import contextlib
import io
import zipfile

from sos_audit.adapters.load_report import LoadReport
from sos_audit.adapters.tables import RawRow, open_tables
from sos_audit.adapters.tables.source import Source


def source_of(content, label="t.csv"):
    """A source over bytes; text is written as UTF-8."""
    held = content.encode() if isinstance(content, str) else content
    return Source(label, lambda: contextlib.closing(io.BytesIO(held)))


def zip_of(members):
    """A ZIP of named texts or bytes."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return held.getvalue()


def opened(path):
    """The tables of an export as plain values by label, and the report."""
    report = LoadReport()
    tables = {
        (table.file, table.name): [table.header, *values_of(table.rows)]
        for table in open_tables(path, report)
    }
    return tables, report


def values_of(rows):
    """Values of rows read, reasons of rows refused."""
    return [row.values if isinstance(row, RawRow) else row.reason for row in rows]
