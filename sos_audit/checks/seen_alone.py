"""Is the child seen alone often enough?"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from sos_audit.checks.answers import (
    Answer,
    CheckKind,
    Settings,
    first_of,
    looked_through,
    recorded,
)
from sos_audit.findings import Outcome

if TYPE_CHECKING:
    from sos_audit.casefile import Visit
    from sos_audit.checks.answers import (
        Inquiry,
    )


class SeenAlone(Settings):
    """Looks at visits of the last `within_days`; the share asked is in the pack's deadlines."""

    within_days: int = 183


def ask(settings: SeenAlone, inquiry: Inquiry) -> Answer:
    """Met at one visit in n or more, partly below that, a gap when never."""
    first = inquiry.reading.as_at - dt.timedelta(days=settings.within_days)
    visits = [v for v in inquiry.reading.case.visits if v.date >= first and v.seen is not False]
    searched = looked_through("visits", [v.date for v in visits])
    told = [v for v in visits if v.seen_alone is not None]
    alone = [v for v in told if v.seen_alone]
    if not visits:
        return Answer(Outcome.GAP, "no visit at which the child was seen", (), searched, "alone")
    if not told:
        return Answer(Outcome.UNCLEAR, "the field is empty on every visit", (), searched, "alone")
    outcome = _outcome(alone, told, inquiry.deadlines.cp_seen_alone_every_visits)
    evidence = first_of(recorded("visit", v.date, "seen alone") for v in reversed(alone))
    return Answer(
        outcome, f"seen alone at {len(alone)} of {len(told)} visits", evidence, searched, "alone"
    )


def _outcome(alone: list[Visit], told: list[Visit], every: int) -> Outcome:
    if len(alone) * every >= len(told):
        return Outcome.MET
    return Outcome.PARTLY if alone else Outcome.GAP


KIND = CheckKind("seen_alone", SeenAlone, ask)
