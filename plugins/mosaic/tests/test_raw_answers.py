"""The application's own answer tables are read like the reporting table, by any name."""

import pytest
from sos_audit_mosaic.adapter import MosaicAdapter

from plugins.mosaic.tests.small_export import SmallExport, one_child
from tests.rendering.table import write_tables


def raw_form(form_id="50"):
    export = SmallExport()
    export.child()
    export.step()
    export.add("MO_FORMS", FORM_ID=form_id, WORKFLOW_STEP_ID="7", SUBGROUP_ID="100")
    export.add("MO_QUESTIONS", QUESTION_ID="1", QUESTION_USER_CODE="HARM")
    export.add("MO_QUESTIONS", QUESTION_ID="2", QUESTION_USER_CODE="DANGER")
    export.add("MO_QUESTIONS", QUESTION_ID="3", QUESTION_USER_CODE="SCALE")
    return export


def answer(export, table, form_id="50", row="1", **cells):
    export.add(table, FORM_ID=form_id, FORM_ANSWER_ROW_ID=row, **cells)


@pytest.mark.parametrize(
    ("table", "column"),
    [
        ("MO_FORM_SHORT_TEXT_ANSWERS", "SHORT_TEXT_ANSWER"),
        ("MO_FORM_LONG_TEXT_ANSWERS", "LONG_TEXT_ANSWER"),
        ("mosaic_fw_mo_form_anything_answers", "anything_answer"),
    ],
)
def test_any_table_of_answers_is_one(tmp_path, table, column):
    export = raw_form()
    answer(export, table, QUESTION_ID="1", **{column: "Some words."})
    (case,) = export.read(tmp_path).cases
    assert [(d.id, d.text) for d in case.documents] == [("form:50", "Harm statement\nSome words.")]


def test_all_types_of_answer_make_one_form(tmp_path):
    export = raw_form()
    answer(export, "MO_FORM_LONG_TEXT_ANSWERS", QUESTION_ID="1", LONG_TEXT_ANSWER="Words.")
    answer(export, "MO_FORM_NUMBER_ANSWERS", QUESTION_ID="3", NUMBER_ANSWER="6")
    answer(export, "MO_FORM_LOOKUP_ANSWERS", QUESTION_ID="2", QUESTION_LOOKUP_ID="8")
    export.add("MO_QUESTION_LOOKUPS", QUESTION_LOOKUP_ID="8", ANSWER="Chosen.")
    (case,) = export.read(tmp_path).cases
    assert case.documents[0].text == (
        "Harm statement\nWords.\n\nDanger statement\nChosen.\n\nSafety scale\n6"
    )
    assert case.documents[0].answers[2].number == 6.0


def test_a_row_of_one_child_is_about_that_child(tmp_path):
    export = raw_form()
    export.child("2")
    for row, child in (("1", "1"), ("2", "2"), ("3", "a row of the form")):
        text = f"About {child}."
        answer(export, "MO_FORM_X_ANSWERS", row=row, QUESTION_ID="1", X_ANSWER=text)
        export.add("MO_FORM_ANSWER_ROWS", FORM_ANSWER_ROW_ID=row, HANDLER_ROW_IDENTIFIER=child)
    first, second = export.read(tmp_path).cases
    assert [d.id for d in first.documents] == ["form:50", "form:50:1"]
    assert [d.id for d in second.documents] == ["form:50", "form:50:2"]


def test_where_both_tables_hold_a_form_the_applications_own_counts(tmp_path):
    export = one_child()
    export.add("MO_FORMS", FORM_ID="50", WORKFLOW_STEP_ID="7")
    export.add("MO_QUESTIONS", QUESTION_ID="1", QUESTION_USER_CODE="DANGER")
    answer(export, "MO_FORM_LONG_TEXT_ANSWERS", QUESTION_ID="1", LONG_TEXT_ANSWER="All of it.")
    (case,) = export.read(tmp_path).cases
    assert [d.text for d in case.documents] == ["Danger statement\nAll of it."]


def test_an_export_with_these_tables_alone_is_recognised(tmp_path):
    export = raw_form()
    answer(export, "MO_FORM_LONG_TEXT_ANSWERS", QUESTION_ID="1", LONG_TEXT_ANSWER="Words.")
    write_tables(tmp_path, export.tables(), "")
    assert MosaicAdapter().claims(tmp_path).reason == (
        "holds DM_SUBGROUP_SUBJECTS, DM_WORKFLOW_STEPS, MO_FORM_ANSWERS"
    )
