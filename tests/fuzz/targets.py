"""What is fuzzed: each reader with good files to start from, and what must hold whatever they say.

Parsers that run in a child process are called here directly: it is their own errors we are after.
"""

import contextlib
import io
import tempfile
from pathlib import Path

from sos_audit.adapters.load_report import LoadReport
from sos_audit.adapters.tables import (
    ColumnContract,
    TableContract,
    TableStore,
    as_date,
    as_flag,
    as_id,
    as_number,
    open_tables,
    workbook_parser,
)
from sos_audit.adapters.text import office_parser, readable
from sos_audit.errors import NothingReadable, RefusedInput
from tests.adapters.tables.exports import zip_of
from tests.adapters.tables.workbooks import packed
from tests.adapters.text.test_office import docx_of, paragraph, pdf_of

TABLE = [["ID", "DATE", "NOTE"], ["1", "03/02/2026", "Zoë’s"], ["2", "NULL", 'said "no", then']]
CSV = "\r\n".join(",".join(row) for row in TABLE)
CONTRACT = TableContract("t", columns=tuple(map(ColumnContract, TABLE[0])))
RTF = rb"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 A;}}\pard Mum\'92s {\b x}\u8217?\cell\row\par}"
HTML = "<table><tr><td>Mum</td><td>&amp;&nbsp;x<br/>y</td></tr></table><!-- c --><script>z</script>"


def tables(suffix):
    """A reader of tables: whatever is read or refused adds up."""

    def read(content):
        with tempfile.TemporaryDirectory() as folder, contextlib.suppress(NothingReadable):
            path = Path(folder) / f"t{suffix}"
            path.write_bytes(content)
            report = LoadReport()
            with TableStore(Path(folder) / "spool", report) as store:
                for table in open_tables(path, report):
                    load = store.load(table, name="t", contract=CONTRACT)
                    assert load.rows_in == load.rows_read + load.rows_refused
                rows = list(store.rows("t"))
            assert len(rows) == sum(load.rows_read for load in report.tables)

    return read


def text(text_format):
    """A renderer: it never fails, and its map leads into the raw text."""

    def read(content):
        raw = content.decode("latin-1")
        shown = readable(raw, text_format)
        runs = shown.source_map
        assert runs.length == len(shown.text)
        assert list(runs.starts) == sorted(runs.starts)
        places = zip(runs.raw_starts, runs.raw_ends, strict=True)
        assert all(0 <= start <= end <= len(raw) for start, end in places)

    return read


def parser(task):
    """A parser of office files: it refuses what it cannot read."""

    def read(content):
        with contextlib.suppress(RefusedInput):
            for _ in task(io.BytesIO(content)):
                pass

    return read


def values(content):
    """The readers of single values: they know a value or raise a ValueError."""
    for read in (as_date, as_id, as_flag, as_number):
        with contextlib.suppress(ValueError):
            read(content.decode("latin-1"))


def sheets(content):
    """All sheets of a workbook."""
    for name, _ in workbook_parser.tops(content):
        yield from workbook_parser.sheet(io.BytesIO(content.getvalue()), name)


XML = "<rows><row><ID>1</ID><NOTE>a &amp; b</NOTE></row></rows>"
JSON = '[{"ID": 1, "NOTE": "a", "DATE": null}, {"ID": "2", "NOTE": true}]'
TARGETS = {
    "csv": (tables(".csv"), [CSV.encode(), CSV.encode("utf-16"), CSV.encode("cp1252")]),
    "xml": (tables(".xml"), [XML.encode(), XML.encode("utf-16")]),
    "json": (tables(".json"), [JSON.encode()]),
    "zip": (tables(".zip"), [zip_of({"t.csv": CSV, "u.xml": XML})]),
    "xlsx": (parser(sheets), [packed({"t": TABLE, "u": [["ID", 1, True]]})]),
    "docx": (parser(office_parser.docx), [docx_of(paragraph("Mum"))]),
    "pdf": (parser(office_parser.pdf), [pdf_of("Mum")]),
    "rtf": (text("rtf"), [RTF]),
    "html": (text("html"), [HTML.encode("latin-1", "replace")]),
    "plain": (text("plain"), [b"Mum\r\n_x000D_\x0bsaid\x07"]),
    "values": (values, [b"03/02/2026 10:00", b"1770076800000", b"46056.5", b"a) Yes", b"1,000.5"]),
}
