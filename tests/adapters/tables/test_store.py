"""Rows are kept on disk, in an order of their content, and none is lost on the way."""

import os
import sqlite3
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sos_audit.adapters.load_report import FileNote, LoadReport, Refusal
from sos_audit.adapters.tables import (
    CHARACTERS_LOST,
    MAYBE_CUT,
    MOJIBAKE_REPAIRED,
    TRUNCATED,
    ColumnContract,
    RawRow,
    RawTable,
    RefusedRow,
    TableContract,
    TableStore,
)
from sos_audit.errors import ConfigurationError, RefusedInput

VISITS = TableContract(
    "VISITS",
    columns=(
        ColumnContract("VISIT_ID", required=True),
        ColumnContract("PERSON_ID", required=True, aliases=("CHILD_ID",)),
        ColumnContract("NOTES"),
    ),
)
HEADER = ("visit_id", "Child ID", "NOTES")


def table_of(*rows, header=HEADER, file="VISITS.csv"):
    listed = [
        row if isinstance(row, RawRow | RefusedRow) else RawRow(number, row)
        for number, row in enumerate(rows, 2)
    ]
    return RawTable("VISITS", file, header, iter(listed), "utf-8")


@pytest.fixture(name="report")
def _report():
    return LoadReport()


@pytest.fixture(name="store")
def _store(tmp_path, report):
    with TableStore(tmp_path, report) as store:
        yield store


def load(store, *rows, **options):
    return store.load(table_of(*rows, **options), name="VISITS", contract=VISITS)


def test_rows_are_read_by_the_names_of_the_contract(store):
    load(store, ("V1", "7", "seen"))
    (row,) = store.rows("VISITS")
    assert (row["VISIT_ID"], row["PERSON_ID"], row["NOTES"]) == ("V1", "7", "seen")
    assert (row.number, row.file) == (2, "VISITS.csv")


def test_a_column_the_file_lacks_is_none_and_one_the_contract_lacks_an_error(store):
    load(store, ("V1", "7"), header=HEADER[:2])
    (row,) = store.rows("VISITS")
    assert row["NOTES"] is None
    with pytest.raises(KeyError):
        row["OTHER"]
    with pytest.raises(KeyError):
        list(store.keys("VISITS", "OTHER"))


def test_every_row_is_read_or_refused_with_a_reason(store, report):
    result = load(
        store,
        ("V1", "7", "seen"),
        ("V2", None, "seen"),
        RefusedRow(4, "a quote is never closed", "export again", rows=3),
    )
    assert (result.rows_in, result.rows_read, result.rows_refused) == (5, 1, 4)
    assert report.refusals == [
        Refusal("VISITS.csv", 3, "no value in a required column", "VISITS", "PERSON_ID"),
        Refusal("VISITS.csv", 4, "a quote is never closed", "VISITS", "", "export again", 3),
    ]
    assert report.tables == [result]
    assert report.refused_share == 0.8


def test_a_file_without_a_required_column_has_all_its_rows_refused(store):
    result = load(store, ("V1", "a"), ("V2", "b"), header=("visit_id", "x"))
    assert result.missing_columns == ("PERSON_ID",)
    assert (result.rows_in, result.rows_refused) == (2, 2)


def test_names_of_a_header_that_may_be_data_are_not_reported(store):
    assert load(store, header=("visit_id", "Colour")).unmatched_columns == ("Colour",)
    assert load(store, header=("Ella Doe", "2020-01-01")).unmatched_columns == ()


def test_a_repeated_column_is_read_while_it_agrees_with_itself(store, report):
    header = ("visit_id", "person_id", "PERSON_ID")
    load(store, ("V1", "7", "7"), ("V2", "7", None), ("V3", "7", "8"), header=header)
    assert sorted((row["VISIT_ID"], row["PERSON_ID"]) for row in store.rows("VISITS")) == [
        ("V1", "7"),
        ("V2", "7"),
    ]
    assert report.refusals[0].reason == "a repeated column with different values"


