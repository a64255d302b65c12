"""Scaling occasions: the documents in which somebody scaled, and the one that counts now."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from sos_audit.casefile import DocumentKind

if TYPE_CHECKING:
    import datetime as dt

    from sos_audit.casefile import Document
    from sos_audit.reading.case import CaseReading, PlacedScale

DECISIONS = frozenset(
    {
        DocumentKind.ASSESSMENT_AND_PLANNING,
        DocumentKind.ASSESSMENT,
        DocumentKind.CONFERENCE,
        DocumentKind.REVIEW,
    }
)
"""Documents that record a decision point, where a judgement is expected (criteria S04, S13)."""


class Occasion(NamedTuple):
    """The scores of one document."""

    document: Document
    scores: tuple[PlacedScale, ...]

    @property
    def date(self) -> dt.date | None:
        """The document's date."""
        return self.document.date


def occasions(reading: CaseReading) -> list[Occasion]:
    """Every document that holds a score, oldest first."""
    grouped = groupby(reading.scales, key=lambda placed: placed.document.id)
    held = [tuple(scores) for _, scores in grouped]
    return [Occasion(scores[0].document, scores) for scores in held]


def latest_occasion(reading: CaseReading) -> Occasion | None:
    """The scaling in force: the latest at a decision point, else the latest anywhere."""
    held = occasions(reading)
    at_decisions = [occasion for occasion in held if occasion.document.kind in DECISIONS]
    chosen = at_decisions or held
    return chosen[-1] if chosen else None
