"""What could happen if nothing changes, and what that would mean for the child."""

from collections.abc import Iterator
from typing import NamedTuple

from sos_audit.casefile import Element, Voice
from sos_audit.reading.mentions import Mention
from sos_audit.reading.model import ElementSpan, Reach
from sos_audit.reading.passage import Passage, rest_of
from sos_audit.reading.subjects import Clause, subject_before

_SENSES = frozenset({"hear", "see", "smell", "not", "feel", "tell", "remember", "say"})
_NEEDS_CONTEXT = frozenset({"would", "'d", "can", "will", "'ll"})
_FIRST_THEN = 5
"""Words after which "later" adds to what was said before it instead of placing it."""
_CHILD_PRONOUNS = frozenset({"he", "she", "they", "him", "her", "them"})


class FutureClause(NamedTuple):
    """The part of a sentence that says what could happen."""

    sentence: int
    start: int
    modal: int
    end: int
    subject: tuple[Mention, ...]


def read_future(passage: Passage) -> Iterator[ElementSpan]:
    """What could happen, and each place where it says what that means for a child."""
    futures = future_clauses(passage)
    for future in futures:
        clause = passage.sentences[future.sentence]
        span = rest_of(clause, future.start, future.end)
        yield ElementSpan(Element.FUTURE_HARM, span, vague=_is_empty(clause, future))
        yield from _impact(clause, future)
    if futures:
        yield from _afterwards(passage, futures)


def _afterwards(passage: Passage, futures: list[FutureClause]) -> Iterator[ElementSpan]:
    """ "Long term no GCSEs", "Later: trouble learning": what follows, without a verb."""
    spoken_for = {future.sentence for future in futures}
    for index in range(futures[0].sentence + 1, len(passage.sentences)):
        clause = passage.sentences[index]
        opens = any(token.has("later") for token in clause.tokens[:4])
        if opens and index not in spoken_for and len(clause.tokens) > _FIRST_THEN - 2:
            span = rest_of(clause, 0, len(clause.tokens))
            yield ElementSpan(Element.CHILD_IMPACT, span, reach=Reach.LATER)


def future_clauses(passage: Passage) -> list[FutureClause]:
    """The forward-looking clauses of a passage, in order."""
    found: list[FutureClause] = []
    for index, clause in enumerate(passage.sentences):
        found.extend(_clauses_in(passage, index, clause))
    return found


def _clauses_in(passage: Passage, index: int, clause: Clause) -> Iterator[FutureClause]:
    starts = [at for at in range(len(clause.tokens)) if _looks_ahead(passage, index, at)]
    for number, at in enumerate(starts):
        subject = subject_before(clause, at)
        start = subject.mentions[0].first if subject.mentions else at
        following = starts[number + 1] if number + 1 < len(starts) else len(clause.tokens)
        end = following
        if following < len(clause.tokens):
            heads = subject_before(clause, following).mentions
            end = max(heads[0].first if heads else following, at + 1)
        if not _is_service_promise(clause, at, end, subject.mentions):
            yield FutureClause(index, start, at, end, subject.mentions)


def _looks_ahead(passage: Passage, index: int, at: int) -> bool:
    clause = passage.sentences[index]
    token = clause.tokens[at]
    if at and clause.tokens[at - 1].has("modal") and token.has("modal"):
        return False
    if token.has("modal"):
        polite = [t.text for t in clause.tokens[at + 1 : at + 3]] == ["like", "to"]
        return not (polite or _is_other_word(clause, at) or _is_past_ability(passage, index, at))
    return _is_feared_event(clause, at)


def _is_other_word(clause: Clause, at: int) -> bool:
    """May the month, Will the uncle, "the will", and "could have" that looks back."""
    token = clause.tokens[at]
    before = clause.tokens[at - 1] if at else None
    after = clause.tokens[at + 1 : at + 3]
    if token.text in {"may", "will"} and token.capital and not _is_shouting(clause):
        return True
    if token.text == "may" and any(t.is_number for t in after[:1]):
        return True
    if [t.text for t in after[:1]] == ["have"] and [t.text for t in after[1:]] != ["to"]:
        return token.text in {"could", "may", "might", "would"}
    return (
        token.text == "will" and before is not None and before.text in {"the", "his", "her", "'s"}
    )


def _is_shouting(clause: Clause) -> bool:
    words = [token for token in clause.tokens if token.is_word]
    return len(words) > 3 and all(token.capital for token in words)


