"""Workflow steps: what was done about which children, and when."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from sos_audit_mosaic.contract import (
    ANSWERS,
    RAW_ANSWERS,
    RAW_FORMS,
    RAW_QUESTIONS,
    STEP_TYPES,
    STEPS,
    STEPS_PEOPLE,
    SUBJECTS,
)

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from sos_audit.adapters.cells import Cells
    from sos_audit.adapters.mapping import StepEntry
    from sos_audit.adapters.restriction import Gate
    from sos_audit.adapters.table_export import TableExport

_OWN_DATES = (
    "CP_CONFERENCE_ACTUAL_DATE",
    "ICPC_DATE",
    "STRATEGY_DISCUSSION_DATE",
    "LAC_REVIEW_DATE",
)
"""Dates of the meeting itself; a step is often started before it and completed after it."""


class Step(NamedTuple):
    """A step that is part of the record; `date` is when the thing itself happened."""

    id: str
    type_id: str
    meaning: StepEntry | None
    subjects: frozenset[str]
    status: str
    date: dt.date | None
    started: dt.date | None
    completed: dt.date | None
    team_id: str | None
    assignee_id: str | None
    is_section_47: bool
    is_assessment: bool
    participation: str | None


class Steps:
    """Finds the steps about a child, through subgroups or through the view of steps and people."""

    def __init__(self, tables: TableExport, gate: Gate) -> None:
        self._tables = tables
        self._gate = gate
        self._listed = listed_subjects(tables)

    def about(self, child_id: str) -> list[Step]:
        """The child's steps by date, without those cancelled or only proposed."""
        found = {
            step.id: step
            for row in self._rows(child_id)
            if (step := self._step(row))
            and self._gate.admits_status(f"step:{step.id}", step.status)
        }
        return sorted(found.values(), key=lambda step: (str(step.date), step.id))

    def subjects(self, subgroup_id: str | None) -> frozenset[str]:
        """The people whom a subgroup is about."""
        if subgroup_id is None:
            return frozenset()
        rows = self._tables.rows_for(SUBJECTS, "SUBGROUP_ID", subgroup_id)
        return frozenset(person for row in rows if (person := person_in(row)))

    def description(self, type_id: str) -> str | None:
        """What the authority calls a type of step."""
        row = self._tables.first(STEP_TYPES, "WORKFLOW_STEP_TYPE_ID", type_id)
        return None if row is None else row.text("DESCRIPTION")

    def _rows(self, child_id: str) -> Iterator[Cells]:
        """Steps of the child's subgroups, and steps with an answer about the child alone."""
        tables = self._tables
        for membership in tables.rows_for(SUBJECTS, "SUBJECT_COMPOUND_ID", child_id):
            subgroup = membership.id("SUBGROUP_ID")
            if subgroup and person_in(membership):
                yield from tables.rows_for(STEPS, "SUBGROUP_ID", subgroup)
        yield from tables.rows_for(STEPS_PEOPLE, "PERSON_ID", child_id)
        answers = tables.rows_for(ANSWERS, "SUBJECT_PERSON_ID", child_id)
        named = {found for row in answers if (found := row.id("WORKFLOW_STEP_ID"))}
        for step_id in sorted(named | self._listed.get(child_id, set())):
            for table in (STEPS, STEPS_PEOPLE):
                yield from tables.rows_for(table, "WORKFLOW_STEP_ID", step_id)

    def _about(self, step_id: str, row: Cells) -> frozenset[str]:
        """Everybody in the step's subgroup, or in the view that names people step by step."""
        rows = self._tables.rows_for(STEPS_PEOPLE, "WORKFLOW_STEP_ID", step_id)
        people = frozenset(person for found in rows if (person := found.id("PERSON_ID")))
        return people | self.subjects(row.id("SUBGROUP_ID"))

    def _step(self, row: Cells) -> Step | None:
        step_id, type_id = row.id("WORKFLOW_STEP_ID"), row.id("WORKFLOW_STEP_TYPE_ID")
        if step_id is None or type_id is None:
            return None
        started = row.date("STARTED_ON") or row.date("INCOMING_ON")
        own = (row.date(column) for column in _OWN_DATES)
        return Step(
            id=step_id,
            type_id=type_id,
            meaning=self._tables.mapping.step(type_id),
            subjects=self._about(step_id, row),
            status=(row.text("STEP_STATUS") or "").casefold(),
            date=next(filter(None, own), started),
            started=started,
            completed=row.date("COMPLETED_ON"),
            team_id=row.id("RESPONSIBLE_TEAM_ID"),
            assignee_id=row.id("ASSIGNEE_ID"),
            is_section_47=row.flag("IS_SECTION_47_ENQUIRY") or False,
            is_assessment=row.flag("IS_CONTINUOUS_ASSESSMENT") or False,
            participation=row.text("LAC_REVIEW_PARTICIPATION_CODE"),
        )


def person_in(row: Cells) -> str | None:
    """The person in a row of subgroup subjects; other types of subject are nobody."""
    if (row.text("SUBJECT_TYPE_CODE") or "PER").upper() != "PER":
        return None
    return row.id("SUBJECT_COMPOUND_ID")


def people_listed(text: str | None) -> frozenset[str]:
    """The people whom an answer lists by their ids, separated by commas."""
    ids = {part.strip().removesuffix(".0") for part in re.split(r"[,;]", text or "")}
    return frozenset(found for found in ids if found and found not in {"0", "-1"})


def listed_subjects(tables: TableExport) -> dict[str, set[str]]:
    """The steps in which an answer lists a person, for the questions that the mapping names."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for code in tables.mapping.model.subject_questions:
        for step_id, text in _lists(tables, code):
            for person in people_listed(text):
                found[person].add(step_id)
    return dict(found)


def _lists(tables: TableExport, code: str) -> Iterator[tuple[str, str | None]]:
    """The answers to one question, each with its step, from both kinds of answer table."""
    for row in tables.rows_for(ANSWERS, "QUESTION_USER_CODE", code):
        if step_id := row.id("WORKFLOW_STEP_ID"):
            yield step_id, row.text("TEXT_ANSWER")
    for question in tables.rows_for(RAW_QUESTIONS, "QUESTION_USER_CODE", code):
        number = question.id("QUESTION_ID")
        for row in tables.rows_for(RAW_ANSWERS, "QUESTION_ID", number or ""):
            form = tables.first(RAW_FORMS, "FORM_ID", row.id("FORM_ID"))
            if form is not None and (step_id := form.id("WORKFLOW_STEP_ID")):
                yield step_id, row.text("TEXT_ANSWER")
