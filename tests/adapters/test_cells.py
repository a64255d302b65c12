"""Values are read as what they are, and what cannot be read is counted."""

import datetime as dt

import pytest

from sos_audit.adapters.cells import Cells
from sos_audit.adapters.load_report import LoadReport
from sos_audit.adapters.tables import Row


def cells(value, report=None, yes=()):
    return Cells(Row({"c": 0}, (value,), 2, "f.csv"), "table", report or LoadReport(), yes)


def test_values_in_their_types():
    assert cells(" Pat ").text("c") == "Pat"
    assert cells("7.0").id("c") == "7"
    assert cells("05/02/2026").date("c") == dt.date(2026, 2, 5)
    assert cells("6.5").number("c") == 6.5
    assert cells("Y").flag("c") is True
    assert cells("a) seen", yes=["a) seen"]).flag("c") is True


@pytest.mark.parametrize("value", ["0", "-1", "0.0", None])
def test_ids_that_stand_for_nobody_are_none(value):
    assert cells(value).id("c") is None


def test_an_unreadable_value_is_none_and_counted_without_repeating_it():
    report = LoadReport()
    assert cells("yesterday", report).date("c") is None
    assert report.unreadable == {("table", "c", "not a date in a known form"): 1}


@pytest.mark.parametrize(
    ("value", "restricted"),
    [("Y", True), ("N", False), (None, False), ("Team only", True), ("0", False)],
)
def test_any_word_that_is_no_plain_no_restricts(value, restricted):
    assert cells(value).restricted("c") is restricted


def test_text_that_ends_where_exports_cut_it_off_is_warned_about():
    report = LoadReport()
    assert cells("x" * 4000, report).narrative("c") == "x" * 4000
    assert [(w.file, w.reason) for w in report.warnings] == [
        ("f.csv", "c: text may have been cut off by the export")
    ]
