"""Mosaic exports are recognised by their tables, and restricted people by their flag."""

import pytest
from sos_audit_mosaic.adapter import MosaicAdapter

from plugins.mosaic.tests.small_export import MAPPING, one_child
from sos_audit.adapters.protocol import Adapter
from sos_audit.casefile import Entity, Supply
from sos_audit.errors import MappingError, NothingReadable
from sos_audit.resources import data_path
from tests.rendering.reading import read_export, read_tables

SECRET = "ZEBRAFINCH"


def test_it_is_an_adapter():
    assert isinstance(MosaicAdapter(), Adapter)


def test_it_claims_its_own_export_and_no_other():
    claim = MosaicAdapter().claims(data_path("demo", "mosaic"))
    assert claim.reason == ("holds DM_CACHED_FORM_ANSWERS, DM_SUBGROUP_SUBJECTS, DM_WORKFLOW_STEPS")
    assert MosaicAdapter().claims(data_path("demo", "tabular")) is None
    assert MosaicAdapter().claims(data_path("demo", "casefile")) is None


def test_a_restricted_childs_words_are_in_nobodys_file(tmp_path):
    export = one_child()
    export.child("2", restricted="Y")
    export.subject("2", "200")
    export.subject("1", "200")
    export.step("8", SUBGROUP_ID="200")
    export.answer(SECRET, FORM_ID="51", WORKFLOW_STEP_ID="8", SUBJECT_PERSON_ID="1")
    export.note("500", "1", SECRET)
    export.note("501", "2", SECRET, copy_of_case_note_id="500")
    export.rows["DM_PERSONS"][1]["FULL_NAME"] = SECRET
    export.add(
        "DM_PERSONAL_RELATIONSHIPS",
        PERSON_ID="2",
        OTHER_PERSON_ID="1",
        FAMILY_CATEGORY="Brother",
    )
    export.rows["DM_SUBGROUP_SUBJECTS"][1]["SUBGROUP_ID"] = "201"
    reading = export.read(tmp_path)
    (case,) = reading.cases
    assert SECRET not in repr(reading.cases)
    assert [d.id for d in case.documents] == ["form:50"]
    assert [(p.name, p.relation) for p in case.people] == [(None, "brother")]
    assert case.family_id == "1"
    assert reading.report.withheld == {"restricted_case": 1, "restricted_subject": 2}


def test_a_word_that_is_no_plain_no_restricts(tmp_path):
    export = one_child()
    export.rows["DM_PERSONS"][0]["RESTRICTED"] = "Team leaders only"
    assert export.read(tmp_path).cases == []


def test_an_export_without_the_restriction_column_is_refused(tmp_path):
    export = one_child()
    del export.rows["DM_PERSONS"][0]["RESTRICTED"]
    with pytest.raises(MappingError, match=r"missing: DM_PERSONS\.RESTRICTED"):
        export.read(tmp_path)


def test_unless_the_mapping_says_that_nothing_in_it_is_restricted(tmp_path):
    export = one_child()
    del export.rows["DM_PERSONS"][0]["RESTRICTED"]
    mapping = MAPPING.replace("declared", "none_in_this_export")
    assert len(export.read(tmp_path, mapping).cases) == 1


def test_tables_that_say_whom_steps_are_about_are_all_named(tmp_path):
    tables = [table for table in one_child().tables() if table.name == "DM_PERSONS"]
    with pytest.raises(NothingReadable) as caught:
        read_tables(MosaicAdapter(), tables, MAPPING, tmp_path)
    assert [str(problem) for problem in caught.value.problems] == [
        "DM_SUBGROUP_SUBJECTS and DM_WORKFLOW_STEPS, or DM_WORKFLOW_STEPS_PEOPLE_VW"
    ]


def test_an_export_without_persons_is_refused(tmp_path):
    tables = [table for table in one_child().tables() if table.name != "DM_PERSONS"]
    with pytest.raises(NothingReadable, match="DM_PERSONS"):
        read_tables(MosaicAdapter(), tables, MAPPING, tmp_path)


def test_answers_are_needed_in_one_of_two_ways(tmp_path):
    tables = [table for table in one_child().tables() if table.name != "DM_CACHED_FORM_ANSWERS"]
    with pytest.raises(NothingReadable, match="DM_CACHED_FORM_ANSWERS, or MO_FORMS"):
        read_tables(MosaicAdapter(), tables, MAPPING, tmp_path)
    assert list((tmp_path / "spool").iterdir()) == []


def test_a_mapping_is_needed(tmp_path):
    with pytest.raises(MappingError, match="needs a mapping"):
        read_export(MosaicAdapter(), data_path("demo", "mosaic"), tmp_path)


def test_what_was_not_exported_is_not_supplied(tmp_path):
    coverage = one_child().read(tmp_path).header.coverage
    assert {entity for entity, supply in coverage.items() if supply is Supply.SUPPLIED} == {
        Entity.DOCUMENT,
        Entity.ANSWER,
        Entity.EVENT,
        Entity.REVIEW,
    }


def test_headers_in_any_case_and_without_prefix_are_known(tmp_path):
    export = one_child()
    tables = export.tables()
    for table in tables:
        object.__setattr__(table, "name", table.name.removeprefix("DM_").lower())
        object.__setattr__(table, "columns", tuple(c.lower() for c in table.columns))
        table.rows[:] = [{k.lower(): v for k, v in row.items()} for row in table.rows]
    reading = read_tables(MosaicAdapter(), tables, MAPPING, tmp_path)
    assert [d.id for case in reading.cases for d in case.documents] == ["form:50"]


def test_nothing_stays_on_disk(tmp_path):
    one_child().read(tmp_path)
    assert list((tmp_path / "spool").iterdir()) == []
