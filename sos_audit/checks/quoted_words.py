"""Are somebody's exact words on file?"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from sos_audit.casefile import Element, StatementKind, Voice
from sos_audit.checks.answers import (
    Answer,
    CheckKind,
    Settings,
    first_of,
    looked_in,
    quoted,
)
from sos_audit.findings import Outcome

if TYPE_CHECKING:
    from sos_audit.checks.answers import (
        Inquiry,
    )
    from sos_audit.findings import Evidence
    from sos_audit.reading.case import CaseReading, PlacedQuote


class QuotedWords(Settings):
    """`speakers` whose words count; `within_days` looks back from the audit's date.

    Words in documents marked as drafted by software never count as anybody's.
    """

    speakers: tuple[Voice, ...]
    within_days: int | None = None


def ask(settings: QuotedWords, inquiry: Inquiry) -> Answer:
    """Met by exact words, partly by a scrap of them; a paraphrase is a gap that shows itself."""
    quotes = [q for q in _recent(settings, inquiry.reading) if not q.document.ai_drafted]
    theirs = [q for q in quotes if q.quote.voice in settings.speakers]
    scraps = [q for q in theirs if q.quote.verbatim]
    exact = [q for q in scraps if _words(q) > _SCRAP]
    slot = "+".join(settings.speakers)
    if exact:
        evidence = first_of(_evidence(q) for q in sorted(exact, key=_telling, reverse=True))
        return Answer(Outcome.MET, f"exact words {len(exact)} times", evidence, slot=slot)
    if scraps:
        evidence = first_of(_evidence(q) for q in scraps)
        return Answer(Outcome.PARTLY, "only a word or two of theirs", evidence, slot=slot)
    searched = looked_in(inquiry.reading.documents)
    if Voice.CHILD in settings.speakers and (watched := _observed(inquiry.reading)):
        message = "a child without words is observed instead"
        return Answer(Outcome.NOT_APPLICABLE, message, watched, searched, slot)
    evidence = first_of(_evidence(q) for q in theirs)
    message = "only in the writer's words" if theirs else "no words found"
    return Answer(Outcome.GAP, message, evidence, searched, slot)


_SCRAP = 3
"""Up to so many words are a scrap, not somebody's words."""


def _words(placed: PlacedQuote) -> int:
    return len(placed.quote.span.of(placed.document.text).split())


def _observed(reading: CaseReading) -> tuple[Evidence, ...]:
    """What was seen of a child too young to speak, or of whom the record says so."""
    age = reading.case.child.age_on(reading.as_at)
    small = age is not None and age < _SPEAKING_AGE
    elements = [
        (placed, element)
        for placed in reading.of_kind(StatementKind.CHILD_VOICE)
        for element in placed.statement.of(Element.OBSERVATION)
        if small or element.who == "no speech"
    ]
    return first_of(quoted(p.document, e.span, "observation") for p, e in elements)


_SPEAKING_AGE = 2


def _recent(settings: QuotedWords, reading: CaseReading) -> list[PlacedQuote]:
    if settings.within_days is None:
        return list(reading.quotes)
    first = reading.as_at - dt.timedelta(days=settings.within_days)
    return [q for q in reading.quotes if q.document.date is None or q.document.date >= first]


def _telling(placed: PlacedQuote) -> tuple[int, dt.date]:
    """Longer words up to a sentence or two, then later ones, are shown first."""
    length = placed.quote.span.end - placed.quote.span.start
    return min(length, 160), placed.document.date or dt.date.min


def _evidence(placed: PlacedQuote) -> Evidence:
    who = placed.quote.voice.replace("_", " ")
    how = "exact words" if placed.quote.verbatim else "reported"
    return quoted(placed.document, placed.quote.span, f"{who}, {how}")


KIND = CheckKind("quoted_words", QuotedWords, ask, of_text=True)
