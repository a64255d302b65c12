"""Delimited text comes out row by row, or is refused with its row and a reason."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sos_audit.adapters.load_report import FileNote, LoadReport
from sos_audit.adapters.tables import MAYBE_CUT, MOJIBAKE_REPAIRED, RawRow, RefusedRow, delimited
from sos_audit.adapters.tables.delimited import read_delimited
from sos_audit.errors import RefusedInput
from tests.adapters.tables.exports import source_of, values_of


def read(content):
    return read_delimited(source_of(content), LoadReport())


def rows_of(content):
    return list(read(content).rows)


def test_a_table_is_named_after_its_file():
    table = read_delimited(source_of("id,name\n1,Ella\n", "in/DM_PERSONS.csv"), LoadReport())
    assert (table.name, table.file, table.encoding) == ("DM_PERSONS", "in/DM_PERSONS.csv", "utf-8")
    assert table.header == ("id", "name")
    assert list(table.rows) == [RawRow(2, ("1", "Ella"))]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_found_out(delimiter):
    content = "id,text\n1,a; b | c\n2,d\n".replace(",", delimiter)
    assert read(content).header == ("id", "text")


def test_a_declared_delimiter_is_used_and_its_line_not_counted():
    assert rows_of("sep=;\r\nid;text, or note\r\n1;a\r\n") == [RawRow(2, ("1", "a"))]


def test_quoted_texts_keep_their_line_breaks_quotes_and_delimiters():
    assert rows_of('id,text\r\n1,"a\r\nb, ""c"""\r\n2,d\r\n') == [
        RawRow(2, ("1", 'a\r\nb, "c"')),
        RawRow(3, ("2", "d")),
    ]


def test_null_and_blank_are_none_and_blank_rows_only_count_as_numbers():
    assert rows_of("a,b,c\nNULL, ,null\n\n,,\nx,y,z\n") == [
        RawRow(2, (None, None, "null")),
        RawRow(5, ("x", "y", "z")),
    ]


def test_a_row_of_another_width_is_refused():
    assert rows_of('a,"b"\n1,"2"\n1,2,3\n1\n5,"6"\n,,,\n') == [
        RawRow(2, ("1", "2")),
        RefusedRow(3, "3 fields where the header has 2", delimited._EXPORT_QUOTED),
        RefusedRow(4, "1 fields where the header has 2", delimited._EXPORT_QUOTED),
        RawRow(5, ("5", "6")),
    ]


def test_blank_fields_beyond_the_header_are_ignored():
    assert rows_of("a,b\n1,2,,\n") == [RawRow(2, ("1", "2"))]


def test_a_row_whose_text_may_go_on_in_a_broken_row_is_marked():
    rows = rows_of("id,text\n1,Mum said\n2,Dad said\n\nhe was sorry\n3,end\n")
    assert [(row.number, getattr(row, "flags", None)) for row in rows] == [
        (2, frozenset()),
        (3, frozenset({MAYBE_CUT})),
        (5, None),
        (6, frozenset()),
    ]


def test_the_count_that_a_database_tool_adds_is_no_row():
    assert values_of(rows_of("id,text\n1,a\n\n(1 rows affected)\n")) == [("1", "a")]


def test_a_nul_byte_refuses_its_row():
    assert values_of(rows_of("a,b\n1,\x002\n3,4\n")) == ["NUL bytes", ("3", "4")]


def test_a_quote_that_is_not_doubled_refuses_its_row():
    assert rows_of('id,text\n1,"a "b" c"\n2,"d"\n') == [
        RefusedRow(2, "a quote inside a quoted text is not doubled", delimited._EXPORT_QUOTED),
        RawRow(3, ("2", "d")),
    ]


def test_a_quote_never_closed_refuses_every_line_it_swallows():
    assert rows_of('id,text\n1,a\n2,"b\n3,c\n4,d\n') == [
        RawRow(2, ("1", "a"), frozenset({MAYBE_CUT})),
        RefusedRow(3, "a quote is never closed", delimited._EXPORT_QUOTED, rows=3),
    ]


