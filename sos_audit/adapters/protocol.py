"""What an adapter is: one object that recognises an export and reads it into case files."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple, Protocol, runtime_checkable

from sos_audit.adapters.load_report import LoadReport
from sos_audit.adapters.mapping import Mapping
from sos_audit.adapters.tables.contract import Contract
from sos_audit.adapters.tables.raw import RawTable
from sos_audit.casefile import CaseFile, ExportHeader

API_VERSION = 1
"""Adapters declare the version they were written for; another version is not loaded."""


class FormField(NamedTuple):
    """A question as a form's template has it."""

    code: str
    text: str | None = None
    section: str | None = None
    form: str | None = None


class Starter(NamedTuple):
    """What a system's plugin knows before there is a mapping.

    `text` is a mapping file to start from, `fields` are the questions of form templates that came
    with the export.
    """

    text: str = ""
    fields: tuple[FormField, ...] = ()


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


@runtime_checkable
class HasStarter(Protocol):
    """An adapter that knows its system well enough to begin a mapping; not every one does."""

    def starter(self, export: Path) -> Starter:
        """Give the beginning of a mapping for the export."""


def starter_of(adapter: Adapter, export: Path) -> Starter:
    """The beginning of a mapping; empty for an adapter that has none."""
    return adapter.starter(export) if isinstance(adapter, HasStarter) else Starter()


@runtime_checkable
class Adapts(Protocol):
    """An adapter whose tables come under other names or in other layouts than its contract's."""

    def adapt(self, raw: RawTable) -> RawTable:
        """Give the table as the contract has it, any other as it is."""


def adapted(adapter: Adapter, raw: RawTable) -> RawTable:
    """A table as the adapter's contract has it."""
    return adapter.adapt(raw) if isinstance(adapter, Adapts) else raw
