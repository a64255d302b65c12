"""Whom an answer or a step is about, where other tables or answers say so."""

import pytest
from sos_audit_mosaic.steps import people_listed

from plugins.mosaic.tests.small_export import MAPPING, SmallExport, one_child

LISTING = MAPPING + "subject_questions: [OutcomeSubjects]\n"


def outcome(export, row, listed, words):
    export.answer(listed, QUESTION_USER_CODE="OutcomeSubjects", FORM_ANSWER_ROW_ID=row)
    export.answer(words, FORM_ANSWER_ROW_ID=row)


def family():
    export = one_child()
    export.child("2")
    export.child("3", subgroup="300")
    outcome(export, "8", "1,2", "About one and two.")
    outcome(export, "9", " 2 , 3.0,0", "About two and three.")
    return export


def test_an_answer_can_list_the_children_its_row_is_about(tmp_path):
    first, second, third = family().read(tmp_path, LISTING).cases
    assert [d.subjects for d in first.documents] == [("1", "2")]
    assert [d.subjects for d in second.documents] == [("1", "2"), ("2", "3")]
    assert [d.text for d in third.documents] == ["Harm statement\nAbout two and three."]


def test_the_list_itself_is_not_narrative(tmp_path):
    cases = family().read(tmp_path, LISTING).cases
    assert all("1,2" not in d.text for case in cases for d in case.documents)


def test_without_the_mapping_naming_it_a_list_is_an_answer(tmp_path):
    first, *_ = family().read(tmp_path).cases
    assert "1,2" in first.documents[0].text


def test_a_listed_child_who_is_restricted_withholds_the_form(tmp_path):
    export = one_child()
    export.child("3", subgroup="300", restricted="Y")
    outcome(export, "8", "1,3", "About both.")
    reading = export.read(tmp_path, LISTING)
    assert [case.documents for case in reading.cases] == [()]


@pytest.mark.parametrize(
    ("text", "people"), [("1, 2;3.0", {"1", "2", "3"}), ("0,-1,", set()), (None, set())]
)
def test_a_list_of_people(text, people):
    assert people_listed(text) == people


def test_the_view_of_people_says_whom_a_step_is_about(tmp_path):
    export = SmallExport()
    for child in ("1", "2"):
        export.add("DM_PERSONS", PERSON_ID=child, CONTEXT_FLAG="C", RESTRICTED="N")
        export.add(
            "DM_WORKFLOW_STEPS_PEOPLE_VW",
            WORKFLOW_STEP_ID="7",
            WORKFLOW_STEP_TYPE_ID="11",
            PERSON_ID=child,
            STEP_STATUS="COMPLETED",
            STARTED_ON="05/02/2026",
        )
    export.answer("About both.")
    first, second = export.read(tmp_path).cases
    assert [d.subjects for d in first.documents] == [("1", "2")]
    assert first.documents == second.documents
    assert first.family_id == second.family_id
