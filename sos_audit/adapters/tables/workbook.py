"""Read the sheets of an XLSX workbook as tables; a child process does the parsing.

One child looks at the headers of all sheets, and one more reads each sheet's rows when they are
asked for, so that no more than a sheet is ever held in memory, and that not here.
"""

from collections.abc import Iterator

from sos_audit.adapters.tables.encoding import repair_mojibake
from sos_audit.adapters.tables.raw import (
    MOJIBAKE_REPAIRED,
    RawRow,
    RawTable,
    RefusedRow,
    value_of,
)
from sos_audit.adapters.tables.source import Source
from sos_audit.adapters.tables.titles import header_at
from sos_audit.adapters.text.sandbox import in_sandbox

_PARSER = "sos_audit.adapters.tables.workbook_parser"


def read_workbook(source: Source) -> Iterator[RawTable]:
    """The sheets of a workbook as tables, in their order.

    Raises:
        RefusedInput: when it is no workbook, or needs more memory or time than it may use.
    """
    for name, rows in in_sandbox(f"{_PARSER}:tops", source.pieces(), file=source.label):
        at = header_at([cells for _, cells in rows])
        number, header = rows[at] if rows else (0, [])
        names = tuple(cell.strip() for cell in header)
        yield RawTable(name, source.label, names, _rows(source, name, number), "xlsx")


def _rows(source: Source, name: str, header: int) -> Iterator[RawRow | RefusedRow]:
    parse = f"{_PARSER}:sheet"
    for number, cells in in_sandbox(parse, source.pieces(), file=source.label, options=[name]):
        if number <= header:
            continue
        if isinstance(cells, str):
            yield RefusedRow(number, cells)
        else:
            yield _row(number, cells)


def _row(number: int, texts: list[str]) -> RawRow:
    repaired = [repair_mojibake(text) for text in texts]
    flags = frozenset({MOJIBAKE_REPAIRED}) if repaired != texts else frozenset[str]()
    return RawRow(number, tuple(map(value_of, repaired)), flags)
