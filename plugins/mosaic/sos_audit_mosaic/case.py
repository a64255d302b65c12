"""One child's case file, put together from all tables."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from sos_audit.casefile import CaseFile, CaseType, Child, Entity, Provenance, Supply
from sos_audit_mosaic import record
from sos_audit_mosaic.contract import ORGANISATIONS, PERSONS
from sos_audit_mosaic.forms import Forms
from sos_audit_mosaic.notes import Notes
from sos_audit_mosaic.people import People, person_name
from sos_audit_mosaic.steps import Steps

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sos_audit.adapters.cells import Cells
    from sos_audit.adapters.restriction import Gate
    from sos_audit.adapters.table_export import TableExport
    from sos_audit.casefile import Document, Episode, Worker
    from sos_audit_mosaic.steps import Step

_INTENSITY = tuple(CaseType)
"""From a referral to being looked after."""


class CaseReader:
    """Reads one child after the other."""

    def __init__(self, tables: TableExport, gate: Gate, coverage: Mapping[Entity, Supply]) -> None:
        self._tables = tables
        self._coverage = coverage
        self._people = People(tables, gate.restriction)
        self._steps = Steps(tables, gate)
        self._forms = Forms(tables, self._steps, self._people, gate)
        self._notes = Notes(tables, self._people, gate)

    def read(self, child_id: str, family_id: str) -> CaseFile:
        """The child's case file."""
        tables = self._tables
        person = next(iter(tables.rows_for(PERSONS, "PERSON_ID", child_id)))
        steps = self._steps.about(child_id)
        registrations = record.registrations_of(tables, child_id)
        referrals = record.referrals_of(tables, child_id)
        workers = self._people.workers(child_id)
        case_type = _case_type(steps, registrations)
        return CaseFile(
            child=_child(child_id, person),
            family_id=family_id,
            case_type=case_type,
            status=_status(referrals, registrations),
            opened=_opened(referrals, steps),
            team=self._team(steps),
            restricted=False,
            coverage=_coverage(self._coverage, case_type),
            people=self._people.around(child_id),
            workers=workers,
            episodes=(*referrals, *record.enquiries_in(steps), *registrations),
            events=record.events_in(steps),
            visits=record.visits_of(tables, child_id),
            assessments=record.assessments_in(steps),
            plans=record.plans_of(registrations),
            reviews=record.reviews_in(steps),
            documents=self._documents(child_id, steps, workers),
            provenance=Provenance(person.row.file, person.row.number),
        )

    def _documents(
        self, child_id: str, steps: Sequence[Step], workers: tuple[Worker, ...]
    ) -> tuple[Document, ...]:
        forms = (form for step in steps for form in self._forms.of_step(step, workers))
        found = [form for form in forms if child_id in form.subjects]
        found += self._notes.of_child(child_id, workers)
        return tuple(sorted(found, key=lambda d: (d.date or dt.date.min, d.id)))

    def _team(self, steps: Sequence[Step]) -> str | None:
        """The team of the latest step that names one."""
        team_id = next((step.team_id for step in reversed(steps) if step.team_id), None)
        row = self._tables.first(ORGANISATIONS, "ORGANISATION_ID", team_id)
        return self._tables.mapping.team(team_id) or (None if row is None else row.text("NAME"))


def _child(child_id: str, person: Cells) -> Child:
    return Child(
        id=child_id,
        name=person_name(person),
        born=person.date("DATE_OF_BIRTH"),
        sex=person.text("GENDER"),
        ethnicity=person.text("FULL_ETHNICITY_CODE"),
        first_language=person.text("FIRST_LANGUAGE"),
        interpreter=person.flag("INTERPRETER_REQUIRED"),
    )


def _case_type(steps: Sequence[Step], registrations: Sequence[Episode]) -> CaseType | None:
    """Child protection while registered, else what the latest telling step means.

    Of several on one day the most intensive counts: step ids say nothing about order.
    """
    if any(episode.end is None for episode in registrations):
        return CaseType.CHILD_PROTECTION
    told = [
        (str(step.date), _INTENSITY.index(step.meaning.case_type))
        for step in steps
        if step.meaning is not None and step.meaning.case_type is not None
    ]
    return _INTENSITY[max(told)[1]] if told else None


def _status(referrals: Sequence[Episode], registrations: Sequence[Episode]) -> str:
    if referrals and all(episode.end for episode in (*referrals, *registrations)):
        return "closed"
    return "open"


def _opened(referrals: Sequence[Episode], steps: Sequence[Step]) -> dt.date | None:
    """The day of the latest referral, else of the first step."""
    referred = max((episode.start for episode in referrals if episode.start), default=None)
    return referred or min((step.date for step in steps if step.date), default=None)


def _coverage(
    export: Mapping[Entity, Supply], case_type: CaseType | None
) -> Mapping[Entity, Supply]:
    """Only child protection plans are in these tables: of other children no plan is supplied."""
    if case_type is CaseType.CHILD_PROTECTION:
        return export
    return {**export, Entity.PLAN: Supply.NOT_SUPPLIED}
