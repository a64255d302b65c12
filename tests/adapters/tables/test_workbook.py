"""Sheets of a workbook are tables, with row numbers as the program shows them."""

import datetime as dt

import pytest

from sos_audit.adapters.tables import MOJIBAKE_REPAIRED, RawRow
from sos_audit.adapters.tables.guards import WORKBOOK_LIMITS
from sos_audit.adapters.tables.workbook import read_workbook
from sos_audit.errors import RefusedInput
from tests.adapters.tables.exports import source_of, values_of, zip_of
from tests.adapters.tables.workbooks import packed, workbook_of


def test_every_sheet_is_a_table_of_its_name():
    source = workbook_of({"DM_PERSONS": [["ID"], ["0012"]], "DM_VISITS": [["ID", "DATE"]]})
    tables = [(t.name, t.file, t.header, list(t.rows)) for t in read_workbook(source)]
    assert tables == [
        ("DM_PERSONS", "book.xlsx", ("ID",), [RawRow(2, ("0012",))]),
        ("DM_VISITS", "book.xlsx", ("ID", "DATE"), []),
    ]


def test_cells_become_the_text_of_an_export():
    moment, day = dt.datetime(2026, 2, 3, 14, 30), dt.date(2026, 2, 3)  # noqa: DTZ001
    row = [12, 1.5, True, moment, day, "NULL", "  ", "a_x000D_\nb"]
    (table,) = read_workbook(workbook_of({"t": [list("abcdefgh"), row]}))
    assert values_of(table.rows) == [
        ("12", "1.5", "true", "2026-02-03T14:30:00", "2026-02-03", None, None, "a\r\nb")
    ]


def test_rows_keep_their_number_across_blank_ones():
    (table,) = read_workbook(workbook_of({"t": [[], ["ID"], [], ["7"]]}))
    assert table.header == ("ID",)
    assert list(table.rows) == [RawRow(4, ("7",))]


def test_repaired_cells_are_marked():
    (table,) = read_workbook(workbook_of({"t": [["ID"], ["it\u00e2\u20ac\u2122s"]]}))
    assert list(table.rows) == [RawRow(2, ("it’s",), frozenset({MOJIBAKE_REPAIRED}))]


def test_a_cell_longer_than_any_program_writes_is_refused():
    longest = "a" * 32_767
    (table,) = read_workbook(workbook_of({"t": [["ID"], [longest + "a"], [longest]]}))
    assert values_of(table.rows) == ["a cell longer than 32767 characters", (longest,)]


def test_titles_above_the_header_are_left_out():
    rows = [["Visits, by team"], ["Run on", dt.date(2026, 2, 3)], [], ["ID", "DATE", "BY"]]
    (table,) = read_workbook(workbook_of({"t": [*rows, ["7", "x", "y"]]}))
    assert table.header == ("ID", "DATE", "BY")
    assert list(table.rows) == [RawRow(5, ("7", "x", "y"))]


def test_a_sheet_that_nobody_reads_does_no_harm():
    source = workbook_of({"a": [["ID"], ["7"]], "b": [["ID"], ["8"]]})
    tables = list(read_workbook(source))
    assert [values_of(table.rows) for table in reversed(tables)] == [[("8",)], [("7",)]]


def test_a_sheet_without_cells_has_no_header():
    (table,) = read_workbook(workbook_of({"t": []}))
    assert table.header == ()


@pytest.mark.parametrize(
    ("members", "reason"),
    [
        ({"xl/workbook.xml": "<workbook"}, "cannot be parsed"),
        ({"xl/sharedStrings.xml": b"a" * 2**25}, "inflates to more than 200 times its size"),
        ({f"{n}.xml": b"" for n in range(WORKBOOK_LIMITS.members + 1)}, "more than 2000 members"),
    ],
)
def test_what_is_no_workbook_or_would_exhaust_memory_is_refused(members, reason):
    with pytest.raises(RefusedInput, match=reason):
        list(read_workbook(source_of(zip_of(members), "bomb.xlsx")))


WHOLE = packed({"t": [["ID"], ["7"]]})


@pytest.mark.parametrize(
    "content",
    [WHOLE[18:], WHOLE[:-30], WHOLE[:60] + b"\xff" * 30 + WHOLE[90:]],
    ids=["a directory that points before the file", "no directory", "damaged packing"],
)
def test_a_workbook_that_damage_has_reached_is_refused(content):
    with pytest.raises(RefusedInput, match="damaged or not readable"):
        list(read_workbook(source_of(content, "book.xlsx")))
