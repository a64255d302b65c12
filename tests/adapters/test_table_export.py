"""An export is a set of tables, some of which must be there."""

import pytest

from sos_audit.adapters.load_report import LoadReport
from sos_audit.adapters.mapping import blank_mapping
from sos_audit.adapters.protocol import ReadContext
from sos_audit.adapters.table_export import TableExport, recognised_tables
from sos_audit.adapters.tables import ColumnContract, Contract, TableContract
from sos_audit.casefile import Supply
from sos_audit.errors import MappingError, NothingReadable

CONTRACT = Contract(
    (
        TableContract("needed", required=True, columns=(ColumnContract("id", required=True),)),
        TableContract("extra", columns=(ColumnContract("id"), ColumnContract("word"))),
    )
)


@pytest.fixture
def export(tmp_path):
    folder = tmp_path / "export"
    folder.mkdir()
    (folder / "needed.csv").write_text("ID\n1\n2\n", encoding="utf-8")
    return folder


def load(export, report=None):
    context = ReadContext(blank_mapping("any"), export.parent / "spool", report or LoadReport())
    return TableExport.load(export, CONTRACT, context)


def test_rows_are_found_by_value(export):
    with load(export) as tables:
        assert [row.id("id") for row in tables.rows_for("needed", "id", "2")] == ["2"]
        assert list(tables.keys("needed", "id")) == ["1", "2"]


def test_supply_tells_absent_from_empty(export):
    with load(export) as tables:
        assert tables.supply("needed") is Supply.SUPPLIED
        assert tables.supply("extra") is Supply.NOT_SUPPLIED
    (export / "extra.csv").write_text("id,word\n", encoding="utf-8")
    with load(export) as tables:
        assert tables.supply("extra") is Supply.SUPPLIED_EMPTY
        assert tables.supply("extra", "needed") is Supply.SUPPLIED
        assert tables.has_column("extra", "word")
        assert not tables.has_column("needed", "word")


def test_optional_tables_are_noted_and_unknown_ones_left_unread(export):
    (export / "other.csv").write_text("a\n1\n", encoding="utf-8")
    report = LoadReport()
    load(export, report).close()
    assert report.missing_tables == ["extra"]
    assert [(w.file, w.reason) for w in report.warnings] == [
        ("other.csv", "a table that the adapter does not know, left unread")
    ]


def test_a_missing_table_that_is_needed_ends_the_reading_and_leaves_nothing(export):
    (export / "needed.csv").rename(export / "other.csv")
    with pytest.raises(NothingReadable, match="needed"):
        load(export)
    assert list((export.parent / "spool").iterdir()) == []


def test_without_a_mapping_nothing_is_loaded(export):
    with pytest.raises(MappingError, match="--mapping FILE"):
        TableExport.load(export, CONTRACT, ReadContext(None, export, LoadReport()))


def test_tables_are_recognised_by_name_and_required_columns(export):
    assert recognised_tables(export, CONTRACT) == {"needed"}
    (export / "needed.csv").write_text("other\n1\n", encoding="utf-8")
    assert recognised_tables(export, CONTRACT) == frozenset()
    assert recognised_tables(export / "nowhere", CONTRACT) == frozenset()
