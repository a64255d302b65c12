"""Open an export, whatever it comes in, as a stream of tables."""

import os
import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path, PurePosixPath

from sos_audit.adapters.load_report import LoadReport
from sos_audit.adapters.tables.delimited import read_delimited
from sos_audit.adapters.tables.guards import (
    ARCHIVE_LIMITS,
    DAMAGE,
    DAMAGED,
    EXPORT_AGAIN,
    check_inflation,
    check_member,
    check_members,
    unzipping,
)
from sos_audit.adapters.tables.raw import RawRow, RawTable, RefusedRow
from sos_audit.adapters.tables.source import Source, file_source, member_source
from sos_audit.adapters.tables.tree import read_tree
from sos_audit.adapters.tables.workbook import read_workbook
from sos_audit.errors import NothingReadable, RefusedInput

TEXT_SUFFIXES = frozenset({".csv", ".tsv", ".txt", ".psv", ".dat"})
TREE_SUFFIXES = frozenset({".xml", ".json"})
WORKBOOK_SUFFIXES = frozenset({".xlsx", ".xlsm"})
ARCHIVE_SUFFIX = ".zip"

_ZIP_MARK = b"PK\x03\x04"
_MARKUP = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*<(?:!doctype|\?xml|html|table|body|div|head)\b", re.IGNORECASE
)
_OLE_MARK = b"\xd0\xcf\x11\xe0"


def open_tables(path: Path, report: LoadReport) -> Iterator[RawTable]:
    """The tables of a folder, a ZIP, a workbook or a single file, in the order of their names.

    Each table's rows are read before the next table is asked for. A file that cannot be read goes
    into the report and the others are read all the same.

    Raises:
        NothingReadable: when the path does not exist or holds no table at all.
    """
    found = False
    for source in _sources(path, report):
        for table in _tables(source, report):
            found = True
            yield table
    if not found:
        raise NothingReadable(f"no table in {path.name}: expected CSV, XLSX, or a ZIP of these")


def _sources(path: Path, report: LoadReport) -> Iterator[Source]:
    if path.is_file():
        yield file_source(path, path.name)
        return
    for file in _files(path):
        label = file.relative_to(path).as_posix()
        if file.is_symlink():
            report.refuse_file(label, "the file is a link", "copy the file itself")
        elif file.is_file() and not _is_clutter(label):
            yield file_source(file, label)


def _files(folder: Path) -> list[Path]:
    """Everything in a folder that is not a folder, links to folders not followed."""
    found = []
    for parent, folders, names in os.walk(folder):
        linked = [name for name in folders if (Path(parent) / name).is_symlink()]
        found += [Path(parent) / name for name in (*names, *linked)]
    return sorted(found, key=lambda file: file.relative_to(folder).as_posix())


def _is_clutter(label: str) -> bool:
    """Whether a file is one that desktops and office programs leave behind."""
    parts = PurePosixPath(label).parts
    return ".." not in parts and any(part.startswith((".", "~$", "__MACOSX")) for part in parts)


def _tables(source: Source, report: LoadReport) -> Iterator[RawTable]:
    try:
        for table in _tables_of_kind(source, report):
            if any(table.header):
                yield replace(table, rows=_undamaged(table))
            else:
                report.warn(source.label, "an empty table")
    except RefusedInput as refusal:
        report.refuse_file(source.label, refusal.reason, refusal.hint or "")
    except DAMAGE:
        report.refuse_file(source.label, DAMAGED, EXPORT_AGAIN)


def _undamaged(table: RawTable) -> Iterator[RawRow | RefusedRow]:
    """The rows of a table; a file that breaks off or disappears meanwhile is refused as a whole."""
    try:
        yield from table.rows
    except DAMAGE:
        raise RefusedInput(DAMAGED, file=table.file, hint=EXPORT_AGAIN) from None


def _tables_of_kind(source: Source, report: LoadReport) -> Iterator[RawTable]:
    if source.suffix not in TEXT_SUFFIXES | TREE_SUFFIXES | WORKBOOK_SUFFIXES | {ARCHIVE_SUFFIX}:
        report.warn(source.label, "not a table, left unread")
        return
    _check_kind(source)
    if source.suffix in TEXT_SUFFIXES:
        yield read_delimited(source, report)
    elif source.suffix in TREE_SUFFIXES:
        yield read_tree(source)
    elif source.suffix in WORKBOOK_SUFFIXES:
        yield from read_workbook(source)
    else:
        yield from _members(source, report)


def _check_kind(source: Source) -> None:
    """Refuse a file whose first bytes contradict its name."""
    with source.open() as stream:
        start = stream.read(256)
    head = start[:4]
    if source.suffix in TREE_SUFFIXES:
        return
    if source.suffix in TEXT_SUFFIXES and _MARKUP.match(start):
        raise RefusedInput("HTML or XML under the name of a text table", hint="export as CSV")
    if head == _OLE_MARK:
        raise RefusedInput("an old or password-protected workbook", hint="save it as .xlsx")
    if (head == _ZIP_MARK) == (source.suffix in TEXT_SUFFIXES) and head != b"PK\x05\x06":
        raise RefusedInput(f"not what its name says: {source.suffix}")


def _members(source: Source, report: LoadReport) -> Iterator[RawTable]:
    """The tables in a ZIP, each member read as a stream and never written under its own name."""
    with unzipping(source.label), source.open() as stream, zipfile.ZipFile(stream) as archive:
        check_members(archive, ARCHIVE_LIMITS, source.label)
        members = sorted(archive.infolist(), key=lambda member: member.filename)
    for member in members:
        inner = member_source(source, member)
        if not member.filename:
            report.refuse_file(inner.label, "a member without a name", "make the archive again")
            continue
        if member.is_dir() or _is_clutter(member.filename):
            continue
        try:
            _check_member(source, member, inner)
        except RefusedInput as refusal:
            report.refuse_file(inner.label, refusal.reason, refusal.hint or "")
        else:
            yield from _tables(inner, report)


def _check_member(source: Source, member: zipfile.ZipInfo, inner: Source) -> None:
    if inner.suffix == ARCHIVE_SUFFIX:
        raise RefusedInput("a ZIP inside a ZIP", hint="unpack the inner ZIP first")
    check_member(member, inner.label)
    with unzipping(inner.label), source.open() as stream, zipfile.ZipFile(stream) as archive:
        check_inflation(archive, [member], ARCHIVE_LIMITS, inner.label)
