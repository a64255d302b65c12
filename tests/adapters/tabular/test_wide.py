"""A row a form and a column a question say the same as a row an answer."""

from dataclasses import replace

from sos_audit.adapters.tabular import TabularAdapter
from sos_audit.resources import data_path
from tests.rendering.comparison import documents_by_child
from tests.rendering.families import read_families
from tests.rendering.reading import read_tables
from tests.rendering.table import Table, write_tables
from tests.rendering.tabular import render_tabular, render_wide, tabular_mapping

FAMILIES = read_families(data_path("demo", "casefile", "families.jsonl"))

MAPPING = """\
mapping: sos_audit.mapping.v1
authority: E09000000
system: plain
stable_child_key: null
restricted: none_in_this_export
questions:
  - {text: Danger statement, kind: danger_statement}
  - {text: Harm statement, kind: harm_statement}
"""


def read(tmp_path, *rows, name="Form responses 1"):
    table = Table(name, tuple(dict.fromkeys(key for row in rows for key in row)), list(rows))
    return read_tables(TabularAdapter(), [table], MAPPING, tmp_path)


FORM = {
    "Timestamp": "03/02/2026 10:15",
    "Child ID": "7",
    "Date of event": "01/02/2026",
    "Harm statement:": "It hurt.",
    "Danger statement": "It may hurt.",
    "Anything else": "",
}


def test_a_spreadsheet_of_a_form_builder_is_read(tmp_path):
    assert TabularAdapter().claims(tmp_path) is None
    reading = read(tmp_path, FORM)
    (document,) = reading.cases[0].documents
    assert document.text == "Danger statement\nIt may hurt.\n\nHarm statement:\nIt hurt."
    assert (str(document.date), str(document.recorded_at)) == ("2026-02-01", "2026-02-03")
    assert [answer.kind for answer in document.answers] == ["danger_statement", "harm_statement"]
    assert TabularAdapter().claims(tmp_path / "export").reason == (
        "holds form_answers in the plain layout"
    )


def test_a_form_without_an_id_has_one_that_row_order_does_not_change(tmp_path):
    other = FORM | {"Harm statement:": "It hurt again."}
    one = read(tmp_path / "a", FORM, other)
    two = read(tmp_path / "b", other, FORM)
    assert [replace(case, provenance=None) for case in one.cases] == [
        replace(case, provenance=None) for case in two.cases
    ]
    assert len(one.cases[0].documents) == 2


def test_a_form_without_an_answer_is_refused_and_counted(tmp_path):
    empty = FORM | {"Harm statement:": "", "Danger statement": ""}
    reading = read(tmp_path, FORM, empty)
    assert reading.report.refused == {("form_answers", "no value in a required column"): 1}


def test_a_table_of_another_name_is_not_taken_for_forms(tmp_path):
    write_tables(tmp_path, [Table("addresses", tuple(FORM), [FORM])], MAPPING)
    assert TabularAdapter().claims(tmp_path) is None


def test_the_demonstration_families_say_the_same(tmp_path):
    def without_codes(reading):
        return {
            child: [
                essence._replace(answers=tuple(a._replace(code=None) for a in essence.answers))
                for essence in documents
            ]
            for child, documents in documents_by_child(reading.cases).items()
        }

    long = read_tables(
        TabularAdapter(), render_tabular(FAMILIES), tabular_mapping(FAMILIES), tmp_path / "long"
    )
    wide = read_tables(
        TabularAdapter(), render_wide(FAMILIES), tabular_mapping(FAMILIES), tmp_path / "wide"
    )
    for child, documents in without_codes(long).items():
        for ours, theirs in zip(without_codes(wide)[child], documents, strict=True):
            assert [a.words for a in ours.answers] == [a.words for a in theirs.answers]
            assert (ours.kind, ours.date, ours.subjects) == (
                theirs.kind,
                theirs.date,
                theirs.subjects,
            )
