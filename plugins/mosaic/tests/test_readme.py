"""The README names every table that the adapter reads, so it cannot lag behind."""

from pathlib import Path

from sos_audit_mosaic.contract import CONTRACT


def test_every_table_of_the_contract_is_in_the_readme():
    readme = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8").upper()
    assert [table.name for table in CONTRACT.tables if f"`{table.name}`" not in readme] == []
