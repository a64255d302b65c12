"""Plans and next steps: rules for everyday life, signs and responses, contacts, owners, dates."""

from collections.abc import Iterator

from sos_audit.casefile import Element, Voice
from sos_audit.reading.doings import doings, opens_sign
from sos_audit.reading.facts import is_date, is_past
from sos_audit.reading.mentions import Mention
from sos_audit.reading.model import ElementSpan
from sos_audit.reading.passage import Passage, rest_of
from sos_audit.reading.subjects import Clause
from sos_audit.reading.tokens import Token, span_of

_SIGNS = frozenset({"if", "when", "whenever", "once", "should"})
_PROFESSIONALS = frozenset({Voice.SOCIAL_WORKER, Voice.PROFESSIONAL})
_PHONE_DIGITS = 6


def read_plan(passage: Passage) -> Iterator[ElementSpan]:
    """Everyday rules, warning signs with a response, and people who can be reached."""
    for clause in passage.sentences:
        yield from _rules(clause)
        yield from _triggers(clause)
        yield from _contacts(clause)


def _rules(clause: Clause) -> Iterator[ElementSpan]:
    for doing in doings(clause):
        tokens = clause.tokens[doing.verb : doing.end]
        outside = any(m.voice in _PROFESSIONALS for m in doing.subject)
        if outside or opens_sign(clause, doing):
            continue
        concrete = any(t.has("everyday", "act") and not t.has("vague_act") for t in tokens[:5])
        attends = any(t.has("service") for t in tokens[:3])
        span = rest_of(clause, doing.start, doing.end)
        yield ElementSpan(Element.RULE, span, vague=attends or not concrete)


def _triggers(clause: Clause) -> Iterator[ElementSpan]:
    """ "If Dad has been drinking Nan takes them": a sign, and what is then done."""
    at = next((i for i, t in enumerate(clause.tokens) if t.text in _SIGNS), None)
    if at is None:
        return
    responses = [d for d in doings(clause) if not _is_sign(clause, d.start, at)]
    vague = not responses and not any(t.has("response") for t in clause.tokens)
    yield ElementSpan(Element.TRIGGER, rest_of(clause, at, len(clause.tokens)), vague=vague)


def _is_sign(clause: Clause, start: int, sign: int) -> bool:
    """Whether a doing is the sign itself: it opens right behind the "if"."""
    return sign < start <= sign + 2 and all(
        not token.is_word for token in clause.tokens[sign + 1 : start]
    )


def _contacts(clause: Clause) -> Iterator[ElementSpan]:
    """A person with a number is reachable; a name alone is vague."""
    phone = any(len(token.text.replace(".", "")) >= _PHONE_DIGITS for token in _numbers(clause))
    phone = phone or sum(len(token.text) for token in _numbers(clause)) >= _PHONE_DIGITS + 3
    for mention in clause.mentions:
        if mention.name is not None or (phone and _is_somebody(mention)):
            yield ElementSpan(Element.CONTACT, mention.span, vague=not phone)


def _numbers(clause: Clause) -> list[Token]:
    return [token for token in clause.tokens if token.is_number]


def _is_somebody(mention: Mention) -> bool:
    return not (mention.nobody or mention.pronoun or mention.first_person)


def read_steps(passage: Passage) -> Iterator[ElementSpan]:
    """Owners and due dates; vague where some step has none."""
    steps = [clause for clause in passage.sentences if _is_step(clause)]
    owners = [next((m for m in clause.mentions if _owns(clause, m)), None) for clause in steps]
    dues = [_due(clause) for clause in steps]
    for owner in owners:
        if owner is not None:
            yield ElementSpan(
                Element.OWNER, owner.span, owner.voice, owner.name, vague=None in owners
            )
    for due in dues:
        if due is not None:
            yield due._replace(vague=None in dues)


def _is_step(clause: Clause) -> bool:
    return sum(token.is_word for token in clause.tokens) > 1


def _owns(clause: Clause, mention: Mention) -> bool:
    """Somebody who acts: "housing to be explored" names no owner."""
    if mention.nobody or mention.pronoun:
        return False
    following = clause.tokens[mention.last : mention.last + 3]
    passive = [token.text for token in following[1:2]] == ["be"] and is_past(following[-1])
    return not passive


def _due(clause: Clause) -> ElementSpan | None:
    for at, token in enumerate(clause.tokens):
        if token.has("day_name", "deadline") or is_date(clause.tokens, at):
            return ElementSpan(Element.DUE, span_of(clause.tokens[at : at + 1]))
    return None