def test_a_field_or_line_without_end_is_refused_without_being_held(monkeypatch):
    monkeypatch.setattr(delimited, "LONGEST_FIELD", 100)
    monkeypatch.setattr("sos_audit.adapters.tables.lines.LONGEST_LINE", 1000)
    content = f"id,text\n1,{'a' * 101}\n2,{'b' * 5000}\n3,c\n"
    assert values_of(rows_of(content)) == [
        "a text of more than 8 MiB, or a quote that is never closed",
        "a line too long to be a row",
        ("3", "c"),
    ]


def test_a_broken_header_refuses_the_file():
    with pytest.raises(RefusedInput, match="no header to read: a quote"):
        read('"id" x,text\n1,a\n')


def test_windows_1252_is_read_with_a_warning():
    report = LoadReport()
    table = read_delimited(source_of("id,text\n1,it’s – ok\n".encode("cp1252")), report)
    assert values_of(table.rows) == [("1", "it’s – ok")]
    assert report.warnings == [
        FileNote("t.csv", "not UTF-8, read as Windows-1252", "export as UTF-8")
    ]


def test_a_byte_order_mark_is_no_part_of_the_header():
    assert read(b"\xef\xbb\xbfid,text\n").header == ("id", "text")
    assert read(b"\xef\xbb\xbfid,text\n1,\x92\n").header == ("id", "text")


def test_repaired_rows_are_marked():
    assert rows_of("id,text\n1,it\u00e2\u20ac\u2122s\n2,it’s\n") == [
        RawRow(2, ("1", "it’s"), frozenset({MOJIBAKE_REPAIRED})),
        RawRow(3, ("2", "it’s")),
    ]


def test_an_empty_file_has_no_header():
    assert read("").header == ()
    assert rows_of("") == []


CELL = st.lists(
    st.sampled_from([*"ab ,;|\t\"'\n<p>&’–é0", "\r\n", "NULL", "0012", '<p class="x">']), max_size=8
).map("".join)


@given(
    rows=st.lists(st.lists(CELL, min_size=3, max_size=3), max_size=6),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "cp1252"]),
    delimiter=st.sampled_from(",;\t|"),
    newline=st.sampled_from(["\n", "\r\n"]),
    quoting=st.sampled_from([csv.QUOTE_ALL, csv.QUOTE_MINIMAL, csv.QUOTE_NONNUMERIC]),
)
def test_rows_written_by_any_tool_come_out_as_they_were(
    rows, encoding, delimiter, newline, quoting
):
    held = io.StringIO(newline="")
    writer = csv.writer(held, delimiter=delimiter, lineterminator=newline, quoting=quoting)
    writer.writerows([["ID", "KIND", "TEXT"], *rows])
    table = read(held.getvalue().encode(encoding))
    assert table.header == ("ID", "KIND", "TEXT")
    assert values_of(table.rows) == [
        tuple(None if cell == "NULL" or not cell.strip() else cell for cell in row)
        for row in rows
        if any(cell.strip() for cell in row)
    ]


@given(st.lists(st.text(alphabet="ab ’\n", max_size=8), max_size=6))
def test_rows_broken_by_unquoted_line_breaks_come_out_whole_marked_or_refused(texts):
    written = [(str(number), text) for number, text in enumerate(texts)]
    content = "ID\tTEXT\n" + "".join(f"{number}\t{text}\n" for number, text in written)
    whole = {(number, text.rstrip("\n ") or None) for number, text in written}
    for row in rows_of(content):
        if isinstance(row, RawRow) and MAYBE_CUT not in row.flags:
            number, text = row.values
            assert (number, text and text.rstrip(" ")) in whole


@given(st.binary(max_size=300) | st.text(max_size=200).map(str.encode))
def test_any_bytes_are_rows_refusals_or_a_refused_file(content):
    try:
        table = read(content)
    except RefusedInput:
        return
    rows = list(table.rows)
    assert [row.number for row in rows] == sorted({row.number for row in rows})
    assert all(len(r.values) == len(table.header) for r in rows if isinstance(r, RawRow))
