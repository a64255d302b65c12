"""Is each score explained?"""

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
from sos_audit.checks.occasions import latest_occasion
from sos_audit.findings import Outcome

if TYPE_CHECKING:
    from sos_audit.checks.answers import (
        Inquiry,
    )


class ScoreReasons(Settings):
    """There is nothing to set."""


def ask(_settings: ScoreReasons, inquiry: Inquiry) -> Answer:
    """Met when every score of the scaling in force has its reason, partly when some have."""
    occasion = latest_occasion(inquiry.reading)
    if occasion is None:
        documents = inquiry.reading.documents
        return Answer(Outcome.GAP, "no score found", (), looked_in(documents), "reasons")
    explained = [p for p in occasion.scores if p.scale.reason is not None]
    bare = [p for p in occasion.scores if p.scale.reason is None]
    outcome = Outcome.MET if not bare else Outcome.PARTLY if explained else Outcome.GAP
    evidence = [
        quoted(p.document, p.scale.reason, "the reason given")
        for p in explained
        if p.scale.reason is not None
    ] + [quoted(p.document, p.scale.span, "a score without a reason") for p in bare]
    message = f"{len(explained)} of {len(occasion.scores)} scores explained"
    return Answer(outcome, message, first_of(evidence), looked_in([occasion.document]), "reasons")


KIND = CheckKind("score_reasons", ScoreReasons, ask, of_text=True)
