"""Read an export as a run does, for tests."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sos_audit.adapters.load_report import LoadReport
from sos_audit.adapters.mapping import parse_mapping
from sos_audit.adapters.protocol import ReadContext
from tests.rendering.table import write_tables

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from sos_audit.adapters.protocol import Adapter
    from sos_audit.casefile import CaseFile, ExportHeader
    from tests.rendering.table import Table


class Reading(NamedTuple):
    """Everything that came out of an export."""

    header: ExportHeader
    cases: list[CaseFile]
    report: LoadReport


def read_export(adapter: Adapter, export: Path, spool: Path, mapping: str | None = None) -> Reading:
    """Read an export to its end."""
    report = LoadReport()
    known = None if mapping is None else parse_mapping(mapping)
    reading = adapter.read(export, ReadContext(known, spool, report))
    return Reading(reading.header, list(reading.case_files), report)


def read_tables(adapter: Adapter, tables: Iterable[Table], mapping: str, folder: Path) -> Reading:
    """Write tables into a folder and read them back."""
    write_tables(folder / "export", tables, mapping)
    return read_export(adapter, folder / "export", folder / "spool", mapping)
