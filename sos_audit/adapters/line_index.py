"""A first pass over an interchange file: where each child's line is, and who is restricted.

Only ids, places and hashes are kept, so that memory does not grow with the narrative and the
lines can be read again in the order of families, wherever they stand in the file.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from pydantic_core import from_json

from sos_audit.adapters.load_report import Refusal
from sos_audit.adapters.restriction import RestrictionScan
from sos_audit.errors import RefusedInput

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import BinaryIO

    from sos_audit.adapters.load_report import LoadReport
    from sos_audit.adapters.restriction import Restriction

LINE_LIMIT = 64 * 1024 * 1024
"""Bytes; a longer line is refused unread."""


class Line(NamedTuple):
    """One child's line; the order of lines is the order of reading."""

    family: str
    child: str
    row: int
    offset: int
    digest: bytes


@dataclass(frozen=True, slots=True)
class LineIndex:
    """The lines that can be read, in order, how many there are in all, and who is restricted."""

    total: int
    lines: tuple[Line, ...]
    restriction: Restriction


def index_lines(path: Path, report: LoadReport) -> LineIndex:
    """Look at every line after the header once; what cannot be read is refused."""
    scan = RestrictionScan()
    found: defaultdict[str, list[Line]] = defaultdict(list)
    total = 0
    for row, offset, raw in numbered_lines(path):
        if row == 1 or not raw.strip():
            continue
        total += 1
        try:
            line = _index(row, offset, raw, scan)
        except RefusedInput as error:
            report.refuse(Refusal(path.name, row, error.reason, column=error.column or ""))
        else:
            found[line.child].append(line)
    lines = [line for same in found.values() for line in _single(same, path.name, report)]
    return LineIndex(total, tuple(sorted(lines)), scan.result())


def numbered_lines(path: Path) -> Iterator[tuple[int, int, bytes]]:
    """Every line with its number from 1 and its offset; an overlong one comes cut off."""
    with path.open("rb") as file:
        row, offset = 1, 0
        while raw := file.readline(LINE_LIMIT + 1):
            yield row, offset, raw
            while not raw.endswith(b"\n") and (rest := file.readline(LINE_LIMIT)):
                raw = rest
            row, offset = row + 1, file.tell()


def read_line(file: BinaryIO, line: Line) -> bytes:
    """The bytes of an indexed line."""
    file.seek(line.offset)
    return file.readline(LINE_LIMIT + 1)


def _index(row: int, offset: int, raw: bytes, scan: RestrictionScan) -> Line:
    if len(raw) > LINE_LIMIT:
        raise RefusedInput(f"the line is longer than {LINE_LIMIT} bytes")
    try:
        record = from_json(raw)
    except ValueError as error:
        raise RefusedInput("the line is not JSON") from error
    child = record.get("child_id") if isinstance(record, dict) else None
    if not isinstance(child, str) or not child:
        raise RefusedInput("must be text", column="child_id")
    _note_restrictions(record, child, scan)
    family = record.get("family_id")
    return Line(
        family=family if isinstance(family, str) and family else child,
        child=child,
        row=row,
        offset=offset,
        digest=hashlib.sha256(raw.strip()).digest(),
    )


def _note_restrictions(record: dict[str, object], child: str, scan: RestrictionScan) -> None:
    """Anything but a plain `false` counts as restricted here: a slip must not open a record."""
    if record.get("restricted") is not False:
        scan.person(child)
    documents = record.get("documents")
    for document in documents if isinstance(documents, list) else []:
        if isinstance(document, dict) and isinstance(document.get("id"), str):
            subjects = document.get("subjects")
            scan.document(
                document["id"],
                {child, *filter(_is_text, subjects if isinstance(subjects, list) else [])},
                restricted=document.get("restricted", False) is not False,
            )


def _is_text(value: object) -> bool:
    return isinstance(value, str)


def _single(same: list[Line], file: str, report: LoadReport) -> list[Line]:
    """The one line of a child; of equal copies the first, of different ones none."""
    equal = len({line.digest for line in same}) == 1
    for line in same[1:] if equal else same:
        report.refuse(
            Refusal(file, line.row, "the child has more than one line", column="child_id")
        )
    return same[:1] if equal else []
