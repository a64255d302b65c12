"""The plain layout gives the same documents as the interchange form, and guards the same things."""

import random
from dataclasses import replace

import pytest

from sos_audit.adapters.casefile_adapter import CaseFileAdapter
from sos_audit.adapters.protocol import Adapter
from sos_audit.adapters.tabular import TabularAdapter
from sos_audit.casefile import CaseType, Entity, Supply
from sos_audit.errors import MappingError, NothingReadable
from sos_audit.resources import data_path
from tests.rendering.comparison import documents_by_child
from tests.rendering.families import read_families
from tests.rendering.reading import read_export, read_tables
from tests.rendering.table import Table
from tests.rendering.tabular import render_tabular, tabular_mapping

DEMO = data_path("demo", "casefile", "families.jsonl")
FAMILIES = read_families(DEMO)
SECRET = "ZEBRAFINCH"

MAPPING = """\
mapping: sos_audit.mapping.v1
authority: E09000000
system: plain
stable_child_key: null
restricted: declared
questions: [{text: Harm statement, kind: harm_statement}]
forms: [{name: Assessment, kind: assessment}]
note_types: {Visit: home_visit}
case_types: {Child protection: cp}
"""


def answers(*rows):
    columns = ("person_id", "form_id", "form_name", "question", "answer", "restricted")
    usual = {"form_id": "1", "form_name": "Assessment", "question": "Harm statement"}
    used = dict.fromkeys([*columns, *(key for row in rows for key in row)])
    return Table("form_answers", tuple(used), [usual | row for row in rows])


def notes(*rows):
    columns = ("note_id", "person_id", "date", "text", "type", "restricted", "status")
    usual = {"note_id": "5", "date": "06/02/2026", "type": "Visit"}
    return Table("case_notes", columns, [usual | row for row in rows])


def persons(*rows):
    used = dict.fromkeys(["person_id", *(key for row in rows for key in row)])
    return Table("persons", tuple(used), list(rows))


def read(tmp_path, *tables, mapping=MAPPING):
    return read_tables(TabularAdapter(), tables, mapping, tmp_path)


def shown(reading):
    return {c.child.id: [(d.id, d.subjects) for d in c.documents] for c in reading.cases}


@pytest.fixture(scope="module")
def interchange(tmp_path_factory):
    return read_export(CaseFileAdapter(), DEMO, tmp_path_factory.mktemp("interchange"))


@pytest.fixture(scope="module")
def tabular(tmp_path_factory):
    folder = tmp_path_factory.mktemp("tabular")
    tables = render_tabular(FAMILIES)
    return read_tables(TabularAdapter(), tables, tabular_mapping(FAMILIES), folder)


def test_it_is_an_adapter():
    assert isinstance(TabularAdapter(), Adapter)


def test_it_claims_its_own_export_and_no_other():
    claim = TabularAdapter().claims(data_path("demo", "tabular"))
    assert claim.reason == "holds case_notes and form_answers in the plain layout"
    assert TabularAdapter().claims(data_path("demo", "mosaic")) is None
    assert TabularAdapter().claims(data_path("demo", "casefile")) is None


def test_the_documents_of_every_child_are_the_same(interchange, tabular):
    assert documents_by_child(tabular.cases) == documents_by_child(interchange.cases)


def test_what_the_tables_carry_of_the_record_is_the_same(interchange, tabular):
    for ours, theirs in zip(tabular.cases, interchange.cases, strict=True):
        for field in ("child", "family_id", "case_type", "status", "opened", "team"):
            assert getattr(ours, field) == getattr(theirs, field)
        for field in ("visits", "workers"):
            assert set(getattr(ours, field)) == set(getattr(theirs, field))


def test_the_same_is_withheld(interchange, tabular):
    assert tabular.report.withheld == interchange.report.withheld


def test_rows_in_another_order_change_nothing(tabular, tmp_path):
    tables = render_tabular(FAMILIES)
    for table in tables:
        random.Random(7).shuffle(table.rows)
    shuffled = read(tmp_path, *tables, mapping=tabular_mapping(FAMILIES))
    assert [replace(case, provenance=None) for case in shuffled.cases] == [
        replace(case, provenance=None) for case in tabular.cases
    ]


def test_the_shipped_export_is_the_rendered_one():
    for table in render_tabular(FAMILIES):
        assert data_path("demo", "tabular", f"{table.name}.csv").read_bytes() == table.as_bytes()


