"""The answers given in a workflow step, from the reporting table or from the application's own."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from sos_audit.adapters.forms import AnswerRow
from sos_audit_mosaic.contract import (
    ANSWERS,
    QUESTIONS,
    RAW_ANSWERS,
    RAW_FORMS,
    RAW_LOOKUPS,
    RAW_QUESTIONS,
    RAW_ROWS,
)
from sos_audit_mosaic.steps import people_listed

if TYPE_CHECKING:
    from sos_audit.adapters.cells import Cells
    from sos_audit.adapters.table_export import TableExport
    from sos_audit_mosaic.steps import Step, Steps

Answers = list[tuple[frozenset[str], AnswerRow]]
"""Answers of a form, each with the people it is about."""


class AnswerTables:
    """Reads the forms of a step; where both kinds of table hold one, the application's own."""

    def __init__(self, tables: TableExport, steps: Steps) -> None:
        self._tables = tables
        self._steps = steps

    def of_step(self, step: Step) -> dict[str, Answers]:
        """The step's answers by form id."""
        forms: defaultdict[str, Answers] = defaultdict(list)
        for row in self._tables.rows_for(ANSWERS, "WORKFLOW_STEP_ID", step.id):
            if form_id := row.id("FORM_ID"):
                forms[form_id].append((self._subjects(row, step), self._answer(row)))
        for row in self._tables.rows_for(RAW_FORMS, "WORKFLOW_STEP_ID", step.id):
            form_id = row.id("FORM_ID")
            if form_id and (answers := self._raw_answers(form_id, row, step)):
                forms[form_id] = answers
        return {form_id: self._about_those_listed(answers) for form_id, answers in forms.items()}

    def _about_those_listed(self, answers: Answers) -> Answers:
        """Where an answer lists the people that its row is about, the rest of the row is too."""
        mapping = self._tables.mapping
        if not mapping.model.subject_questions:
            return answers
        listed: defaultdict[str | None, frozenset[str]] = defaultdict(frozenset)
        for _, row in answers:
            if mapping.lists_subjects(row.code):
                listed[row.row] |= people_listed(row.text)
        return [
            (listed.get(row.row) or subjects, row)
            for subjects, row in answers
            if not mapping.lists_subjects(row.code)
        ]

    def _subjects(self, row: Cells, step: Step) -> frozenset[str]:
        """The person named in the row, else everybody the form or the step is about."""
        person = row.id("SUBJECT_PERSON_ID")
        if person is not None and not person.startswith("-"):
            return frozenset({person})
        return self._steps.subjects(row.id("SUBGROUP_ID")) or step.subjects

    def _answer(self, row: Cells) -> AnswerRow:
        return AnswerRow(
            code=row.text("QUESTION_USER_CODE") or self._code(row),
            question=None,
            text=row.narrative("TEXT_ANSWER"),
            row=row.id("FORM_ANSWER_ROW_ID"),
            number=row.number("NUMBER_ANSWER"),
            date=row.date("DATE_ANSWER"),
        )

    def _code(self, row: Cells) -> str | None:
        question = self._tables.first(QUESTIONS, "MAPPING_ID", row.id("MAPPING_ID"))
        return None if question is None else question.text("QUESTION_USER_CODE")

    def _raw_answers(self, form_id: str, form: Cells, step: Step) -> Answers:
        everyone = self._steps.subjects(form.id("SUBGROUP_ID")) or step.subjects
        return [
            (self._raw_subjects(row, everyone), self._raw_answer(row))
            for row in self._tables.rows_for(RAW_ANSWERS, "FORM_ID", form_id)
        ]

    def _raw_subjects(self, row: Cells, everyone: frozenset[str]) -> frozenset[str]:
        """The child whose row it is, if the row is a child's, else everybody."""
        found = self._tables.first(RAW_ROWS, "FORM_ANSWER_ROW_ID", row.id("FORM_ANSWER_ROW_ID"))
        person = None if found is None else found.id("HANDLER_ROW_IDENTIFIER")
        return frozenset({person}) if person in everyone else everyone

    def _raw_answer(self, row: Cells) -> AnswerRow:
        question = self._tables.first(RAW_QUESTIONS, "QUESTION_ID", row.id("QUESTION_ID"))
        chosen = self._tables.first(RAW_LOOKUPS, "QUESTION_LOOKUP_ID", row.id("QUESTION_LOOKUP_ID"))
        return AnswerRow(
            code=row.id("QUESTION_ID") if question is None else question.text("QUESTION_USER_CODE"),
            question=None,
            text=row.narrative("TEXT_ANSWER") if chosen is None else chosen.narrative("ANSWER"),
            row=row.id("FORM_ANSWER_ROW_ID"),
            number=row.number("NUMBER_ANSWER"),
            date=row.date("DATE_ANSWER"),
        )
