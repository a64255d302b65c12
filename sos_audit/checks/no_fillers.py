"""Do the latest forms hold content rather than fillers and instructions?"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from sos_audit.checks.answers import (
    Answer,
    CheckKind,
    Settings,
    first_of,
    looked_in,
    whole,
)
from sos_audit.findings import Outcome

if TYPE_CHECKING:
    from sos_audit.checks.answers import (
        Inquiry,
    )


class NoFillers(Settings):
    """Looks at documents of the last `within_days`; `several` fillers make a gap of it."""

    within_days: int = 365
    several: int = 3


def ask(settings: NoFillers, inquiry: Inquiry) -> Answer:
    """Met without fillers, partly with a few."""
    reading = inquiry.reading
    first = reading.as_at - dt.timedelta(days=settings.within_days)
    held = [p for p in reading.statements if (p.document.date or reading.as_at) >= first]
    fillers = [p for p in held if p.statement.placeholder]
    real = [p for p in held if not p.statement.placeholder]
    searched = looked_in(reading.documents)
    if not held:
        return Answer(Outcome.NOT_APPLICABLE, "no statements to look at", (), searched, _SLOT)
    message = f"{len(fillers)} of {len(held)} places hold a filler"
    if not fillers:
        return Answer(Outcome.MET, message, first_of(whole(p) for p in real[-1:]), searched, _SLOT)
    outcome = Outcome.GAP if len(fillers) >= settings.several else Outcome.PARTLY
    return Answer(
        outcome, message, first_of(whole(p, "a filler") for p in fillers), searched, _SLOT
    )


_SLOT = "fillers"

KIND = CheckKind("no_fillers", NoFillers, ask)
