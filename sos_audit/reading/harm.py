"""What a harm statement holds: who did what, its effect on the child, when, and who says so."""

from collections.abc import Iterator

from sos_audit.casefile import Element
from sos_audit.reading.facts import has_time, is_date, is_past
from sos_audit.reading.goals import doings
from sos_audit.reading.model import ElementSpan
from sos_audit.reading.passage import Passage, rest_of
from sos_audit.reading.subjects import Clause
from sos_audit.reading.tokens import span_of

_SOURCES = frozenset(
    "told disclosed reported reports saw seen witnessed log records recorded according report "
    "notes referral letter called rang wrote said says states confirmed observed disclosure "
    "x-ray".split()
)


def read_harm(passage: Passage) -> Iterator[ElementSpan]:
    """Acts by a grown-up, effects on a child, dates or frequency, and sources."""
    for clause in passage.sentences:
        yield from _acts_and_effects(clause)
        yield from _when(clause)
        yield from _source(clause)


def _acts_and_effects(clause: Clause) -> Iterator[ElementSpan]:
    for doing in doings(clause):
        tokens = clause.tokens[doing.verb : doing.end]
        happened = any(is_past(t) or t.has("act") for t in tokens)
        if not happened:
            continue
        span = rest_of(clause, doing.start, doing.end)
        for mention in doing.subject:
            if mention.could_be_carer or mention.pronoun:
                yield ElementSpan(Element.CAREGIVER, span, mention.voice, mention.name)
            if mention.could_be_child or mention.pronoun:
                yield ElementSpan(Element.CHILD_IMPACT, span, mention.voice, mention.name)


def _when(clause: Clause) -> Iterator[ElementSpan]:
    for at, token in enumerate(clause.tokens):
        if token.has("past_time") or is_date(clause.tokens, at):
            yield ElementSpan(Element.WHEN, span_of(clause.tokens[at : at + 1]))
            return
    if has_time(clause.tokens):
        yield ElementSpan(Element.WHEN, span_of(clause.tokens))


def _source(clause: Clause) -> Iterator[ElementSpan]:
    for token in clause.tokens:
        if token.text in _SOURCES:
            yield ElementSpan(Element.SOURCE, span_of([token]))
            return
