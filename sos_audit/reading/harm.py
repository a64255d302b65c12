"""What a harm statement holds: who did what, its effect on the child, when, and who says so."""

from collections.abc import Iterator

from sos_audit.casefile import Element
from sos_audit.reading.doings import Doing, doings
from sos_audit.reading.facts import is_count, is_date, is_past
from sos_audit.reading.model import ElementSpan
from sos_audit.reading.passage import Passage, rest_of
from sos_audit.reading.subjects import Clause
from sos_audit.reading.tokens import span_of


def read_harm(passage: Passage) -> Iterator[ElementSpan]:
    """Acts by a grown-up, effects on a child, dates or counts, and sources."""
    for clause in passage.sentences:
        for doing in doings(clause):
            yield from _act(clause, doing)
        yield from _effect(clause)
        yield from _when(clause)
        yield from _source(clause)


def _act(clause: Clause, doing: Doing) -> Iterator[ElementSpan]:
    """What a parent, carer or other grown-up did or left undone."""
    tokens = clause.tokens[doing.verb : doing.end]
    if not any(is_past(token) or token.has("act") for token in tokens):
        return
    span = rest_of(clause, doing.start, doing.end)
    for mention in doing.subject:
        if mention.could_be_carer or mention.pronoun:
            yield ElementSpan(Element.CAREGIVER, span, mention.voice, mention.name)


def _effect(clause: Clause) -> Iterator[ElementSpan]:
    """A mark, a feeling or a loss in a sentence about a child."""
    child = next((m for m in clause.mentions if m.could_be_child or m.pronoun), None)
    if child is None:
        return
    for at, token in enumerate(clause.tokens):
        if token.has("effect", "mark", "lasting"):
            span = span_of(clause.tokens[at : at + 1])
            yield ElementSpan(Element.CHILD_IMPACT, span, child.voice, child.name)


def _when(clause: Clause) -> Iterator[ElementSpan]:
    """Dates, counts and frequencies; "numerous" and "over the years" are vague."""
    for at, token in enumerate(clause.tokens):
        told = _is_time(clause, at) or is_date(clause.tokens, at) or is_count(clause.tokens, at)
        if told or token.has("vague_when"):
            span = span_of(clause.tokens[at : at + 1])
            yield ElementSpan(Element.WHEN, span, vague=not told)


def _is_time(clause: Clause, at: int) -> bool:
    """A word of time past, unless how often is left open: "on numerous occasions"."""
    open_ended = at > 0 and clause.tokens[at - 1].has("vague_when")
    return clause.tokens[at].has("past_time") and not open_ended


def _source(clause: Clause) -> Iterator[ElementSpan]:
    """Who says so; "allegedly" without anybody is vague."""
    for at, token in enumerate(clause.tokens):
        if token.has("source"):
            yield ElementSpan(Element.SOURCE, span_of(clause.tokens[at : at + 1]))
        elif token.text in {"alleged", "allegedly", "reportedly"}:
            yield ElementSpan(Element.SOURCE, span_of(clause.tokens[at : at + 1]), vague=True)
