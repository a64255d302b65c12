"""Is there a document of a kind, or a passage that says the thing was done?"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from sos_audit.casefile import DocumentKind, Span
from sos_audit.checks.answers import (
    Answer,
    CheckKind,
    Settings,
    first_of,
    looked_in,
    quoted,
    recorded,
)
from sos_audit.findings import Outcome
from sos_audit.reading.fold import fold

if TYPE_CHECKING:
    from sos_audit.casefile import Document
    from sos_audit.checks.answers import (
        Inquiry,
    )
    from sos_audit.findings import Evidence
    from sos_audit.reading.case import CaseReading


class Documented(Settings):
    """`documents` of these kinds meet it; `phrases` elsewhere are partly, unless `phrases_meet`.

    `tools` counts the pack's direct-work tools among the phrases.
    """

    documents: tuple[DocumentKind, ...] = ()
    phrases: tuple[str, ...] = ()
    phrases_meet: bool = False
    tools: bool = False
    within_days: int | None = None


def ask(settings: Documented, inquiry: Inquiry) -> Answer:
    """Met by a document with content, partly by a mention."""
    reading = inquiry.reading
    recent = _recent(settings, reading)
    slot = "+".join(settings.documents) or "mention"
    own = [d for d in recent if d.kind in settings.documents and d.text.strip()]
    if own:
        evidence = first_of(_opening(document) for document in reversed(own))
        return Answer(Outcome.MET, f"{own[-1].label} on file", evidence, slot=slot)
    mentions = _mentions(settings, reading, recent)
    if mentions:
        outcome = Outcome.MET if settings.phrases_meet else Outcome.PARTLY
        return Answer(outcome, "mentioned in the record", first_of(mentions[::-1]), slot=slot)
    return Answer(Outcome.GAP, "no document or mention found", (), looked_in(recent), slot)


def _recent(settings: Documented, reading: CaseReading) -> list[Document]:
    if settings.within_days is None:
        return list(reading.documents)
    first = reading.as_at - dt.timedelta(days=settings.within_days)
    return [d for d in reading.documents if d.date is None or d.date >= first]


def _opening(document: Document) -> Evidence:
    """The first line with words that is not a question of the form."""
    span = next((a.span for a in document.answers if a.span.end > a.span.start), None)
    if span is None:
        line = document.text.strip().split("\n", 1)[0]
        start = document.text.index(line)
        span = Span(start, start + len(line))
    if not span.of(document.text).strip():
        return recorded(document.kind, document.date, "on file")
    return quoted(document, span)


def _mentions(settings: Documented, reading: CaseReading, recent: list[Document]) -> list[Evidence]:
    found = [quoted(d, span) for d, span in reading.tools if settings.tools and d in recent]
    for document in recent:
        folded = fold(document.text)
        for phrase in settings.phrases:
            at = _place(folded, phrase)
            if at is not None:
                found.append(quoted(document, _sentence(document.text, at)))
                break
    return found


def _place(folded: str, phrase: str) -> int | None:
    """Where a phrase stands as whole words."""
    at = folded.find(phrase)
    while at >= 0:
        around = folded[at - 1 : at] + folded[at + len(phrase) : at + len(phrase) + 1]
        if not any(character.isalnum() for character in around):
            return at
        at = folded.find(phrase, at + 1)
    return None


def _sentence(text: str, at: int) -> Span:
    """The sentence or line around a place."""
    start = max(text.rfind("\n", 0, at), text.rfind(". ", 0, at) + 1, -1) + 1
    ends = [end for end in (text.find("\n", at), text.find(". ", at) + 1) if end > 0]
    return Span(start, min(ends, default=len(text)))


KIND = CheckKind("documented", Documented, ask)
