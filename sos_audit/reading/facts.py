"""Past facts, observable acts and bare labels: what a worry is, or is not, grounded in."""

import itertools
from collections.abc import Iterator, Sequence

from sos_audit.casefile import Element
from sos_audit.reading.future import FutureClause, future_clauses
from sos_audit.reading.model import ElementSpan
from sos_audit.reading.passage import Passage, rest_of
from sos_audit.reading.subjects import Clause
from sos_audit.reading.tokens import Token, span_of

_MONTHS = frozenset(
    "january february march april june july august september october november december "
    "jan feb mar apr jun jul aug sep sept oct nov dec".split()
)
_SEPARATORS = frozenset({"/", ".", "-"})
_ADJECTIVAL = frozenset({"worried", "concerned", "scared", "need", "needed", "based", "supposed"})


def read_facts(passage: Passage) -> Iterator[ElementSpan]:
    """Past facts: what has happened, a dated or counted act, an act that is said to go on.

    "History of" and "previous incidents" are vague: they say that something happened, not what.
    """
    futures = future_clauses(passage)
    for index, clause in enumerate(passage.sentences):
        for start, end in _runs(clause, "vague_past"):
            yield ElementSpan(Element.PAST_FACT, span_of(clause.tokens[start:end]), vague=True)
        if _is_procedure(clause):
            continue
        if _is_timed_act(clause.tokens) or _is_presupposed(clause.tokens):
            yield ElementSpan(Element.PAST_FACT, rest_of(clause, 0, len(clause.tokens)))
            continue
        for start, end in _outside(clause, index, futures):
            if _is_past_fact(clause.tokens[start:end]):
                yield ElementSpan(Element.PAST_FACT, rest_of(clause, start, end))


def _is_procedure(clause: Clause) -> bool:
    """What the service did: meetings, referrals, checks. It grounds nothing."""
    return any(t.has("procedure") for t in clause.tokens) and not any(
        t.has("act") for t in clause.tokens
    )


def _is_timed_act(tokens: Sequence[Token]) -> bool:
    """An act or a mark of one, with a date, a frequency or a number of times."""
    if not any(t.has("act", "mark") for t in tokens):
        return False
    return has_time(tokens) or any(is_count(tokens, at) for at in range(len(tokens)))


def _is_presupposed(tokens: Sequence[Token]) -> bool:
    """ "as he did at Easter", "hit again", "go on arguing": said to have happened already."""
    if any(token.has("as_before") for token in tokens):
        return True
    return any(t.has("going_on") for t in tokens) and any(t.has("act", "mark") for t in tokens)


def is_count(tokens: Sequence[Token], at: int) -> bool:
    """Whether a count of something starts at `at`: "4 nights", "2 marks", "x3", "6 of 8"."""
    if not tokens[at].is_number:
        return False
    before = tokens[at - 1].text if at else ""
    following = tokens[at + 1 : at + 3]
    if before == "x" or any(t.has("quantity", "mark") or t.text == "x" for t in following):
        return True
    return [t.text for t in following[:1]] == ["of"] and any(
        t.is_number for t in tokens[at + 2 : at + 5]
    )


def read_behaviour(passage: Passage) -> Iterator[ElementSpan]:
    """Observable acts, and labels that stand in for them."""
    for clause in passage.sentences:
        for start, end in _runs(clause, "label"):
            yield ElementSpan(Element.LABEL, span_of(clause.tokens[start:end]))
        for at, token in enumerate(clause.tokens):
            if token.has("act") and not token.has("label"):
                yield ElementSpan(Element.ACT, span_of(clause.tokens[at : at + 1]))


def _outside(
    clause: Clause, index: int, futures: Sequence[FutureClause]
) -> Iterator[tuple[int, int]]:
    """The stretches of a sentence that are not about the future."""
    start = 0
    for future in futures:
        if future.sentence != index:
            continue
        if future.start > start:
            yield start, future.start
        start = max(start, future.end)
    if start < len(clause.tokens):
        yield start, len(clause.tokens)


def _is_past_fact(tokens: Sequence[Token]) -> bool:
    acts = [t for t in tokens if t.has("act")]
    if any(is_past(t) for t in acts) and not _is_conditional(tokens):
        return True
    if has_time(tokens) and any(is_past(t) for t in tokens):
        return True
    return bool(acts) and (_has_perfect(tokens) or any(t.has("going_on") for t in tokens))


def is_past(token: Token) -> bool:
    """Whether a word is in a past form."""
    if token.text in _ADJECTIVAL or token.has("worry", "worry_fear", "label"):
        return False
    return token.has("past_irregular") or (token.text.endswith("ed") and len(token.text) > 4)


def has_time(tokens: Sequence[Token]) -> bool:
    """Whether the words name a date, a time or a frequency."""
    if any(t.has("past_time") for t in tokens):
        return True
    return any(is_date(tokens, at) for at in range(len(tokens)))


def is_date(tokens: Sequence[Token], at: int) -> bool:
    """Whether a date starts at `at`: 12/3/26, 12.03.2026, 12 March, March 2026."""
    token = tokens[at]
    following = tokens[at + 1 : at + 4]
    if not following:
        return False
    if not token.is_number:
        return token.text in _MONTHS and following[0].is_number
    skip = 1 if following[0].text in {"st", "nd", "rd", "th"} and len(following) > 1 else 0
    return _is_month(following[skip]) or _is_numeric_date(token, following)


def _is_month(token: Token) -> bool:
    """A month; "may" only with its capital, for it is a verb as well."""
    return token.text in _MONTHS or (token.text == "may" and token.capital)


def _is_numeric_date(token: Token, following: Sequence[Token]) -> bool:
    """A day and month in digits: "12/3/26" as five tokens, "12.03.2026" as three."""
    mark = following[0].text
    if "." in token.text:
        return mark == "." and len(following) > 1 and following[1].is_number
    parted = len(following) == 3 and mark in _SEPARATORS and following[1].is_number
    return parted and following[2].text == mark


def _is_conditional(tokens: Sequence[Token]) -> bool:
    return any(t.text in {"if", "when", "unless"} for t in tokens) and not has_time(tokens)


def _has_perfect(tokens: Sequence[Token]) -> bool:
    """ "has been drinking", "'s been leaving": something that has already been going on."""
    texts = [t.text for t in tokens]
    return any(
        first in {"has", "have", "had", "'s", "'ve"} and second == "been"
        for first, second in itertools.pairwise(texts)
    )


def _runs(clause: Clause, tag: str) -> Iterator[tuple[int, int]]:
    """Unbroken stretches of tokens that carry a tag."""
    start: int | None = None
    for at, token in enumerate([*clause.tokens, None]):
        tagged = token is not None and token.has(tag)
        if tagged and start is None:
            start = at
        if not tagged and start is not None:
            yield start, at
            start = None