def test_what_the_layout_has_no_place_for_is_not_supplied(tabular):
    coverage = tabular.header.coverage
    assert coverage[Entity.VISIT] is Supply.SUPPLIED
    for entity in (Entity.EPISODE, Entity.EVENT, Entity.PLAN, Entity.REVIEW, Entity.ASSESSMENT):
        assert coverage[entity] is Supply.NOT_SUPPLIED


def test_a_table_without_rows_is_supplied_empty(tmp_path):
    visits = Table("visits", ("person_id", "date"))
    reading = read(tmp_path, answers({"person_id": "1", "answer": "Words."}), visits)
    assert reading.header.coverage[Entity.VISIT] is Supply.SUPPLIED_EMPTY


def test_answers_alone_are_enough(tmp_path):
    reading = read(tmp_path, answers({"person_id": "1", "answer": "Words."}))
    (case,) = reading.cases
    assert case.documents[0].text == "Harm statement\nWords."
    assert case.documents[0].kind == "assessment"


def test_several_subjects_share_the_form(tmp_path):
    row = {"person_id": "1", "subject_person_id": "1, 2", "answer": "Words."}
    shared = ("form:1", ("1", "2"))
    assert shown(read(tmp_path, answers(row))) == {"1": [shared], "2": [shared]}


def test_a_set_of_rows_for_each_child_is_one_form(tmp_path):
    table = answers({"person_id": "1", "answer": "Words."}, {"person_id": "2", "answer": "Words."})
    shared = ("form:1", ("1", "2"))
    assert shown(read(tmp_path, table)) == {"1": [shared], "2": [shared]}


def test_the_subject_goes_before_the_person(tmp_path):
    row = {"person_id": "1", "subject_person_id": "2", "answer": "Words."}
    people = persons({"person_id": "1"}, {"person_id": "2"})
    assert shown(read(tmp_path, answers(row), people)) == {"1": [], "2": [("form:1", ("2",))]}


def test_a_restricted_childs_words_are_in_nobodys_file(tmp_path):
    reading = read(
        tmp_path,
        answers({"person_id": "1", "subject_person_id": "1,2", "answer": SECRET}),
        notes(
            {"person_id": "1", "text": SECRET},
            {"person_id": "2", "text": SECRET},
            {"person_id": "1", "note_id": "6", "text": SECRET, "restricted": "Y"},
            {"person_id": "1", "note_id": "7", "text": "Fine."},
        ),
        persons({"person_id": "1", "restricted": "N"}, {"person_id": "2", "restricted": "Y"}),
    )
    assert SECRET not in repr(reading.cases)
    assert shown(reading) == {"1": [("note:7", ("1",))]}
    assert reading.report.withheld == {
        "restricted_case": 1,
        "restricted_document": 1,
        "restricted_subject": 2,
    }


def test_deleted_notes_are_left_out_and_counted(tmp_path):
    reading = read(tmp_path, notes({"person_id": "1", "text": "Gone.", "status": "Deleted"}))
    assert shown(reading) == {"1": []}
    assert reading.report.withheld == {"status_deleted": 1}


def test_unmapped_words_are_counted(tmp_path):
    row = {"person_id": "1", "answer": "Words.", "question": "New?", "form_name": "New form"}
    people = persons({"person_id": "1", "case_type": "New type"})
    report = read(tmp_path, answers(row), people).report
    assert report.unmapped == {"question New?": 1, "form New form": 1, "case type New type": 1}


def test_a_childs_details(tmp_path):
    people = persons(
        {"person_id": "1", "name": "Ella", "case_type": "child protection", "status": "Open"}
    )
    (case,) = read(tmp_path, answers({"person_id": "1", "answer": "Words."}), people).cases
    assert (case.child.name, case.case_type, case.status) == (
        "Ella",
        CaseType.CHILD_PROTECTION,
        "open",
    )


def test_a_restriction_column_is_needed_somewhere(tmp_path):
    table = answers({"person_id": "1", "answer": "Words."})
    bare = Table(table.name, tuple(c for c in table.columns if c != "restricted"), table.rows)
    with pytest.raises(MappingError, match="no column does"):
        read(tmp_path, bare)
    mapping = MAPPING.replace("declared", "none_in_this_export")
    assert len(read(tmp_path, bare, mapping=mapping).cases) == 1


def test_people_alone_are_not_enough(tmp_path):
    with pytest.raises(NothingReadable, match="neither form_answers nor case_notes"):
        read(tmp_path, persons({"person_id": "1"}))
    assert list((tmp_path / "spool").iterdir()) == []
