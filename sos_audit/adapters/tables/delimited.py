"""Read delimited text row by row, and refuse what cannot be told apart rather than guess."""

import csv
import re
from collections.abc import Iterator
from itertools import islice, takewhile

from sos_audit.adapters.load_report import LoadReport
from sos_audit.adapters.tables.encoding import FALLBACK, detect, repair_mojibake
from sos_audit.adapters.tables.lines import LineFeed, decoded
from sos_audit.adapters.tables.raw import (
    MAYBE_CUT,
    MOJIBAKE_REPAIRED,
    RawRow,
    RawTable,
    RefusedRow,
    value_of,
)
from sos_audit.adapters.tables.sniffing import delimiter_of
from sos_audit.adapters.tables.source import Source
from sos_audit.adapters.tables.titles import TOP, header_at
from sos_audit.errors import RefusedInput

LONGEST_FIELD = 8 * 2**20
"""A field with more characters than this is taken for a quote that was never closed."""

_UNDECODED_MARK = "ï»¿"
_COUNT_LINE = re.compile(r"^\(\d+ rows? affected\)$")
_EXPORT_QUOTED = "export with every text in quotes, and quotes inside a text doubled"


def read_delimited(source: Source, report: LoadReport) -> RawTable:
    """Open a delimited file: its header at once, its rows as they are asked for."""
    encoding = detect(source)
    if encoding == FALLBACK:
        report.warn(source.label, "not UTF-8, read as Windows-1252", "export as UTF-8")
    with source.open() as stream, decoded(stream, encoding) as text:
        delimiter = delimiter_of(text.read(64 * 1024))
    titles, header = _header(source, encoding, delimiter)
    if titles:
        report.warn(source.label, f"{titles} lines above the header left out")
    rows = _with_cuts(_rows(source, encoding, delimiter, titles, len(header)))
    return RawTable(source.stem, source.label, header, rows, encoding)


def _header(source: Source, encoding: str, delimiter: str) -> tuple[int, tuple[str, ...]]:
    """How many records stand above the header, and its names."""
    with source.open() as stream, decoded(stream, encoding) as text:
        top = [record for _, record, _ in islice(_records(LineFeed(text), delimiter), TOP)]
    first = top[0] if top else []
    if isinstance(first, str):
        raise RefusedInput(f"no header to read: {first}", file=source.label, hint=_EXPORT_QUOTED)
    whole = list(takewhile(lambda record: not isinstance(record, str), top))
    at = header_at(whole) if whole else 0
    header = whole[at] if whole else []
    return at, tuple(name.removeprefix(_UNDECODED_MARK).strip() for name in header)


def _rows(
    source: Source, encoding: str, delimiter: str, titles: int, width: int
) -> Iterator[tuple[RawRow | RefusedRow, bool]]:
    """The rows below the header, each with whether its text may go on in the next line."""
    with source.open() as stream, decoded(stream, encoding) as text:
        feed = LineFeed(text)
        for number, record, lines in islice(_records(feed, delimiter), titles + 1, None):
            if isinstance(record, str):
                yield RefusedRow(number, record, _EXPORT_QUOTED, lines), False
            elif any(cell and not cell.isspace() for cell in record) and not _is_count(record):
                yield _row(number, record, width, feed), not feed.ends_quoted


def _records(feed: LineFeed, delimiter: str) -> Iterator[tuple[int, list[str] | str, int]]:
    """Number, cells and lines of every record; a reason instead of cells where they are broken."""
    csv.field_size_limit(LONGEST_FIELD)
    reader = csv.reader(feed, delimiter=delimiter, strict=True)
    number = 1
    while True:
        feed.begin_row()
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield number, _reason(error), feed.lines
            number += feed.lines
            continue
        if cells:
            yield number, cells, 1
        number += 1


def _reason(error: csv.Error) -> str:
    message = str(error)
    if "expected after" in message:
        return "a quote inside a quoted text is not doubled"
    if "field limit" in message:
        return "a text of more than 8 MiB, or a quote that is never closed"
    if "end of data" in message:
        return "a quote is never closed"
    return "a line too long to be a row"


def _row(number: int, cells: list[str], width: int, feed: LineFeed) -> RawRow | RefusedRow:
    while len(cells) > width and not cells[-1].strip():
        cells.pop()
    if len(cells) != width:
        return RefusedRow(
            number, f"{len(cells)} fields where the header has {width}", _EXPORT_QUOTED
        )
    if feed.has_nul:
        return RefusedRow(number, "NUL bytes", "export as text in UTF-8")
    values = tuple(map(value_of, cells))
    if feed.is_ascii:
        return RawRow(number, values)
    return _repaired(number, values)


def _repaired(number: int, values: tuple[str | None, ...]) -> RawRow:
    repaired = tuple(value and repair_mojibake(value) for value in values)
    flags = frozenset({MOJIBAKE_REPAIRED}) if repaired != values else frozenset[str]()
    return RawRow(number, repaired, flags)


def _is_count(record: list[str]) -> bool:
    """Whether the record is the line that a database tool adds below its rows."""
    return len(record) == 1 and bool(_COUNT_LINE.match(record[0].strip()))


def _with_cuts(
    rows: Iterator[tuple[RawRow | RefusedRow, bool]],
) -> Iterator[RawRow | RefusedRow]:
    """Mark rows whose last text may go on in the broken row below: a line break not quoted."""
    held: RawRow | RefusedRow | None = None
    may_go_on = False
    for row, is_open in rows:
        if isinstance(held, RawRow) and may_go_on and isinstance(row, RefusedRow):
            held = held._replace(flags=held.flags | {MAYBE_CUT})
        if held is not None:
            yield held
        held, may_go_on = row, is_open
    if held is not None:
        yield held
