"""Is there a score: at each decision point, or by a given voice?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sos_audit.casefile import Voice
from sos_audit.checks.answers import (
    Answer,
    CheckKind,
    Settings,
    first_of,
    looked_in,
    quoted,
)
from sos_audit.checks.occasions import DECISIONS, occasions
from sos_audit.findings import Outcome

if TYPE_CHECKING:
    import datetime as dt

    from sos_audit.casefile import Document
    from sos_audit.checks.answers import Inquiry
    from sos_audit.checks.occasions import Occasion
    from sos_audit.findings import Evidence
    from sos_audit.reading.case import PlacedScale


class Scored(Settings):
    """`by` limits the scores to one voice; `at_decisions` asks for one at each decision point."""

    by: Voice | None = None
    at_decisions: bool = False


def ask(settings: Scored, inquiry: Inquiry) -> Answer:
    """Met by a score, or by a score at every decision point."""
    reading = inquiry.reading
    scores = [p for p in reading.scales if settings.by in {None, p.scale.voice}]
    slot = settings.by or "score"
    if not scores:
        return Answer(Outcome.GAP, "no score found", (), looked_in(reading.documents), slot)
    evidence = first_of(_evidence(placed) for placed in reversed(scores))
    if not settings.at_decisions:
        return Answer(Outcome.MET, "a score is recorded", evidence, slot=slot)
    decisions = [d for d in reading.documents if d.kind in DECISIONS]
    held = occasions(reading)
    unscored = [document for document in decisions if not _is_scored(document, held)]
    return Answer(
        Outcome.PARTLY if unscored else Outcome.MET,
        _message(decisions, unscored),
        evidence,
        looked_in(decisions, "decision documents"),
        slot,
    )


def _is_scored(document: Document, held: list[Occasion]) -> bool:
    """A decision is scored in its own document or in one written about the same time."""
    return any(
        occasion.document.id == document.id or _close(occasion.date, document.date)
        for occasion in held
    )


def _close(one: dt.date | None, other: dt.date | None) -> bool:
    return one is not None and other is not None and abs((one - other).days) <= _SAME_DECISION_DAYS


_SAME_DECISION_DAYS = 21
"""A map, its conference and the minutes are one decision, written down within weeks."""


def _message(decisions: list[Document], unscored: list[Document]) -> str:
    if not decisions:
        return "a score is recorded; no decision documents were supplied"
    return f"scored at {len(decisions) - len(unscored)} of {len(decisions)} decision points"


def _evidence(placed: PlacedScale) -> Evidence:
    who = placed.scale.who or placed.scale.voice.replace("_", " ")
    return quoted(placed.document, placed.scale.span, f"scored by {who}")


KIND = CheckKind("scored", Scored, ask)
