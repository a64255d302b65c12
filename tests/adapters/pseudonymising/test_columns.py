"""Every column of a contract that holds a person's id, name or date is known as such."""

import pytest
from sos_audit_mosaic.contract import CONTRACT as MOSAIC

from sos_audit.adapters.pseudonymising.columns import Holds, holds
from sos_audit.adapters.tabular.contract import CONTRACT as TABULAR


@pytest.mark.parametrize(
    ("table", "column", "what"),
    [
        ("DM_PERSONS", "FULL_NAME", Holds.NAME),
        ("DM_PERSONS", "DATE_OF_BIRTH", Holds.DATE),
        ("DM_WORKFLOW_STEPS", "STARTED_ON", Holds.DATE),
        ("CASE_NOTES", "ID", Holds.RECORD),
        ("DM_WORKERS", "WORKER_ID", Holds.PERSON),
        ("CASE_NOTES", "CREATED_BY", Holds.PERSON),
        ("CASE_NOTES", "NOTE", Holds.WORDS),
        ("DM_ORGANISATIONS", "NAME", Holds.TEAM),
        ("persons", "dob", Holds.DATE),
        ("form_answers", "question", Holds.KEPT),
        ("form_answers", "answer", Holds.WORDS),
    ],
)
def test_a_column_is_known_by_its_name(table, column, what):
    assert holds(table, column) is what


def test_only_narrative_is_taken_for_words():
    words = {
        (table.name, column.name)
        for table in (*MOSAIC.tables, *TABULAR.tables)
        for column in table.columns
        if holds(table.name, column.name) is Holds.WORDS
    }
    assert words == {
        ("CASE_NOTES", "NOTE"),
        ("CASE_NOTES", "TITLE"),
        ("DM_CACHED_FORM_ANSWERS", "TEXT_ANSWER"),
        ("MO_FORM_ANSWERS", "TEXT_ANSWER"),
        ("DM_VISITS", "REASON_VISIT_NOT_MADE"),
        ("form_answers", "answer"),
        ("form_answers", "title"),
        ("form_answers", "row_id"),
        ("case_notes", "text"),
        ("case_notes", "title"),
    } - {("form_answers", "row_id")}
