"""The report counts everything and repeats nothing that stood in a cell."""

import pytest

from sos_audit.adapters.load_report import LoadReport, Refusal, TableLoad


def test_no_row_may_be_lost_on_the_way():
    with pytest.raises(AssertionError, match="3 rows in, 1 read, 1 refused"):
        TableLoad("t", "t.csv", "utf-8", rows_in=3, rows_read=1, rows_refused=1)


def test_only_the_first_refusals_keep_their_place_but_all_are_counted():
    report = LoadReport()
    for row in range(1500):
        report.refuse(Refusal("t.csv", row, "NUL bytes", table="t"))
    assert len(report.refusals) == 1000
    assert report.refused == {("t", "NUL bytes"): 1500}


def test_the_refused_share_is_of_all_rows():
    report = LoadReport()
    assert report.refused_share == 0
    report.add_table(TableLoad("t", "t.csv", "utf-8", 200, 199, 1))
    report.refuse(Refusal("t.csv", 7, "NUL bytes", table="t"))
    assert report.refused_share == 0.005


def test_the_record_does_not_depend_on_the_order_of_reading():
    one, other = LoadReport(), LoadReport()
    steps = [
        lambda report: report.refuse(Refusal("b.csv", 2, "x", "b")),
        lambda report: report.refuse(Refusal("a.csv", 3, "y", "a")),
        lambda report: report.add_table(TableLoad("b", "b.csv", "utf-8", 1, 0, 1)),
        lambda report: report.add_table(TableLoad("a", "a.csv", "utf-8", 1, 0, 1)),
        lambda report: report.withhold("restricted document"),
        lambda report: report.withhold("deleted"),
        lambda report: report.warn("b.csv", "not UTF-8"),
        lambda report: report.warn("a.csv", "not UTF-8"),
        lambda report: report.missing_table("WORKERS"),
        lambda report: report.missing_table("VISITS"),
    ]
    for step in steps:
        step(one)
    for step in reversed(steps):
        step(other)
    assert one.as_record() == other.as_record()
    assert list(one.as_record()["withheld"]) == ["deleted", "restricted document"]