def _is_past_ability(passage: Passage, index: int, at: int) -> bool:
    """ "could hear shouting" tells of the past; "would not say" of a refusal."""
    clause = passage.sentences[index]
    token = clause.tokens[at]
    following = [t.text for t in clause.tokens[at + 1 : at + 3]]
    if token.text == "could" and following and following[0] in _SENSES:
        subject = subject_before(clause, at).mentions
        if following[0] != "not" and not any(m.could_be_child or m.pronoun for m in subject):
            return True
        return not _has_worry_context(passage, index, at)
    return token.text in _NEEDS_CONTEXT and not _has_worry_context(passage, index, at)


def _has_worry_context(passage: Passage, index: int, at: int) -> bool:
    clause = passage.sentences[index]
    tags = ("worry", "worry_noun", "worry_fear", "condition", "opinion")
    if any(token.has(*tags) for token in clause.tokens[:at]):
        return True
    if any(token.has("condition") for token in clause.tokens[at:]):
        return True
    if index == 0:
        return False
    return any(token.has("worry", "worry_noun") for token in passage.sentences[index - 1].tokens)


def _is_feared_event(clause: Clause, at: int) -> bool:
    """ "worried about Ella getting hurt": a fear with an -ing form and no modal."""
    token = clause.tokens[at]
    if not token.text.endswith("ing") or len(token.text) < 5 or at < 2:
        return False
    mention = clause.mention_ending(at)
    if mention is None or not (mention.could_be_child or mention.pronoun):
        return False
    before = clause.tokens[max(0, mention.first - 3) : mention.first]
    return any(t.has("worry", "worry_noun", "worry_fear") for t in before)


def _is_service_promise(clause: Clause, at: int, end: int, subject: tuple[Mention, ...]) -> bool:
    """ "SW will visit", "Mum will attend": a plan, not a fear."""
    if any(m.voice in {Voice.SOCIAL_WORKER, Voice.PROFESSIONAL} for m in subject):
        return True
    nearby = clause.tokens[at + 1 : min(at + 4, end)]
    return any(token.has("service") for token in nearby) and not any(
        m.voice is Voice.CHILD for m in subject
    )


def _impact(clause: Clause, future: FutureClause) -> Iterator[ElementSpan]:
    child = _child_in(clause, future)
    if child is None and not _leaves_subject_out(clause, future):
        return
    yield ElementSpan(
        Element.CHILD_IMPACT,
        rest_of(clause, future.start, future.end),
        child.voice if child else Voice.UNKNOWN,
        child.name if child else None,
        vague=not _says_something(clause, future),
        reach=_reach(clause, future),
    )


def _reach(clause: Clause, future: FutureClause) -> Reach:
    """How far ahead a clause looks: death and lasting injury are both soon and later."""
    words = clause.tokens[max(0, future.start - 6) : future.end]
    if any(token.has("lasting") for token in words):
        return Reach.BOTH
    ahead = [at for at in range(future.start, future.end) if clause.tokens[at].has("later")]
    if any(at - future.modal > _FIRST_THEN for at in ahead):
        return Reach.BOTH
    return Reach.LATER if any(token.has("later") for token in words) else Reach.SOON


def _leaves_subject_out(clause: Clause, future: FutureClause) -> bool:
    """ "Could end in hospital", "next time may fall": notes drop the child they are about."""
    if future.subject:
        return False
    before = clause.tokens[: future.modal]
    return not before or before[-1].text in {",", "-", ";", ":", "time", "and", "or", "then"}


def _child_in(clause: Clause, future: FutureClause) -> Mention | None:
    """The child as subject or object of what could happen; a pronoun may be the child."""
    inside = [m for m in clause.mentions if future.start <= m.first < future.end]
    candidates = [*future.subject, *inside]
    sure = [m for m in candidates if m.voice is Voice.CHILD]
    named = [m for m in candidates if m.could_be_child]
    pronouns = [
        m for m in candidates if m.pronoun and clause.tokens[m.first].text in _CHILD_PRONOUNS
    ]
    return next(iter([*sure, *named, *pronouns]), None)


def _is_empty(clause: Clause, future: FutureClause) -> bool:
    """ "risk of harm", "this may escalate": looking ahead without saying at what."""
    nouns = {"risk", "likelihood", "danger", "chance"}
    if any(t.text in nouns for t in clause.tokens[max(0, future.modal - 2) : future.modal + 2]):
        return not _says_something(clause, future) or not future.subject
    return not _says_something(clause, future)


def _says_something(clause: Clause, future: FutureClause) -> bool:
    """Whether at least two words are left when vague words and people are taken out."""
    people = {i for m in clause.mentions for i in range(m.first, m.last)}
    telling = [
        clause.tokens[i]
        for i in range(future.modal + 1, future.end)
        if i not in people and clause.tokens[i].is_word
    ]
    left = [t for t in telling if not t.has("vague_impact", "modal", "light", "condition")]
    return any(t.has("act", "experience", "lasting") for t in left) or len(left) >= 2