def test_exact_duplicates_are_kept_and_counted_across_files(store):
    assert load(store, ("V1", "7", "a"), ("V1", "7", "a")).duplicates == 1
    assert load(store, ("V1", "7", "a"), ("V1", "7", "b"), file="more.csv").duplicates == 1
    assert len(list(store.rows("VISITS"))) == 4


def test_flags_stay_with_their_row(store):
    flags = frozenset({MAYBE_CUT, MOJIBAKE_REPAIRED})
    result = load(store, RawRow(2, ("V1", "7", "a"), flags))
    assert result.repaired == 1
    assert next(store.rows("VISITS")).flags == flags


def test_rows_are_found_by_id_whatever_a_spreadsheet_made_of_it(store):
    load(store, ("V1", "7", None), ("V2", "7.0", None), ("V3", " 7 ", None), ("V4", "07", None))
    assert sorted(row["VISIT_ID"] for row in store.rows_for("VISITS", "PERSON_ID", "7.0")) == [
        "V1",
        "V2",
        "V3",
    ]
    assert list(store.keys("VISITS", "PERSON_ID")) == ["07", "7"]
    assert list(store.keys("VISITS", "NOTES")) == []


def test_a_later_file_is_found_too(store):
    load(store, ("V1", "7", None))
    assert list(store.keys("VISITS", "PERSON_ID")) == ["7"]
    load(store, ("V2", "8", None), file="more.csv")
    assert list(store.keys("VISITS", "PERSON_ID")) == ["7", "8"]


def test_other_tables_can_be_looked_up_while_one_is_read(store):
    load(store, *((f"V{n}", str(n), None) for n in range(3000)))
    seen = [
        other["VISIT_ID"] == row["VISIT_ID"]
        for row in store.rows("VISITS")
        for other in store.rows_for("VISITS", "PERSON_ID", row["PERSON_ID"])
    ]
    assert seen == [True] * 3000


def test_a_table_never_loaded_has_no_rows(store):
    assert not store.has("VISITS")
    assert list(store.rows("VISITS")) == []
    assert list(store.rows_for("VISITS", "PERSON_ID", "7")) == []
    assert list(store.keys("VISITS", "PERSON_ID")) == []


def test_a_file_that_fails_midway_leaves_nothing(store):
    def breaking():
        yield RawRow(2, ("V1", "7", None))
        raise OSError("disk full")

    with pytest.raises(OSError, match="disk full"):
        store.load(
            RawTable("VISITS", "x.csv", HEADER, breaking(), "utf-8"), name="VISITS", contract=VISITS
        )
    assert not store.has("VISITS")
    load(store, ("V2", "7", None))
    assert [row["VISIT_ID"] for row in store.rows("VISITS")] == ["V2"]


def test_one_table_cannot_have_two_contracts(store):
    load(store, ("V1", "7", None))
    with pytest.raises(ValueError, match="loaded with other columns before"):
        store.load(table_of(), name="VISITS", contract=TableContract("VISITS"))


@pytest.mark.skipif(os.name != "posix", reason="modes are of POSIX systems")
def test_files_are_for_their_owner_alone_and_nothing_stays_on_disk(tmp_path):
    with TableStore(tmp_path, LoadReport()) as store:
        load(store, ("V1", "7", None))
        files = {path.name: path.stat().st_mode & 0o777 for path in tmp_path.glob("*/*")}
        assert files == {"rows.sqlite3": 0o600, "rows.sqlite3-journal": 0o600}
    store.close()
    assert list(tmp_path.iterdir()) == []
    with pytest.raises(sqlite3.ProgrammingError):
        list(store.rows("VISITS"))


ROWS = st.lists(
    st.tuples(*[st.none() | st.text(max_size=4)] * 3) | st.just(("V", "7", "a")), max_size=12
)


