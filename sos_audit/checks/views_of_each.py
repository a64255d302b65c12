"""Is each parent's or carer's view on file, or a reason why not?"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sos_audit.casefile import Span
from sos_audit.checks.answers import (
    Answer,
    CheckKind,
    Settings,
    first_of,
    looked_in,
    quoted,
)
from sos_audit.findings import Outcome
from sos_audit.reading.tokens import tokenize
from sos_audit.reading.who import Who, voice_of_relation

if TYPE_CHECKING:
    from sos_audit.casefile import Document, Person
    from sos_audit.checks.answers import (
        Inquiry,
    )
    from sos_audit.findings import Evidence
    from sos_audit.reading.case import CaseReading

_REASONS = re.compile(
    r"\b(?:not (?:been )?(?:able to (?:contact|reach|trace)|contactable|traced|safe to contact)"
    r"|no (?:contact details|known address|phone number)|whereabouts (?:are )?(?:not known|unknown)"
    r"|declined|refused|would not|did not (?:want|wish) to|deceased|died|unable to trace)\b",
    re.IGNORECASE,
)


class ViewsOfEach(Settings):
    """There is nothing to set."""


def ask(_settings: ViewsOfEach, inquiry: Inquiry) -> Answer:
    """Met when every parent or carer named in the record speaks in it, or a reason is given."""
    reading = inquiry.reading
    carers = [person for person in reading.case.people if person.is_carer]
    searched = looked_in(reading.documents)
    if not carers:
        return Answer(
            Outcome.UNCLEAR, "no parent or carer is named in the record", (), searched, "each carer"
        )
    heard = [(person, _view_of(person, reading)) for person in carers]
    missing = [person for person, evidence in heard if evidence is None]
    evidence = first_of(e for _, e in heard if e is not None)
    outcome = Outcome.MET if not missing else Outcome.PARTLY if evidence else Outcome.GAP
    relations = ", ".join((person.relation or "carer").replace("_", "-") for person in missing)
    message = f"no view found of: {relations}" if missing else "a view of each is on file"
    return Answer(outcome, message, evidence, searched, "each carer")


def _view_of(person: Person, reading: CaseReading) -> Evidence | None:
    """The person's words, score or family-voice passage, or the reason for its absence."""
    voice = voice_of_relation(person.relation, reading.lexicon, professional=person.professional)
    names = Who.of_person(person)
    for placed in reversed(reading.quotes):
        if placed.document.ai_drafted:
            continue
        if (placed.quote.who in names) if placed.quote.who else placed.quote.voice is voice:
            return quoted(placed.document, placed.quote.span, "what they said")
    for scored in reversed(reading.scales):
        if (scored.scale.who in names) if scored.scale.who else scored.scale.voice is voice:
            return quoted(scored.document, scored.scale.span, "how they scaled it")
    return _reason(names, reading.documents)


def _reason(names: frozenset[str], documents: tuple[Document, ...]) -> Evidence | None:
    for document in reversed(documents):
        for line in re.finditer(r"[^\n.]+", document.text):
            if _names(line.group(), names) and _REASONS.search(line.group()):
                return quoted(document, Span(*line.span()), "why there is none")
    return None


def _names(line: str, names: frozenset[str]) -> bool:
    """Whether a line holds one of the names as whole words."""
    words = " ".join(token.text for token in tokenize(line))
    return any(f" {name} " in f" {words} " for name in names)


KIND = CheckKind("views_of_each", ViewsOfEach, ask)
