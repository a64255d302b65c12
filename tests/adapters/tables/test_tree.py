"""XML and JSON are read where they are flat tables, and refused where they are anything else."""

import pytest

from sos_audit.adapters.tables.raw import RawRow, RefusedRow
from sos_audit.adapters.tables.tree import read_tree
from sos_audit.errors import RefusedInput
from tests.adapters.tables.exports import source_of


def test_elements_below_a_row_are_columns():
    content = "<rows><row><ID>7</ID><NOTE>a &amp; b</NOTE></row><row><ID>8</ID><X/></row></rows>"
    table = read_tree(source_of(content, "in/visits.xml"))
    assert (table.name, table.header, table.encoding) == ("visits", ("ID", "NOTE", "X"), "xml")
    assert list(table.rows) == [RawRow(2, ("7", "a & b", None)), RawRow(3, ("8", None, None))]


def test_objects_of_a_list_are_rows():
    content = '[{"ID": 7, "SEEN": true, "N": null}, {"ID": "0008", "T": 1.5}, {"ID": []}, 3]'
    table = read_tree(source_of(content, "visits.json"))
    assert table.header == ("ID", "SEEN", "N", "T")
    assert list(table.rows) == [
        RawRow(2, ("7", "true", None, None)),
        RawRow(3, ("0008", None, None, "1.5")),
        RefusedRow(4, "a list or object inside a column", "export as CSV"),
        RefusedRow(5, "no object", "export as CSV"),
    ]


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("<A>1</A><A>2</A>", "a repeated column"),
        ("<A><B>1</B></A>", "an element inside a column"),
    ],
)
def test_rows_that_are_not_flat_are_refused(row, reason):
    table = read_tree(source_of(f"<t><r>{row}</r></t>", "t.xml"))
    assert list(table.rows) == [RefusedRow(2, reason, "export as CSV")]


@pytest.mark.parametrize(
    ("content", "name", "reason"),
    [
        ("<!DOCTYPE t><t/>", "t.xml", "XML with a DOCTYPE"),
        ("<t>" * 300, "t.xml", "XML nested deeper than 200"),
        ("<t>", "t.xml", "XML that is not well-formed"),
        ("[" * 100_000, "t.json", "JSON that is not well-formed or too deep"),
        ('{"a": 1}', "t.json", "JSON that is not a flat table"),
        ("{", "t.json", "JSON that is not well-formed or too deep"),
    ],
)
def test_what_is_no_table_is_refused(content, name, reason):
    with pytest.raises(RefusedInput, match=reason):
        read_tree(source_of(content, name))