@settings(max_examples=50)
@given(rows=ROWS, seed=st.randoms(use_true_random=False), cut=st.integers(0, 12))
def test_the_order_depends_on_content_alone(tmp_path_factory, rows, seed, cut):
    tmp_path = tmp_path_factory.mktemp("spool")
    shuffled = list(rows)
    seed.shuffle(shuffled)
    one = contents(tmp_path, [rows], HEADER, (0, 1, 2))
    other = contents(tmp_path, [shuffled[:cut], shuffled[cut:]], HEADER[::-1], (2, 1, 0))
    assert one == other
    assert Counter(one) == Counter(row for row in rows if None not in row[:2])


def contents(tmp_path, files, header, order):
    with TableStore(tmp_path, LoadReport()) as store:
        for rows in files:
            load(store, *(tuple(row[at] for at in order) for row in rows), header=header)
        return [(row["VISIT_ID"], row["PERSON_ID"], row["NOTES"]) for row in store.rows("VISITS")]


def test_a_file_that_breaks_off_is_refused_as_a_whole_and_the_others_stay(tmp_path):
    def rows():
        yield RawRow(2, ("7",))
        yield RefusedRow(3, "broken")
        raise RefusedInput("damaged", hint="again")

    report = LoadReport()
    contract = TableContract("t", columns=(ColumnContract("ID"),))
    with TableStore(tmp_path, report) as store:
        load = store.load(
            RawTable("t", "a.csv", ("ID",), rows(), "utf-8"), name="t", contract=contract
        )
        assert (load.rows_in, load.rows_read, load.rows_refused) == (1, 0, 1)
        assert not store.has("t")
        good = RawTable("t", "b.csv", ("ID",), iter([RawRow(2, ("8",))]), "utf-8")
        store.load(good, name="t", contract=contract)
        assert [(row["ID"], row.file) for row in store.rows("t")] == [("8", "b.csv")]
    assert report.refused_files == [FileNote("a.csv", "damaged", "again")]


def test_cut_and_lost_text_marks_its_row(tmp_path):
    contract = TableContract("t", columns=(ColumnContract("A"), ColumnContract("B")))
    rows = [("a" * 255, None), ("x", "é" * 900), ("👧" * 2000, "y"), ("?\ufffd", "y"), ("x", "y")]
    raw = iter([RawRow(at, values) for at, values in enumerate(rows, 2)])
    report = LoadReport()
    with TableStore(tmp_path, report) as store:
        store.load(RawTable("t", "a.csv", ("A", "B"), raw, "utf-8"), name="t", contract=contract)
        flags = {row.number: set(row.flags) for row in store.rows("t")}
    assert flags == {2: {TRUNCATED}, 3: {TRUNCATED}, 4: {TRUNCATED}, 5: {CHARACTERS_LOST}, 6: set()}
    assert report.warnings == [
        FileNote("a.csv", "characters that cannot be decoded in 1 rows", "export as UTF-8")
    ]


def test_a_full_disk_is_said_to_be_full(tmp_path, monkeypatch):
    monkeypatch.setattr(
        "sos_audit.adapters.tables.database._SETTINGS", ("PRAGMA max_page_count = 4",)
    )
    rows = (RawRow(at, ("x" * 500,)) for at in range(2, 5000))
    contract = TableContract("t", columns=(ColumnContract("ID"),))
    with TableStore(tmp_path, LoadReport()) as store:
        raw = RawTable("t", "a.csv", ("ID",), rows, "utf-8")
        with pytest.raises(ConfigurationError, match="The disk cannot hold the rows"):
            store.load(raw, name="t", contract=contract)
    assert list(tmp_path.iterdir()) == []


def test_rows_can_be_had_without_their_long_texts(tmp_path):
    with TableStore(tmp_path, LoadReport()) as store:
        store.load(table_of(("1", "7", "long"), ("2", "8", "long")), name="v", contract=VISITS)
        rows = [
            *store.rows("v", ["PERSON_ID"]),
            *store.rows_for("v", "PERSON_ID", "7", ["VISIT_ID"]),
        ]
    assert sorted(row.values for row in rows) == [("1",), ("7",), ("8",)]
    with pytest.raises(KeyError):
        rows[0]["NOTES"]
