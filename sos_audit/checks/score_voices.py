"""Do several people score, the family among them?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sos_audit.casefile import Voice
from sos_audit.checks.answers import (
    Answer,
    CheckKind,
    Settings,
    counted,
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
    from sos_audit.reading.case import PlacedScale


class ScoreVoices(Settings):
    """At least `at_least` different people at the scaling in force, one of them family or child."""

    at_least: int = 2


def ask(settings: ScoreVoices, inquiry: Inquiry) -> Answer:
    """Partly where only one of the two conditions holds."""
    occasion = latest_occasion(inquiry.reading)
    if occasion is None:
        documents = inquiry.reading.documents
        return Answer(Outcome.GAP, "no score found", (), looked_in(documents), "voices")
    voices = {_key(placed) for placed in occasion.scores if _is_known(placed)}
    family = any(p.scale.voice.is_family or p.scale.voice is Voice.CHILD for p in occasion.scores)
    evidence = first_of(
        quoted(occasion.document, placed.scale.span, f"scored by {_name(placed)}")
        for placed in occasion.scores
    )
    enough = len(voices) >= settings.at_least
    outcome = Outcome.MET if enough and family else Outcome.PARTLY if enough else Outcome.GAP
    return Answer(
        outcome,
        f"{counted(len(voices), 'named person', 'named people')} scored"
        + ("" if family else ", nobody of the family"),
        evidence,
        looked_in([occasion.document], "scaling in force"),
        "voices",
    )


def _is_known(placed: PlacedScale) -> bool:
    return placed.scale.voice is not Voice.UNKNOWN or placed.scale.who is not None


def _key(placed: PlacedScale) -> tuple[Voice, str]:
    return placed.scale.voice, placed.scale.who or ""


def _name(placed: PlacedScale) -> str:
    return placed.scale.who or placed.scale.voice.replace("_", " ")


KIND = CheckKind("score_voices", ScoreVoices, ask, of_text=True)
