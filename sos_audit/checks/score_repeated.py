"""Is it scaled again, so that change can be seen?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sos_audit.checks.answers import (
    Answer,
    CheckKind,
    Settings,
    first_of,
    looked_in,
    quoted,
)
from sos_audit.checks.occasions import occasions
from sos_audit.findings import Outcome

if TYPE_CHECKING:
    import datetime as dt

    from sos_audit.checks.answers import (
        Inquiry,
    )
    from sos_audit.checks.occasions import Occasion


class ScoreRepeated(Settings):
    """Occasions count as separate when `days_apart` days lie between them."""

    at_least: int = 2
    days_apart: int = 14


def ask(settings: ScoreRepeated, inquiry: Inquiry) -> Answer:
    """Partly when the very same scores stand at every occasion with no reason given."""
    held = _apart(occasions(inquiry.reading), settings.days_apart)
    slot = "repeated"
    if len(held) < settings.at_least:
        evidence = first_of(quoted(o.document, o.scores[0].scale.span) for o in held)
        return Answer(
            Outcome.GAP,
            f"scaled on {len(held)} separate occasions",
            evidence,
            looked_in(inquiry.reading.documents),
            slot,
        )
    evidence = first_of(quoted(o.document, o.scores[0].scale.span) for o in reversed(held))
    pasted = _is_pasted(held)
    message = f"scaled on {len(held)} separate occasions"
    if pasted:
        message += ", the same score without a reason each time"
    return Answer(Outcome.PARTLY if pasted else Outcome.MET, message, evidence, slot=slot)


def _apart(held: list[Occasion], days: int) -> list[Occasion]:
    """The occasions that lie far enough apart; undated ones are left out."""
    chosen: list[Occasion] = []
    last: dt.date | None = None
    for occasion in held:
        if occasion.date is None:
            continue
        if last is None or (occasion.date - last).days >= days:
            chosen.append(occasion)
            last = occasion.date
    return chosen


def _is_pasted(held: list[Occasion]) -> bool:
    scores = {tuple(p.scale.value for p in occasion.scores) for occasion in held}
    reasons = any(p.scale.reason is not None for o in held[1:] for p in o.scores)
    return len(scores) == 1 and not reasons


KIND = CheckKind("score_repeated", ScoreRepeated, ask)
