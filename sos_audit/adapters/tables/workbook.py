"""Read the sheets of an XLSX workbook as tables, after looking for what would exhaust memory."""

import datetime as dt
import io
import zipfile
from collections.abc import Iterator
from typing import TypeAlias

import python_calamine

from sos_audit.adapters.tables.encoding import repair_mojibake
from sos_audit.adapters.tables.guards import (
    WORKBOOK_LIMITS,
    check_inflation,
    check_members,
)
from sos_audit.adapters.tables.raw import (
    MOJIBAKE_REPAIRED,
    RawRow,
    RawTable,
    RefusedRow,
    value_of,
)
from sos_audit.adapters.tables.source import Source
from sos_audit.errors import RefusedInput

LONGEST_CELL = 32_767
"""No spreadsheet program writes a longer cell, so a longer one is refused."""

Cell: TypeAlias = int | float | str | bool | dt.time | dt.date | dt.datetime | dt.timedelta
_LARGEST_EXACT = 2**53


def read_workbook(source: Source) -> Iterator[RawTable]:
    """The sheets of a workbook as tables, one in memory at a time.

    Raises:
        RefusedInput: when it is no workbook, or inflates beyond the limits.
    """
    content = _checked(source)
    for name, cells in _sheets(content, source.label):
        rows = _filled(cells)
        _, header = next(rows, (0, []))
        names = tuple(_text(cell).strip() for cell in header)
        yield RawTable(name, source.label, names, _rows(rows), "xlsx")


def _checked(source: Source) -> bytes:
    """The packed workbook, once it is known how large it becomes."""
    with source.open() as stream:
        content = stream.read(WORKBOOK_LIMITS.inflated + 1)
    if len(content) > WORKBOOK_LIMITS.inflated:
        raise RefusedInput("larger than a workbook may be", file=source.label)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        check_members(archive, WORKBOOK_LIMITS, source.label)
        check_inflation(archive, archive.infolist(), WORKBOOK_LIMITS, source.label)
    return content


def _sheets(content: bytes, label: str) -> Iterator[tuple[str, Iterator[list[Cell]]]]:
    """The only use of the parser, so that a child process can take its place."""
    try:
        with python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(content)) as workbook:
            for name in _worksheets(workbook):
                yield name, workbook.get_sheet_by_name(name).iter_rows()
    except python_calamine.CalamineError:
        raise RefusedInput(
            "a workbook that cannot be parsed",
            file=label,
            hint="open it and save it again as .xlsx",
        ) from None


def _worksheets(workbook: python_calamine.CalamineWorkbook) -> list[str]:
    worksheet = python_calamine.SheetTypeEnum.WorkSheet
    return [sheet.name for sheet in workbook.sheets_metadata if sheet.typ == worksheet]


def _filled(rows: Iterator[list[Cell]]) -> Iterator[tuple[int, list[Cell]]]:
    """Rows with anything in them, under their number in the sheet."""
    return ((at, row) for at, row in enumerate(rows, 1) if any(cell != "" for cell in row))


def _rows(rows: Iterator[tuple[int, list[Cell]]]) -> Iterator[RawRow | RefusedRow]:
    for number, cells in rows:
        texts = [_text(cell) for cell in cells]
        if any(len(text) > LONGEST_CELL for text in texts):
            yield RefusedRow(number, f"a cell longer than {LONGEST_CELL} characters")
        elif any("\0" in text for text in texts):
            yield RefusedRow(number, "NUL bytes")
        else:
            yield _row(number, texts)


def _row(number: int, texts: list[str]) -> RawRow:
    repaired = [repair_mojibake(text) for text in texts]
    flags = frozenset({MOJIBAKE_REPAIRED}) if repaired != texts else frozenset[str]()
    return RawRow(number, tuple(map(value_of, repaired)), flags)


def _text(cell: Cell) -> str:
    """A cell as an export in text would hold it: whole numbers without ``.0``, dates in ISO."""
    if isinstance(cell, str):
        return cell
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < _LARGEST_EXACT:
        return str(int(cell))
    return cell.isoformat() if isinstance(cell, dt.date | dt.time) else str(cell)
