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
from sos_audit.reading.mentions import EVERYONE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sos_audit.checks.answers import (
        Inquiry,
    )
    from sos_audit.reading.case import PlacedScale


class ScoreVoices(Settings):
    """At least `at_least` different people at the scaling in force, one of them family or child."""

    at_least: int = 2


def ask(settings: ScoreVoices, inquiry: Inquiry) -> Answer:
    """Partly for one family member alone, for "everyone", or where all gave the same number."""
    occasion = latest_occasion(inquiry.reading)
    if occasion is None:
        documents = inquiry.reading.documents
        return Answer(Outcome.GAP, "no score found", (), looked_in(documents), "voices")
    voices = {_key(placed) for placed in occasion.scores if _is_known(placed)}
    evidence = first_of(
        quoted(occasion.document, placed.scale.span, f"scored by {_name(placed)}")
        for placed in occasion.scores
    )
    return Answer(
        _outcome(settings, occasion.scores, len(voices)),
        _message(occasion.scores, len(voices)),
        evidence,
        looked_in([occasion.document], "scaling in force"),
        "voices",
    )


def _outcome(settings: ScoreVoices, scores: Sequence[PlacedScale], voices: int) -> Outcome:
    if not _has_family(scores):
        everyone = any(placed.scale.who == EVERYONE for placed in scores)
        return Outcome.PARTLY if everyone else Outcome.GAP
    identical = len({placed.scale.value for placed in scores}) == 1
    if voices < settings.at_least or (identical and voices > _COINCIDENCE):
        return Outcome.PARTLY
    return Outcome.MET


def _message(scores: Sequence[PlacedScale], voices: int) -> str:
    people = counted(voices, "named person", "named people")
    return f"{people} scored" + ("" if _has_family(scores) else ", nobody of the family")


def _has_family(scores: Sequence[PlacedScale]) -> bool:
    return any(p.scale.voice.is_family or p.scale.voice is Voice.CHILD for p in scores)


def _is_known(placed: PlacedScale) -> bool:
    return placed.scale.voice is not Voice.UNKNOWN or placed.scale.who is not None


def _key(placed: PlacedScale) -> tuple[Voice, str]:
    return placed.scale.voice, placed.scale.who or ""


def _name(placed: PlacedScale) -> str:
    return placed.scale.who or placed.scale.voice.replace("_", " ")


_COINCIDENCE = 2
"""Two people may well agree; more than two with one number have likely heard each other."""

KIND = CheckKind("score_voices", ScoreVoices, ask, of_text=True)
