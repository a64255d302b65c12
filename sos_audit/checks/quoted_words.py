"""Are somebody's exact words on file?"""

from __future__ import annotations

import datetime as dt

from sos_audit.casefile import Voice
from sos_audit.checks.answers import Answer, CheckKind, Inquiry, Settings, first_of, looked_in, quoted
from sos_audit.findings import Evidence, Outcome
from sos_audit.reading.case import CaseReading, PlacedQuote


class QuotedWords(Settings):
    """`speakers` whose words count; `within_days` looks back from the audit's date.

    Words in documents marked as drafted by software never count as anybody's.
    """

    speakers: tuple[Voice, ...]
    within_days: int | None = None


def ask(settings: QuotedWords, inquiry: Inquiry) -> Answer:
    """Met by exact words, partly by reported speech or by words whose speaker is not named."""
    quotes = [q for q in _recent(settings, inquiry.reading) if not q.document.ai_drafted]
    theirs = [q for q in quotes if q.quote.voice in settings.speakers]
    exact = [q for q in theirs if q.quote.verbatim]
    documents = inquiry.reading.documents
    slot = "+".join(settings.speakers)
    if exact:
        evidence = first_of(_evidence(q) for q in sorted(exact, key=_telling, reverse=True))
        return Answer(Outcome.MET, f"exact words {len(exact)} times", evidence, slot=slot)
    if theirs:
        evidence = first_of(_evidence(q) for q in theirs)
        return Answer(Outcome.PARTLY, "reported in the writer's words", evidence, slot=slot)
    return Answer(Outcome.GAP, "no words found", (), looked_in(documents), slot)


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
