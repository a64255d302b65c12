"""What works well: a named person's specific asset, and an occasion on which someone acted."""

from collections.abc import Iterator

from sos_audit.casefile import Element, Voice
from sos_audit.reading.doings import Doing, doings, opens_sign
from sos_audit.reading.facts import has_time, is_count, is_past
from sos_audit.reading.model import ElementSpan
from sos_audit.reading.passage import Passage, rest_of
from sos_audit.reading.subjects import Clause
from sos_audit.reading.tokens import span_of

_PROFESSIONALS = frozenset({Voice.SOCIAL_WORKER, Voice.PROFESSIONAL})
_SO = frozenset({"so", "until", "till", "before", "instead", "and"})


def read_strengths(passage: Passage) -> Iterator[ElementSpan]:
    """Specific assets of named people; praise without a deed is vague. Services apart."""
    for clause in passage.sentences:
        yield from _services(clause)
        for doing in doings(clause):
            if not doing.negated and not _by_professional(doing):
                yield from _strength(clause, doing)


def read_existing_safety(passage: Passage) -> Iterator[ElementSpan]:
    """Protective acts, the occasion, and how the child was kept safe. Services apart."""
    for clause in passage.sentences:
        yield from _services(clause)
        yield from _occasion(clause)
        for doing in doings(clause):
            danger = opens_sign(clause, doing)
            if danger or _by_professional(doing) or not _is_act(clause, doing):
                continue
            span = rest_of(clause, doing.start, doing.end)
            mention = doing.subject[0]
            yield ElementSpan(Element.PROTECTIVE_ACT, span, mention.voice, mention.name)
        yield from _kept_safe(clause)


def _by_professional(doing: Doing) -> bool:
    return all(mention.voice in _PROFESSIONALS for mention in doing.subject)


def _is_act(clause: Clause, doing: Doing) -> bool:
    """Something done, not attended."""
    tokens = clause.tokens[doing.verb : doing.end]
    if any(token.has("service") for token in tokens[:3]):
        return False
    return any(is_past(token) or token.has("act", "everyday") for token in tokens[:4])


def _strength(clause: Clause, doing: Doing) -> Iterator[ElementSpan]:
    tokens = clause.tokens[doing.verb : doing.end]
    if any(token.has("service") for token in tokens[:3]):
        return
    telling = [t for t in tokens if t.is_word and not t.has("praise", "light", "service")]
    deed = any(t.has("everyday", "act") for t in telling)
    span = rest_of(clause, doing.start, doing.end)
    mention = doing.subject[0]
    vague = not deed or len(telling) < 2
    yield ElementSpan(Element.STRENGTH, span, mention.voice, mention.name, vague=vague)


def _occasion(clause: Clause) -> Iterator[ElementSpan]:
    timed = has_time(clause.tokens) or any(
        is_count(clause.tokens, at) or token.has("day_name")
        for at, token in enumerate(clause.tokens)
    )
    when = any(token.text in {"when", "after", "once"} for token in clause.tokens)
    if timed or when:
        yield ElementSpan(Element.OCCASION, span_of(clause.tokens), vague=not timed)


def _kept_safe(clause: Clause) -> Iterator[ElementSpan]:
    """A child in the part that says how it ended: "so Ella slept", "she was not hurt"."""
    for mention in clause.mentions:
        before = clause.tokens[max(0, mention.first - 3) : mention.first]
        led_up = any(token.text in _SO for token in before)
        after = clause.tokens[mention.last : mention.last + 6]
        safe = any(token.has("kept_safe") for token in after)
        if (mention.could_be_child or mention.pronoun) and (led_up or safe):
            span = rest_of(clause, mention.first, len(clause.tokens))
            yield ElementSpan(Element.CHILD_EXPERIENCE, span, mention.voice, mention.name)
            return


def _services(clause: Clause) -> Iterator[ElementSpan]:
    held = [token for token in clause.tokens if token.has("service")]
    if held:
        yield ElementSpan(Element.SERVICE, span_of(held[:1]))
