"""The renderer is tested too: what it writes is what the fixtures are proved by."""

import pytest

from sos_audit.adapters.mapping import parse_mapping
from sos_audit.adapters.text import readable
from sos_audit.resources import data_path
from tests.rendering.__main__ import main
from tests.rendering.families import Families, read_families
from tests.rendering.markup import as_html
from tests.rendering.mosaic import mosaic_mapping, render_mosaic
from tests.rendering.table import Table, write_tables
from tests.rendering.tabular import tabular_mapping

FAMILIES = read_families(data_path("demo", "casefile", "families.jsonl"))


def test_a_table_falls_back_to_utf8_for_a_letter_its_encoding_lacks():
    table = Table("t", ("a",), [{"a": "Zoë"}], encoding="cp1252")
    assert table.as_bytes() == b"a\r\nZo\xeb\r\n"
    table.add(a="Zielińska")
    assert table.as_bytes() == "a\r\nZoë\r\nZielińska\r\n".encode()


def test_a_cell_without_a_column_is_a_mistake():
    with pytest.raises(KeyError, match="t has no column"):
        Table("t", ("a",)).add(b=1)


@pytest.mark.parametrize("note", FAMILIES.notes, ids=lambda note: note.id)
def test_a_note_as_html_reads_as_it_was(note):
    assert readable(as_html(note.text), "html").text == note.text


@pytest.mark.parametrize("mapping", [mosaic_mapping, tabular_mapping])
def test_the_mapping_knows_every_question(mapping):
    known = parse_mapping(mapping(FAMILIES))
    for answer in FAMILIES.questions:
        found = known.question(answer.code)
        assert (found.text, found.kind) == (answer.question, answer.kind)


def test_a_document_that_no_table_can_mark_is_not_written():
    marked = (
        FAMILIES.cases[0]
        .documents[0]
        .model_copy(update={"restricted": True, "text": "ZEBRAFINCH", "id": "D-marked"})
    )
    case = FAMILIES.cases[0].model_copy(update={"documents": (marked,)})
    tables = render_mosaic(Families(FAMILIES.header, (case,)))
    assert all(b"ZEBRAFINCH" not in table.as_bytes() for table in tables)


def test_the_folder_holds_what_was_rendered_and_nothing_else(tmp_path):
    (tmp_path / "old.csv").write_text("old", encoding="utf-8")
    write_tables(tmp_path, [Table("new", ("a",))], "mapping")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["mapping.yaml", "new.csv"]


def test_the_command_writes_both_exports(tmp_path):
    (tmp_path / "casefile").mkdir()
    source = data_path("demo", "casefile", "families.jsonl")
    (tmp_path / "casefile" / "families.jsonl").write_bytes(source.read_bytes())
    main(tmp_path)
    assert (tmp_path / "mosaic" / "DM_PERSONS.csv").exists()
    assert (tmp_path / "tabular" / "persons.csv").exists()
