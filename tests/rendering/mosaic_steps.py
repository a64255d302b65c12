"""Workflow steps and the groups of children they are about."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tests.rendering.mosaic_codes import STEP_TYPES, step_type_id
from tests.rendering.table import Table, uk_date, yes_no

if TYPE_CHECKING:
    import datetime as dt

    from tests.rendering.families import Families


class Step(NamedTuple):
    """A workflow step; `form` is the document that was written in it."""

    type_id: int
    subjects: tuple[str, ...]
    started: dt.date | None
    completed: dt.date | None
    form: str | None = None
    assignee: str | None = None
    section_47: bool = False
    assessment: bool = False


class Steps:
    """All steps of the families, numbered; a form's versions share one step."""

    def __init__(self, families: Families) -> None:
        self._families = families
        self.steps = [*_form_steps(families), *_event_steps(families), *_period_steps(families)]
        self._subgroups = sorted({step.subjects for step in self.steps})
        self._by_form = {step.form: at for at, step in enumerate(self.steps) if step.form}

    def step_id(self, document_id: str) -> int:
        """The step that a form was written in."""
        return 70_001 + self._by_form[document_id]

    def subgroup_id(self, subjects: tuple[str, ...]) -> int:
        """The group of exactly these children."""
        return 9_001 + self._subgroups.index(tuple(sorted(subjects)))

    def tables(self, worker_ids: dict[str, str]) -> list[Table]:
        """The steps, their types, the groups and the teams."""
        return [self._types(), self._steps(worker_ids), self._subjects(), self._teams()]

    def _types(self) -> Table:
        table = Table(
            "DM_WORKFLOW_STEP_TYPES", ("WORKFLOW_STEP_TYPE_ID", "DESCRIPTION", "IS_CASE_CLOSURE")
        )
        for step in STEP_TYPES:
            table.add(
                WORKFLOW_STEP_TYPE_ID=step.id, DESCRIPTION=step.description, IS_CASE_CLOSURE="N"
            )
        return table

    def _steps(self, worker_ids: dict[str, str]) -> Table:
        table = Table(
            "DM_WORKFLOW_STEPS",
            (
                "WORKFLOW_STEP_ID",
                "WORKFLOW_STEP_TYPE_ID",
                "SUBGROUP_ID",
                "STEP_STATUS",
                "INCOMING_ON",
                "STARTED_ON",
                "COMPLETED_ON",
                "RESPONSIBLE_TEAM_ID",
                "ASSIGNEE_ID",
                "IS_SECTION_47_ENQUIRY",
                "IS_CONTINUOUS_ASSESSMENT",
            ),
        )
        for number, step in enumerate(self.steps, 70_001):
            table.add(
                WORKFLOW_STEP_ID=number,
                WORKFLOW_STEP_TYPE_ID=step.type_id,
                SUBGROUP_ID=self.subgroup_id(step.subjects),
                STEP_STATUS="COMPLETED" if step.completed else "STARTED",
                INCOMING_ON=uk_date(step.started),
                STARTED_ON=uk_date(step.started),
                COMPLETED_ON=uk_date(step.completed),
                RESPONSIBLE_TEAM_ID=self._team_id(step.subjects[0]),
                ASSIGNEE_ID=worker_ids.get(step.assignee or ""),
                IS_SECTION_47_ENQUIRY=yes_no(step.section_47),
                IS_CONTINUOUS_ASSESSMENT=yes_no(step.assessment),
            )
        return table

    def _subjects(self) -> Table:
        table = Table(
            "DM_SUBGROUP_SUBJECTS", ("SUBGROUP_ID", "SUBJECT_COMPOUND_ID", "SUBJECT_TYPE_CODE")
        )
        for subjects in self._subgroups:
            for subject in subjects:
                table.add(
                    SUBGROUP_ID=self.subgroup_id(subjects),
                    SUBJECT_COMPOUND_ID=subject,
                    SUBJECT_TYPE_CODE="PER",
                )
        return table

    def _teams(self) -> Table:
        table = Table("DM_ORGANISATIONS", ("ORGANISATION_ID", "NAME"))
        for at, team in enumerate(self._team_names(), 501):
            table.add(ORGANISATION_ID=at, NAME=team)
        return table

    def _team_names(self) -> list[str]:
        return sorted({case.team for case in self._families.cases if case.team})

    def _team_id(self, child_id: str) -> int | None:
        team = next(c.team for c in self._families.cases if c.child_id == child_id)
        return None if team is None else 501 + self._team_names().index(team)


def _form_steps(families: Families) -> list[Step]:
    return [
        Step(
            type_id=step_type_id(form.kind, "document"),
            subjects=tuple(sorted(form.subjects)),
            started=form.date,
            completed=form.recorded_at,
            form=form.id,
            assignee=form.author and form.author.name,
        )
        for form in families.forms
        if form.version_of is None
    ]


def _event_steps(families: Families) -> list[Step]:
    """Events of the same kind and day in one family are one step about several children."""
    found: dict[tuple[str, str, dt.date], set[str]] = {}
    for case in families.cases:
        for event in case.events:
            if event.date is not None:
                key = (case.family_id or case.child_id, event.kind, event.date)
                found.setdefault(key, set()).add(case.child_id)
    return [
        Step(step_type_id(kind, "event"), tuple(sorted(subjects)), date, date)
        for (_, kind, date), subjects in sorted(found.items())
    ]


def _period_steps(families: Families) -> list[Step]:
    """Section 47 enquiries and assessments, a step for each child."""
    enquiry = step_type_id("section_47_enquiry", "period")
    assessment = step_type_id("continuous_assessment", "period")
    enquiries = [
        Step(enquiry, (case.child_id,), e.start, e.end, section_47=True)
        for case in families.cases
        for e in case.episodes
        if e.kind == "s47"
    ]
    assessments = [
        Step(assessment, (case.child_id,), a.start, a.authorised or a.end, assessment=True)
        for case in families.cases
        for a in case.assessments
    ]
    return [*enquiries, *assessments]
