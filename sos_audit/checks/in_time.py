"""Was a step taken within its statutory time of the one before it?"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from pydantic import field_validator

from sos_audit.calendar import Deadlines, add_months, add_working_days
from sos_audit.checks.answers import (
    Answer,
    CheckKind,
    Settings,
    looked_through,
    recorded,
    written,
)
from sos_audit.findings import Outcome

if TYPE_CHECKING:
    from sos_audit.casefile import CaseFile
    from sos_audit.checks.answers import (
        Inquiry,
    )
    from sos_audit.findings import Evidence


class InTime(Settings):
    """From the latest `after` event to the first `step` that follows it.

    `limit` names a deadline of the pack (its suffix is the unit); `every` names the deadline
    between one `step` and the next.
    """

    after: str
    step: str
    limit: str
    every: str | None = None

    @field_validator("limit", "every")
    @classmethod
    def _is_a_deadline(cls, name: str | None) -> str | None:
        if name is not None and name not in Deadlines.limits():
            raise ValueError(f"there is no deadline {name!r}")
        return name


def ask(settings: InTime, inquiry: Inquiry) -> Answer:
    """Met when each step came in time, a gap when one came late or is overdue."""
    case, as_at = inquiry.reading.case, inquiry.reading.as_at
    starts = _days(case, settings.after)
    steps = _days(case, settings.step)
    searched = looked_through(
        f"{settings.after} and {settings.step} dates".replace("_", " "), [*starts, *steps]
    )
    start = _start(starts, steps)
    if start is None:
        return Answer(
            Outcome.NOT_APPLICABLE, f"no {_words(settings.after)} on record", (), searched, "time"
        )
    outcome, message, evidence = _judge(settings, inquiry.deadlines, start, steps, as_at)
    return Answer(outcome, message, evidence, searched, "time")


def _judge(
    settings: InTime, limits: Deadlines, start: dt.date, steps: list[dt.date], as_at: dt.date
) -> tuple[Outcome, str, tuple[Evidence, ...]]:
    late: list[Evidence] = []
    kept: list[Evidence] = []
    due = _due(limits, settings.limit, start)
    for day in [day for day in steps if day >= start]:
        (kept if day <= due else late).append(_evidence(settings, day, due))
        if settings.every is None:
            return _verdict(kept, late)
        due = _due(limits, settings.every, day)
    if due < as_at:
        late.append(recorded(settings.step, due, f"was due by {written(due)}, none recorded"))
    if not kept and not late:
        return Outcome.NOT_APPLICABLE, f"due by {written(due)}", ()
    return _verdict(kept, late)


def _verdict(
    kept: list[Evidence], late: list[Evidence]
) -> tuple[Outcome, str, tuple[Evidence, ...]]:
    if not late:
        return Outcome.MET, "in time", tuple(kept)
    message = f"{len(late)} of {len(kept) + len(late)} late or overdue"
    return (Outcome.PARTLY if kept else Outcome.GAP), message, tuple(late)


def _evidence(settings: InTime, day: dt.date, due: dt.date) -> Evidence:
    return recorded(settings.step, day, f"due by {written(due)}")


def _due(limits: Deadlines, name: str, start: dt.date) -> dt.date:
    number = int(getattr(limits, name))
    if name.endswith("_working_days"):
        return add_working_days(start, number)
    if name.endswith("_months"):
        return add_months(start, number)
    return start + dt.timedelta(days=number)


def _start(starts: list[dt.date], steps: list[dt.date]) -> dt.date | None:
    """The step's own start: the latest `after` that a step followed, or the latest of all."""
    if not starts:
        return None
    followed = [day for day in starts if any(step >= day for step in steps)]
    return (followed or starts)[-1]


def _days(case: CaseFile, kind: str) -> list[dt.date]:
    days = [event.date for event in case.events if event.kind == kind]
    if kind == "assessment_end":
        days += [assessment.authorised or assessment.end for assessment in case.assessments]
    return sorted({day for day in days if day is not None})


def _words(kind: str) -> str:
    return kind.replace("_", " ")


KIND = CheckKind("in_time", InTime, ask)
