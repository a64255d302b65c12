"""What goes into an export comes out of the store, or is listed as refused."""

import csv
import io
import tempfile
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from sos_audit.adapters.load_report import LoadReport
from sos_audit.adapters.tables import ColumnContract, TableContract, TableStore, open_tables
from sos_audit.adapters.text import readable
from sos_audit.errors import NothingReadable

COLUMNS = ("NOTE_ID", "NOTE_TYPE", "NOTE")
CONTRACT = TableContract("notes", columns=tuple(map(ColumnContract, COLUMNS)))
ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252")
WORDS = st.text(alphabet="abc XYZ019,;|\t'\"’–é£<>&.\n", max_size=12)
ROWS = st.lists(
    st.tuples(st.integers(1, 10**6).map(str), st.sampled_from(["Visit", "Call"]), WORDS), max_size=8
)


def loaded(content, name="notes.csv"):
    """The rows of a file as sorted tuples, how it was loaded and the report."""
    report = LoadReport()
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / name).write_bytes(content)
        with TableStore(Path(folder) / "spool", report) as store:
            loads = [
                store.load(table, name="notes", contract=CONTRACT)
                for table in open_tables(Path(folder) / name, report)
            ]
            rows = [tuple(row[column] for column in COLUMNS) for row in store.rows("notes")]
    return Counter(rows), loads, report


def written(rows, delimiter, newline, quoting):
    held = io.StringIO(newline="")
    writer = csv.writer(held, delimiter=delimiter, lineterminator=newline, quoting=quoting)
    writer.writerows([COLUMNS, *rows])
    return held.getvalue()


def expected(rows):
    return Counter((i, kind, None if not text.strip() else text) for i, kind, text in rows)


@pytest.mark.parametrize("encoding", ENCODINGS)
@given(
    rows=ROWS,
    delimiter=st.sampled_from(",;\t|"),
    newline=st.sampled_from(["\r\n", "\n"]),
    quoting=st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]),
)
@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
def test_a_well_made_file_comes_out_as_it_went_in(encoding, rows, delimiter, newline, quoting):
    found, (load,), report = loaded(written(rows, delimiter, newline, quoting).encode(encoding))
    assert found == expected(rows)
    assert (load.rows_in, load.rows_refused) == (len(rows), 0)
    assert report.refusals == report.refused_files == []


@given(
    rows=ROWS,
    encoding=st.sampled_from(ENCODINGS),
    delimiter=st.sampled_from(",;\t|"),
    newline=st.sampled_from(["\r\n", "\n", "\r"]),
)
@settings(max_examples=200, suppress_health_check=[HealthCheck.too_slow])
def test_without_quotes_every_row_comes_out_or_every_lost_row_is_listed(
    rows, encoding, delimiter, newline
):
    # A cell that opens with a quotation mark reads as quoted: two of them may close each other.
    assume(not any(cell.startswith('"') for row in rows for cell in row))
    lines = [delimiter.join(row) for row in (COLUMNS, *rows)]
    found, loads, report = loaded((newline.join(lines) + newline).encode(encoding))
    for load in loads:
        assert load.rows_in == load.rows_read + load.rows_refused
    lost = expected(rows) - found
    assert not lost or report.rows_refused or sum(found.values()) >= len(rows)


@given(text=st.text(alphabet="abc <>&’é\n", max_size=30), encoding=st.sampled_from(ENCODINGS))
@settings(max_examples=100, suppress_health_check=[HealthCheck.too_slow])
def test_html_in_a_cell_reads_as_the_words_that_went_in(text, encoding):
    words = " ".join(text.split())
    escaped = words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    content = written([("1", "Visit", f"<p>{escaped}</p>")], ",", "\r\n", csv.QUOTE_MINIMAL)
    found, _, _ = loaded(content.encode(encoding))
    ((_, _, raw),) = found
    assert readable(raw).text == words


@given(st.binary(max_size=200), st.sampled_from([".csv", ".xml", ".json", ".zip"]))
@settings(max_examples=200, suppress_health_check=[HealthCheck.too_slow])
def test_no_bytes_at_all_bring_the_reader_down(content, suffix):
    try:
        _, loads, _ = loaded(content, "notes" + suffix)
    except NothingReadable:
        return
    assert all(load.rows_in == load.rows_read + load.rows_refused for load in loads)
