"""Whether a criterion is asked of a case at all, and whether its time has come."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from sos_audit.findings import Outcome

if TYPE_CHECKING:
    from sos_audit.casefile import CaseFile, Entity
    from sos_audit.checks import Answer
    from sos_audit.reading.case import CaseReading
    from sos_audit.rulepacks import Criterion


def not_supplied(criterion: Criterion, case: CaseFile) -> list[Entity]:
    """The entities a criterion needs that the export cannot carry."""
    return sorted(entity for entity in criterion.needs if not case.supplies(entity))


def not_asked_because(criterion: Criterion, case: CaseFile) -> str | None:
    """Why a criterion is not asked of a case, or None when it is.

    A case whose type the export does not say is asked everything.
    """
    asked = criterion.applies_to
    if asked.open_only and not case.is_open:
        return "the case is closed"
    if asked.case_types is None or case.case_type is None or case.case_type in asked.case_types:
        return None
    return f"not asked of {case.case_type} cases"


def settled(criterion: Criterion, answer: Answer, reading: CaseReading) -> Answer:
    """The answer with grace: before its time, or outside its ages, a gap is not one.

    Evidence from a text that was edited after the audit's date makes any answer unclear.
    """
    if answer.outcome in {Outcome.MET, Outcome.NOT_APPLICABLE}:
        return _unsettled(answer, reading)
    reason = _age_reason(criterion, reading) or _time_reason(criterion, reading)
    if reason is not None:
        return answer._replace(outcome=Outcome.NOT_APPLICABLE, message=reason)
    return _unsettled(answer, reading)


def _age_reason(criterion: Criterion, reading: CaseReading) -> str | None:
    age = reading.case.child.age_on(reading.as_at)
    youngest, oldest = criterion.applies_to.min_age, criterion.applies_to.max_age
    if age is None:
        return None
    if youngest is not None and age < youngest:
        return f"expected from the age of {youngest}"
    if oldest is not None and age > oldest:
        return f"expected up to the age of {oldest}"
    return None


def _time_reason(criterion: Criterion, reading: CaseReading) -> str | None:
    due = _due_on(criterion, reading.case)
    return None if due is None or reading.as_at >= due else f"due by {due.isoformat()}"


def _due_on(criterion: Criterion, case: CaseFile) -> dt.date | None:
    if criterion.due is None or case.opened is None:
        return None
    return case.opened + dt.timedelta(days=criterion.due.days_open)


def _unsettled(answer: Answer, reading: CaseReading) -> Answer:
    """Evidence from a text that was edited after the audit's date makes the answer unclear."""
    edited = {d.id for d in reading.documents if d.edited_at and d.edited_at > reading.as_at}
    if not any(piece.document_id in edited for piece in answer.evidence):
        return answer
    return answer._replace(
        outcome=Outcome.UNCLEAR, message="the text was edited after the audit's date"
    )
