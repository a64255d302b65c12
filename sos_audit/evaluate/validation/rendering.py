"""Tables written for a terminal, as Markdown, as HTML; the report as JSON."""

from __future__ import annotations

import json
from html import escape
from typing import TYPE_CHECKING

from sos_audit.evaluate.validation.report_v1 import as_record
from sos_audit.evaluate.validation.tables import tables_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from sos_audit.evaluate.validation.report import Report
    from sos_audit.evaluate.validation.table import Table

_STYLE = """\
body { font: 15px/1.4 system-ui, sans-serif; margin: 2rem; color: #222; background: #fff; }
table { border-collapse: collapse; margin: 0 0 0.5rem; }
caption { text-align: left; font-weight: 600; font-size: 1.15rem; padding: 1rem 0 0.4rem; }
th, td { padding: 0.2rem 0.7rem; border-bottom: 1px solid #ddd; text-align: right; }
th:first-child, td:first-child { text-align: left; }
p { color: #555; margin: 0 0 1rem; }
"""


def as_text(tables: Iterable[Table]) -> str:
    """Columns side by side, for a terminal."""
    return "\n".join(map(_text, tables))


def as_markdown(tables: Iterable[Table]) -> str:
    """Markdown with a heading a table."""
    return "\n".join(f"## {table.title}\n\n{markdown_table(table)}" for table in tables)


def markdown_table(table: Table) -> str:
    """One table in Markdown, without its title."""
    rows = [
        "| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |"
        for row in (table.columns, *table.rows)
    ]
    rule = "|---" + "|---:" * (len(table.columns) - 1) + "|"
    note = f"\n{table.note}\n" if table.note else ""
    return "\n".join([rows[0], rule, *rows[1:], ""]) + note


def as_html(tables: Iterable[Table], title: str) -> str:
    """A page of its own, without scripts or anything from elsewhere."""
    body = "\n".join(map(_html, tables))
    return (
        f'<!doctype html>\n<html lang="en-GB">\n<head>\n<meta charset="utf-8">\n'
        f"<title>{escape(title)}</title>\n<style>\n{_STYLE}</style>\n</head>\n"
        f"<body>\n<h1>{escape(title)}</h1>\n{body}\n</body>\n</html>\n"
    )


def _text(table: Table) -> str:
    rows = (table.columns, *table.rows)
    widths = [max(map(len, cells)) for cells in zip(*rows, strict=True)]
    lines = (
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    )
    notes = [table.note] if table.note else []
    return "\n".join([table.title, *(f"  {line}" for line in lines), *notes, ""])


def _html(table: Table) -> str:
    head = "".join(f'<th scope="col">{escape(column)}</th>' for column in table.columns)
    rows = "\n".join(
        f'<tr><th scope="row">{escape(row[0])}</th>'
        + "".join(f"<td>{escape(cell)}</td>" for cell in row[1:])
        + "</tr>"
        for row in table.rows
    )
    note = f"\n<p>{escape(table.note)}</p>" if table.note else ""
    return (
        f"<table>\n<caption>{escape(table.title)}</caption>\n"
        f"<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}\n</tbody>\n</table>{note}"
    )


def _json(report: Report) -> str:
    return json.dumps(as_record(report), ensure_ascii=False, indent=2) + "\n"


FORMATS: Mapping[str, Callable[[Report], str]] = {
    "table": lambda report: as_text(tables_of(report)),
    "json": _json,
    "markdown": lambda report: as_markdown(tables_of(report)),
    "html": lambda report: as_html(tables_of(report), f"Accuracy of {report.reader}"),
}
"""The ways in which a report can be written, by the name that asks for them."""
