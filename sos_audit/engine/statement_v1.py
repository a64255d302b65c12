"""The statement contract: JSON Lines in, JSON Lines out, in the same order.

A versioned copy of what reading says of one statement; `outcomes` holds every narrative criterion
that can be asked of that kind alone.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel, ConfigDict, Field

from sos_audit.casefile import Child, Person, StatementKind
from sos_audit.engine.statement import ASSESSED_ON, assess_statement

if TYPE_CHECKING:
    from sos_audit.engine.statement import StatementAudit
    from sos_audit.rulepacks import RulePack


class _Record(BaseModel):
    model_config = ConfigDict(extra="ignore", frozen=True)


class ChildV1(_Record):
    """The child a statement is about."""

    name: str | None = None
    age: float | None = Field(default=None, ge=0, le=25)


class PersonV1(_Record):
    """Somebody the statement may name, and who that is."""

    name: str
    role: str | None = None


class StatementV1(_Record):
    """One statement to assess; fields beyond these are ignored, so gold labels can be read."""

    id: str
    kind: StatementKind
    text: str
    child: ChildV1 | None = None
    people: tuple[PersonV1, ...] = ()


def assess(pack: RulePack, statement: StatementV1) -> StatementAudit:
    """Assess a statement as the contract gives it."""
    people = [
        Person(f"person {number}", person.name, person.role)
        for number, person in enumerate(statement.people, 1)
    ]
    child = _child(statement.child)
    return assess_statement(pack, statement.kind, statement.text, child=child, people=people)


def _child(child: ChildV1 | None) -> Child:
    if child is None or child.age is None:
        return Child("child", child.name if child else None)
    return Child("child", child.name, ASSESSED_ON - dt.timedelta(days=round(child.age * 365.25)))


def as_record(statement_id: str, audit: StatementAudit) -> dict[str, Any]:
    """One line of output."""
    read, text = audit.statement, audit.text
    return {
        "id": statement_id,
        "kind": read.kind.value,
        "present": read.present,
        "placeholder": read.placeholder,
        "outcomes": {finding.criterion: finding.outcome.value for finding in audit.findings},
        "elements": [
            {
                "element": e.element.value,
                "text": e.span.of(text),
                "start": e.span.start,
                "end": e.span.end,
            }
            for e in sorted(read.elements, key=lambda e: (e.span, e.element))
        ],
        "scales": [
            {
                "value": s.value,
                "low": s.low,
                "high": s.high,
                "rater": s.voice.value,
                "start": s.span.start,
                "end": s.span.end,
            }
            for s in read.scales
        ],
        "quotes": [
            {
                "speaker": q.voice.value,
                "verbatim": q.verbatim,
                "start": q.span.start,
                "end": q.span.end,
            }
            for q in read.quotes
        ],
    }
