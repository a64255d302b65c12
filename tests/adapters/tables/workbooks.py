"""Workbooks written by hand: nothing but the parts that a spreadsheet program cannot do without."""

import datetime as dt
from xml.sax.saxutils import escape, quoteattr

from tests.adapters.tables.exports import source_of, zip_of

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
DAY, MOMENT = 1, 2
STYLES = (
    f'<styleSheet xmlns="{MAIN}"><cellXfs count="3"><xf numFmtId="0"/>'
    '<xf numFmtId="14" applyNumberFormat="1"/><xf numFmtId="22" applyNumberFormat="1"/>'
    "</cellXfs></styleSheet>"
)


def workbook_of(sheets):
    """A source over a workbook."""
    return source_of(packed(sheets), "book.xlsx")


def packed(sheets):
    """The bytes of a workbook whose sheets are lists of rows."""
    return zip_of(parts_of(sheets))


def parts_of(sheets):
    """The members of a workbook's ZIP."""
    names = list(sheets)
    sheet_list = "".join(
        f'<sheet name={quoteattr(name)} sheetId="{at}" r:id="r{at}"/>'
        for at, name in enumerate(names, 1)
    )
    relations = "".join(
        f'<Relationship Id="r{at}" Type="{RELATIONS}/worksheet" Target="worksheets/s{at}.xml"/>'
        for at, _ in enumerate(names, 1)
    )
    styles = f'<Relationship Id="s" Type="{RELATIONS}/styles" Target="styles.xml"/>'
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"/>',
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="w"'
        f' Type="{RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}">'
        f"<sheets>{sheet_list}</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">'
        f"{relations}{styles}</Relationships>",
        "xl/styles.xml": STYLES,
    }
    for at, name in enumerate(names, 1):
        parts[f"xl/worksheets/s{at}.xml"] = sheet_of(sheets[name])
    return parts


def sheet_of(rows):
    """The XML of one sheet."""
    lines = "".join(f'<row r="{at}">{cells_of(row, at)}</row>' for at, row in enumerate(rows, 1))
    return f'<worksheet xmlns="{MAIN}"><sheetData>{lines}</sheetData></worksheet>'


def cells_of(row, at):
    """The XML of a row's cells."""
    return "".join(cell_of(cell, at, column) for column, cell in enumerate(row))


def cell_of(value, row, column):
    """One cell; the columns are A to Z."""
    at = f'r="{chr(ord("A") + column)}{row}"'
    if isinstance(value, bool):
        return f'<c {at} t="b"><v>{int(value)}</v></c>'
    if isinstance(value, int | float):
        return f"<c {at}><v>{value}</v></c>"
    if isinstance(value, dt.datetime):
        days = (value - dt.datetime(1899, 12, 30)) / dt.timedelta(days=1)  # noqa: DTZ001
        return f'<c {at} s="{MOMENT}"><v>{days!r}</v></c>'
    if isinstance(value, dt.date):
        return f'<c {at} s="{DAY}"><v>{(value - dt.date(1899, 12, 30)).days}</v></c>'
    return f'<c {at} t="inlineStr"><is><t xml:space="preserve">{escape(value)}</t></is></c>'
