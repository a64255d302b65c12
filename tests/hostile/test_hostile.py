"""A hostile export gets its message, its exit code and no more memory than it is allowed."""

import pytest
from ruamel.yaml import YAML

from sos_audit.adapters.load_report import FileNote, LoadReport
from sos_audit.adapters.tables import ColumnContract, TableContract, TableStore, open_tables
from tests.hostile.damage import DAMAGE, FIXTURES
from tests.hostile.make import make
from tests.hostile.measured import measured

EXPECTED = YAML(typ="safe").load((FIXTURES / "expected.yaml").read_text(encoding="utf-8"))


def test_every_case_says_what_is_expected():
    assert set(EXPECTED) == set(DAMAGE)


@pytest.mark.parametrize("name", DAMAGE)
def test_a_hostile_export_does_no_harm(name, tmp_path):
    expected = EXPECTED[name]
    folder = make(name, tmp_path)
    mapping = ["--mapping", folder / "mapping.yaml"]
    looked = measured(["preflight", folder, *mapping], tmp_path)
    assert expected["says"] in looked.said
    assert "Traceback" not in looked.said
    assert looked.code == expected["preflight"]
    assert looked.peak <= expected["memory"]
    if "run" in expected:
        out = ["--as-at", "2026-10-30", "--out", tmp_path / "out"]
        ran = measured(["run", folder, *mapping, *out], tmp_path)
        assert "Traceback" not in ran.said
        assert ran.code == expected["run"], ran.said
        assert ran.peak <= expected["memory"]
        assert expected["run"] != 2 or expected["says"] in ran.said
    assert not (tmp_path.parent / "outside.csv").exists()


def test_a_full_disk_ends_the_run_with_a_message(tmp_path):
    folder = make("many_notes", tmp_path)
    out = ["--as-at", "2026-10-30", "--out", tmp_path / "out"]
    ran = measured(
        ["run", folder, "--mapping", folder / "mapping.yaml", *out], tmp_path, largest_file=2**20
    )
    assert "The disk cannot hold the rows of this export" in ran.said
    assert ran.code == 2
    assert not list((tmp_path / "out").glob("**/rows.sqlite3"))


def test_a_file_that_disappears_while_it_is_read_is_named(tmp_path):
    (tmp_path / "a.csv").write_text("ID\n1\n")
    (tmp_path / "b.csv").write_text("ID\n2\n")
    report = LoadReport()
    contract = TableContract("t", columns=(ColumnContract("ID"),))
    with TableStore(tmp_path / "spool", report) as store:
        for table in open_tables(tmp_path, report):
            if table.file == "a.csv":
                (tmp_path / "a.csv").unlink()
            store.load(table, name="t", contract=contract)
        assert [row["ID"] for row in store.rows("t")] == ["2"]
    assert report.refused_files == [
        FileNote("a.csv", "damaged or not readable", "export the file again")
    ]
