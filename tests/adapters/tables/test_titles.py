"""Title lines above a header are told from a header by their few filled cells."""

import pytest

from sos_audit.adapters.load_report import FileNote, LoadReport
from sos_audit.adapters.tables.delimited import read_delimited
from sos_audit.adapters.tables.raw import RawRow
from sos_audit.adapters.tables.titles import header_at
from tests.adapters.tables.exports import source_of

HEADER = ["ID", "NAME", "DATE"]


@pytest.mark.parametrize(
    ("rows", "at"),
    [
        ([], 0),
        ([HEADER, ["1", "x", "y"]], 0),
        ([["Visits"], HEADER], 1),
        ([["Visits", "", ""], ["", "", ""], HEADER, ["1", "x", "y"]], 2),
        ([["Visits"], ["Run on", "01/02/2026"], [], HEADER], 3),
        ([["ID"], ["1"], ["2"]], 0),
        ([["a,b"], ["Seen", "at home", "with"], ["x"], ["y", "z"]], 0),
        ([["NOTE"], ["Seen", "at", "at"], ["1", "2", "3"]], 0),
        ([["ID", "NAME"], ["1", "a", "b", "c"]], 0),
        ([["Visits"], ["1", "2", "3"]], 0),
    ],
)
def test_the_header_is_the_first_row_of_names_below_titles(rows, at):
    assert header_at(rows) == at


def test_rows_keep_their_numbers_below_titles():
    report = LoadReport()
    content = "Visits report\r\nRun on;01/02/2026\r\n\r\nID;NAME;DATE\r\n7;x, y;z\r\n"
    table = read_delimited(source_of(content), report)
    assert table.header == ("ID", "NAME", "DATE")
    assert list(table.rows) == [RawRow(5, ("7", "x, y", "z"))]
    assert report.warnings == [FileNote("t.csv", "2 lines above the header left out")]
