"""Are visits made at the frequency the plan or the local standard asks?"""

from __future__ import annotations

import datetime as dt
from itertools import pairwise
from typing import TYPE_CHECKING

from sos_audit.calendar import working_days_between
from sos_audit.casefile import CaseType
from sos_audit.checks.answers import (
    Answer,
    CheckKind,
    Settings,
    first_of,
    looked_through,
    recorded,
    written,
)
from sos_audit.findings import Outcome

if TYPE_CHECKING:
    from sos_audit.calendar import Deadlines
    from sos_audit.casefile import CaseFile
    from sos_audit.checks.answers import (
        Inquiry,
    )
    from sos_audit.findings import Evidence


class VisitInterval(Settings):
    """Looks at the last `within_days`."""

    within_days: int = 183


def ask(settings: VisitInterval, inquiry: Inquiry) -> Answer:
    """Met without an overrun, partly when at most a quarter of the intervals overran."""
    reading = inquiry.reading
    first = _start(settings, reading.case, reading.as_at)
    visits = sorted(
        (v for v in reading.case.visits if v.date >= first and v.seen is not False),
        key=lambda visit: visit.date,
    )
    searched = looked_through("visits", [v.date for v in visits])
    days = [first, *(visit.date for visit in visits), reading.as_at]
    gaps = [(a, b) for a, b in pairwise(days) if _is_over(a, b, reading.case, inquiry.deadlines)]
    if not visits:
        if not gaps:
            return Answer(Outcome.NOT_APPLICABLE, "no visit due yet", (), searched, "visits")
        return Answer(Outcome.GAP, "no visit found", (), searched, "visits")
    evidence = first_of(_overrun(a, b) for a, b in gaps) or first_of(
        recorded("visit", v.date, "visit") for v in reversed(visits)
    )
    outcome = _outcome(len(gaps), len(days) - 1)
    message = f"{len(visits)} visits, {len(gaps)} intervals over the standard"
    return Answer(outcome, message, evidence, searched, "visits")


def _start(settings: VisitInterval, case: CaseFile, as_at: dt.date) -> dt.date:
    """The window's first day, or the day from which visits are due, whichever is later."""
    first = as_at - dt.timedelta(days=settings.within_days)
    kind = "cp" if case.case_type is CaseType.CHILD_PROTECTION else case.case_type
    starts = [e.start for e in case.episodes if e.kind == kind and e.start and e.open_on(as_at)]
    begun = max(starts, default=case.opened)
    return max(first, begun) if begun else first


def _is_over(start: dt.date, end: dt.date, case: CaseFile, limits: Deadlines) -> bool:
    if case.case_type in {CaseType.CHILD_PROTECTION, CaseType.PRE_PROCEEDINGS}:
        return working_days_between(start, end) > limits.cp_visit_interval_working_days
    if case.case_type is CaseType.LOOKED_AFTER:
        return (end - start).days > limits.cla_visit_interval_days
    return (end - start).days > limits.cin_visit_interval_days


def _overrun(start: dt.date, end: dt.date) -> Evidence:
    days = (end - start).days
    return recorded("visit", end, f"{days} days without a visit, from {written(start)}")


def _outcome(over: int, intervals: int) -> Outcome:
    if not over:
        return Outcome.MET
    return Outcome.PARTLY if over * 4 <= intervals else Outcome.GAP


KIND = CheckKind("visit_interval", VisitInterval, ask)
