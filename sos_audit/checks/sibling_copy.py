"""Is the statement this child's own, or copied from a sibling's file?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapidfuzz import fuzz

from sos_audit.casefile import StatementKind
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
    from sos_audit.reading.case import PlacedStatement


class SiblingCopy(Settings):
    """Likeness from 0 to 1 at which a statement counts as a copy, and as a near copy."""

    statement: tuple[StatementKind, ...]
    copy_at: float = 0.95
    near_at: float = 0.85


def ask(settings: SiblingCopy, inquiry: Inquiry) -> Answer:
    """A gap for a copy, partly for a near copy; documents shared by design are left out.

    The sibling's text is never quoted here: it may be closed to the reader.
    """
    reading = inquiry.reading
    own = reading.current(*settings.statement)
    others = [
        placed for sibling in reading.siblings for placed in sibling.current(*settings.statement)
    ]
    searched = looked_in(reading.documents)
    if not own or not others:
        return Answer(
            Outcome.NOT_APPLICABLE, "no sibling's statement to compare", (), searched, "copy"
        )
    likeness = max(_likeness(a, b) for a in own for b in others)
    evidence = first_of(whole(placed, "compared with a sibling's statement") for placed in own)
    outcome = (
        Outcome.GAP
        if likeness >= settings.copy_at
        else Outcome.PARTLY
        if likeness >= settings.near_at
        else Outcome.MET
    )
    return Answer(
        outcome, f"likeness to a sibling's statement {likeness:.0%}", evidence, searched, "copy"
    )


def _likeness(one: PlacedStatement, other: PlacedStatement) -> float:
    return fuzz.ratio(_text(one), _text(other)) / 100


def _text(placed: PlacedStatement) -> str:
    return placed.statement.span.of(placed.document.text)


KIND = CheckKind("sibling_copy", SiblingCopy, ask)
