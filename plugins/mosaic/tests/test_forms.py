"""Forms keep their subjects, their versions and the rows of their tables."""

from plugins.mosaic.tests.small_export import SmallExport, one_child


def documents(export, tmp_path):
    return [document for case in export.read(tmp_path).cases for document in case.documents]


def test_the_question_wording_comes_from_the_mapping(tmp_path):
    (form,) = documents(one_child(), tmp_path)
    assert form.text == "Harm statement\nSome words."
    assert (form.id, form.kind, form.version_of) == ("form:50", "assessment_and_planning", None)


def test_of_several_forms_in_a_step_the_newest_counts_and_the_others_are_versions(tmp_path):
    export = one_child()
    export.answer("Older words.", FORM_ID="9")
    assert [(d.id, d.version_of) for d in documents(export, tmp_path)] == [
        ("form:50", None),
        ("form:9", "form:50"),
    ]


def test_a_form_about_nobody_in_particular_is_about_the_whole_subgroup(tmp_path):
    export = one_child()
    export.child("2")
    for subject in ("-1", None):
        export.rows["DM_CACHED_FORM_ANSWERS"][0]["SUBJECT_PERSON_ID"] = subject
        shared = documents(export, tmp_path)
        assert [(d.id, d.subjects) for d in shared] == [("form:50", ("1", "2"))] * 2


def test_answers_about_one_child_are_a_part_of_their_own(tmp_path):
    export = one_child()
    export.child("2")
    export.answer("About the second.", QUESTION_USER_CODE="DANGER", SUBJECT_PERSON_ID="2")
    first, second = export.read(tmp_path).cases
    assert [d.id for d in first.documents] == ["form:50"]
    assert [(d.id, d.subjects) for d in second.documents] == [
        ("form:50", ("1", "2")),
        ("form:50:2", ("2",)),
    ]


def test_the_rows_of_a_repeating_table_stay_together(tmp_path):
    export = SmallExport()
    export.child()
    export.step()
    for row, danger, score in (("902", "First.", "4"), ("1001", "Second.", "6")):
        export.answer(danger, QUESTION_USER_CODE="DANGER", FORM_ANSWER_ROW_ID=row)
        export.answer("", QUESTION_USER_CODE="SCALE", FORM_ANSWER_ROW_ID=row, NUMBER_ANSWER=score)
    (form,) = documents(export, tmp_path)
    assert form.text == (
        "Danger statement\nFirst.\n\nDanger statement\nSecond.\n\n"
        "Safety scale\n4\n\nSafety scale\n6"
    )
    assert [(a.row, a.code, a.number) for a in form.answers] == [
        ("1", "DANGER", None),
        ("2", "DANGER", None),
        ("1", "SCALE", 4.0),
        ("2", "SCALE", 6.0),
    ]
    assert (form.scale.low, form.scale.high, form.scale.higher_is_safer) == (0, 10, True)


def test_cancelled_and_proposed_steps_are_left_out_and_counted(tmp_path):
    export = one_child()
    for step_id, status in (("8", "CANCELLED"), ("9", "PROPOSED"), ("10", "STARTED")):
        export.step(step_id, STEP_STATUS=status)
        export.answer(FORM_ID=step_id, WORKFLOW_STEP_ID=step_id)
    reading = export.read(tmp_path)
    shown = sorted((d.id, d.status) for d in reading.cases[0].documents)
    assert shown == [("form:10", "started"), ("form:50", "complete")]
    assert reading.report.withheld == {"status_cancelled": 1, "status_proposed": 1}


def test_an_unmapped_question_and_step_are_kept_and_counted(tmp_path):
    export = one_child()
    export.step("8", WORKFLOW_STEP_TYPE_ID="99")
    export.answer("Other.", FORM_ID="51", WORKFLOW_STEP_ID="8", QUESTION_USER_CODE="NEW")
    reading = export.read(tmp_path)
    other = reading.cases[0].documents[1]
    assert (other.kind, other.text, other.answers[0].kind) == ("other", "Other.", None)
    assert reading.report.unmapped == {"question NEW": 1, "step type with a form 99": 1}


def test_a_code_may_come_from_the_table_of_questions(tmp_path):
    export = SmallExport()
    export.child()
    export.step()
    export.answer(QUESTION_USER_CODE=None, MAPPING_ID="3")
    export.add("DM_CACHED_FORM_QUESTIONS", MAPPING_ID="3", QUESTION_USER_CODE="DANGER")
    (form,) = documents(export, tmp_path)
    assert form.answers[0].kind == "danger_statement"


def test_the_date_of_a_conference_is_the_day_it_was_held(tmp_path):
    export = one_child()
    export.rows["DM_WORKFLOW_STEPS"][0]["CP_CONFERENCE_ACTUAL_DATE"] = "09/02/2026"
    (form,) = documents(export, tmp_path)
    assert form.date.isoformat() == "2026-02-09"


def test_a_step_about_the_family_with_an_answer_about_the_child_is_found(tmp_path):
    export = SmallExport()
    export.child()
    export.step(SUBGROUP_ID="200")
    export.answer(SUBJECT_PERSON_ID="1")
    assert [d.subjects for d in documents(export, tmp_path)] == [("1",)]
