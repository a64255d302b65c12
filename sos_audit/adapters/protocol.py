"""What an adapter is: one object that recognises an export and reads it into case files."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple, Protocol, runtime_checkable

from sos_audit.adapters.load_report import LoadReport
from sos_audit.adapters.mapping import Mapping
from sos_audit.adapters.tables.contract import Contract
from sos_audit.casefile import CaseFile, ExportHeader

API_VERSION = 1
"""Adapters declare the version they were written for; another version is not loaded."""


class Claim(NamedTuple):
    """An adapter's answer to "is this yours?", with the reason an analyst can check."""

    reason: str


@dataclass(frozen=True, slots=True)
class ReadContext:
    """What an adapter is given besides the export.

    `spool` is an owner-only folder for the table store; `report` collects what was read, refused
    and withheld.
    """

    mapping: Mapping | None
    spool: Path
    report: LoadReport


@dataclass(frozen=True, slots=True)
class ExportReading:
    """What an adapter returns: the header at once, the case files as a stream.

    Case files of one family follow each other; families come in order of family id, children in
    order of child id.
    """

    header: ExportHeader
    case_files: Iterable[CaseFile]


@runtime_checkable
class Adapter(Protocol):
    """Turns one vendor's exported tables into case files.

    `claims` looks at names and headers only and never reads narrative; `read` refuses bad rows
    into the context's report and never ends a run for one of them.
    """

    name: str
    api_version: int

    def claims(self, export: Path) -> Claim | None:
        """Say why the export is this adapter's, or None."""

    def contract(self) -> Contract:
        """The tables and columns the adapter understands."""

    def read(self, export: Path, context: ReadContext) -> ExportReading:
        """Read the export.

        Raises:
            NothingReadable: when a required table is missing or no case file can be made.
            MappingError: when the mapping is missing, or lacks the restriction statement.
        """
