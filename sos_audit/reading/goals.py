"""What a safety goal describes: carers doing, the child experiencing, the service satisfied."""

from collections.abc import Iterator, Sequence

from sos_audit.casefile import Element, Voice
from sos_audit.reading.doings import Doing, doings
from sos_audit.reading.durations import find_durations
from sos_audit.reading.mentions import Mention
from sos_audit.reading.model import ElementSpan
from sos_audit.reading.passage import Passage, rest_of
from sos_audit.reading.subjects import Clause
from sos_audit.reading.tokens import Token, span_of

_PROFESSIONALS = frozenset({Voice.SOCIAL_WORKER, Voice.PROFESSIONAL})
_OCCASIONS = frozenset("if when whenever unless what who how where whether because once".split())


def read_goal(passage: Passage) -> Iterator[ElementSpan]:
    """The elements of a safety goal, in order of sentence."""
    for index, clause in enumerate(passage.sentences):
        yield from _services(clause)
        if _is_prohibition(clause):
            yield ElementSpan(Element.ABSENCE, rest_of(clause, 0, len(clause.tokens)))
            continue
        for doing in doings(clause):
            yield from _elements(passage, index, doing)
        yield from _closing(clause)
        yield from _shown(clause)
    yield from find_durations(passage)


def _is_prohibition(clause: Clause) -> bool:
    """ "No shouting", "Stop drinking": a sentence that opens with what must not be."""
    words = [token for token in clause.tokens if token.is_word]
    return bool(words) and words[0].has("negation") and words[0].text not in {"nobody", "nothing"}


def _elements(passage: Passage, index: int, doing: Doing) -> Iterator[ElementSpan]:
    clause = passage.sentences[index]
    if _is_background(clause, doing):
        return
    span = rest_of(clause, doing.start, doing.end)
    sees = any(t.has("sees") for t in clause.tokens[doing.verb : doing.end][:4])
    for mention in doing.subject:
        who = _stands_for(passage, index, mention)
        service = who.voice in _PROFESSIONALS or mention.is_we
        if sees and (service or who.is_bare_name):
            yield ElementSpan(Element.PROFESSIONALS_SEE, span, who.voice, who.name)
        if service:
            continue
        if doing.negated:
            yield ElementSpan(Element.ABSENCE, span)
        if who.could_be_carer or who.pronoun or mention.first_person:
            yield from _carer(clause, doing, who)
        if who.could_be_child or who.pronoun:
            yield from _child(clause, doing, who)


def _is_background(clause: Clause, doing: Doing) -> bool:
    """ "if he drinks", "when Rafi cries": the occasion, not the goal."""
    before = clause.tokens[doing.start - 1].text if doing.start else ""
    return before in _OCCASIONS


def _stands_for(passage: Passage, index: int, mention: Mention) -> Mention:
    passage.sentences[index]
    if not mention.pronoun:
        return mention
    return passage.antecedent(index, mention.first) or mention


def _carer(clause: Clause, doing: Doing, mention: Mention) -> Iterator[ElementSpan]:
    span = rest_of(clause, doing.start, doing.end)
    verb_phrase = clause.tokens[doing.verb : doing.end]
    if verb_phrase and (verb_phrase[0].has("stative") or _opens_with_service(verb_phrase)):
        return
    vague = doing.negated or not _is_concrete(verb_phrase, "vague_act")
    yield ElementSpan(Element.CARER_BEHAVIOUR, span, mention.voice, mention.name, vague)


def _opens_with_service(verb_phrase: Sequence[Token]) -> bool:
    """ "attend", "follow all recommendations", "submit to": the first words are a service's."""
    return any(token.has("service") for token in verb_phrase[:3])


def _child(clause: Clause, doing: Doing, mention: Mention) -> Iterator[ElementSpan]:
    span = rest_of(clause, doing.start, doing.end)
    verb_phrase = clause.tokens[doing.verb : doing.end]
    vague = doing.negated or not _is_concrete(verb_phrase, "vague_experience")
    yield ElementSpan(Element.CHILD_EXPERIENCE, span, mention.voice, mention.name, vague)


def _is_concrete(tokens: Sequence[Token], vague: str) -> bool:
    """Whether a verb phrase says at least one telling thing beside vague and service words."""
    words = [t for t in tokens if t.is_word]
    telling = [t for t in words if not t.has(vague, "light", "service", "time_unit")]
    everyday = [t for t in telling if t.has("everyday", "act", "experience")]
    return bool(everyday) or len(telling) >= 2


def _closing(clause: Clause) -> Iterator[ElementSpan]:
    """ "so that we can close", "no longer need a social worker"."""
    for at, token in enumerate(clause.tokens):
        begins = token.has("closing") and not (at and clause.tokens[at - 1].has("closing"))
        if begins and _is_case_closing(clause, at):
            yield ElementSpan(Element.PROFESSIONALS_SEE, rest_of(clause, at, _end(clause, at)))


def _is_case_closing(clause: Clause, at: int) -> bool:
    """Closing a case, not a door; a child's return home."""
    nearby = clause.tokens[max(0, at - 6) : at + 8]
    if clause.tokens[at].text.startswith("clos"):
        return any(
            t.text in {"case", "we", "plan", "file", "services", "involvement", "can", "worker"}
            or t.has("people_social_worker", "people_nobody")
            for t in nearby
        )
    return clause.tokens[at].text not in {"come", "go", "comes", "goes", "home"}


def _shown(clause: Clause) -> Iterator[ElementSpan]:
    """ "shown to me", "he tells me so", "HV's checks clear", "seen over a term"."""
    for mention in clause.mentions:
        following = clause.tokens[mention.last : mention.last + 4]
        before = clause.tokens[max(0, mention.first - 3) : mention.first]
        if mention.voice in _PROFESSIONALS and following and following[0].text == "'s":
            yield ElementSpan(Element.PROFESSIONALS_SEE, mention.span, mention.voice, mention.name)
        elif mention.first_person and any(t.has("telling") for t in (*before, *following)):
            yield ElementSpan(Element.PROFESSIONALS_SEE, mention.span)


def _end(clause: Clause, at: int) -> int:
    for end in range(at + 1, len(clause.tokens)):
        if clause.tokens[end].text in {";", ",", "("}:
            return end
    return len(clause.tokens)


def _services(clause: Clause) -> Iterator[ElementSpan]:
    start: int | None = None
    for at, token in enumerate([*clause.tokens, None]):
        inside = token is not None and token.has("service")
        if inside and start is None:
            start = at
        if not inside and start is not None:
            yield ElementSpan(Element.SERVICE, span_of(clause.tokens[start:at]))
            start = None
