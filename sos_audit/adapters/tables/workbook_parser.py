"""The child's side of a workbook: check it for bombs, parse it, give its cells as text."""

import datetime as dt
import zipfile
from collections.abc import Iterator
from itertools import islice
from typing import IO, TypeAlias

import python_calamine

from sos_audit.adapters.tables.guards import (
    WORKBOOK_LIMITS,
    check_inflation,
    check_members,
    unzipping,
)
from sos_audit.adapters.tables.titles import TOP
from sos_audit.errors import RefusedInput

LONGEST_CELL = 32_767
"""No spreadsheet program writes a longer cell, so a longer one is refused."""

LONGEST_ROW = 2**22
"""Nor are there many cells of that length in a row."""

Cell: TypeAlias = int | float | str | bool | dt.time | dt.date | dt.datetime | dt.timedelta
Parsed: TypeAlias = tuple[int, list[str] | str]
"""A row's number in the sheet, and its cells or why they are refused."""

_LARGEST_EXACT = 2**53
_DAMAGED = RefusedInput(
    "a workbook that cannot be parsed", hint="open it and save it again as .xlsx"
)


def tops(content: IO[bytes]) -> Iterator[tuple[str, list[tuple[int, list[str]]]]]:
    """Every sheet's name and its first rows with anything in them."""
    workbook = _opened(content)
    for name in _worksheets(workbook):
        rows = islice(_filled(workbook, name), TOP)
        yield name, [(at, [_text(cell)[:LONGEST_CELL] for cell in row]) for at, row in rows]


def sheet(content: IO[bytes], name: str) -> Iterator[Parsed]:
    """The rows of one sheet that have anything in them."""
    for number, cells in _filled(_opened(content), name):
        texts = [_text(cell) for cell in cells]
        yield number, _refusal(texts) or texts


def _opened(content: IO[bytes]) -> python_calamine.CalamineWorkbook:
    """The workbook, once it is known how large it becomes."""
    with unzipping(""), zipfile.ZipFile(content) as archive:
        check_members(archive, WORKBOOK_LIMITS, "")
        check_inflation(archive, archive.infolist(), WORKBOOK_LIMITS, "")
    content.seek(0)
    try:
        return python_calamine.CalamineWorkbook.from_filelike(content)
    except python_calamine.CalamineError:
        raise _DAMAGED from None


def _worksheets(workbook: python_calamine.CalamineWorkbook) -> list[str]:
    worksheet = python_calamine.SheetTypeEnum.WorkSheet
    return [sheet.name for sheet in workbook.sheets_metadata if sheet.typ == worksheet]


def _filled(
    workbook: python_calamine.CalamineWorkbook, name: str
) -> Iterator[tuple[int, list[Cell]]]:
    """Rows with anything in them, under their number in the sheet."""
    try:
        rows = workbook.get_sheet_by_name(name).iter_rows()
    except python_calamine.CalamineError:
        raise _DAMAGED from None
    return ((at, row) for at, row in enumerate(rows, 1) if any(cell != "" for cell in row))


def _refusal(texts: list[str]) -> str:
    if any(len(text) > LONGEST_CELL for text in texts):
        return f"a cell longer than {LONGEST_CELL} characters"
    if sum(map(len, texts)) > LONGEST_ROW:
        return f"a row longer than {LONGEST_ROW} characters"
    return "NUL bytes" if any("\0" in text for text in texts) else ""


def _text(cell: Cell) -> str:
    """A cell as an export in text would hold it: whole numbers without ``.0``, dates in ISO."""
    if isinstance(cell, str):
        return cell
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < _LARGEST_EXACT:
        return str(int(cell))
    return cell.isoformat() if isinstance(cell, dt.date | dt.time) else str(cell)
