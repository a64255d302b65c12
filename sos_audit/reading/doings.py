"""Who does what: each person-and-verb of a sentence, with its verb phrase."""

from collections.abc import Iterator
from typing import NamedTuple

from sos_audit.reading.facts import is_past
from sos_audit.reading.mentions import Mention
from sos_audit.reading.subjects import Clause, subject_before
from sos_audit.reading.tokens import Token

_SIGNS = frozenset({"if", "when", "whenever", "once", "should"})
_NOT_SUBJECTS = frozenset({"his", "her", "him", "them", "their"})
_INTRODUCES = frozenset({"to", "will", "'ll", "can", "be", "is", "are", "able", "always", "both"})


class Doing(NamedTuple):
    """Somebody doing something: who, the verb's place, and where the clause ends."""

    subject: tuple[Mention, ...]
    verb: int
    end: int
    negated: bool

    @property
    def start(self) -> int:
        """The first token of the clause."""
        return self.subject[0].first


def doings(clause: Clause) -> list[Doing]:
    """Each person-and-verb of a sentence, with the verb phrase up to the next one."""
    heads = list(_heads(clause))
    found = []
    for number, (subject, verb) in enumerate(heads):
        following = heads[number + 1][0] if number + 1 < len(heads) else None
        end = max(following[0].first, verb + 1) if following else len(clause.tokens)
        found.append(Doing(subject, verb, end, _is_negated(clause, subject, verb, end)))
    return found


def opens_sign(clause: Clause, doing: Doing) -> bool:
    """Whether it says when something else is done: "if Dad drinks", "when she rings"."""
    return doing.start > 0 and clause.tokens[doing.start - 1].text in _SIGNS


def _heads(clause: Clause) -> Iterator[tuple[tuple[Mention, ...], int]]:
    taken = -1
    for mention in clause.mentions:
        if mention.first < taken or mention.nobody or _is_owner(clause, mention):
            continue
        verb = _verb_after(clause, mention.last)
        if verb is None:
            continue
        subject = subject_before(clause, mention.last).mentions or (mention,)
        taken = verb
        yield subject, verb


def _is_owner(clause: Clause, mention: Mention) -> bool:
    """ "Wayne's calls", "his bed": the person owns the noun and does nothing."""
    if mention.pronoun:
        return clause.tokens[mention.first].text in _NOT_SUBJECTS
    following = clause.tokens[mention.last : mention.last + 2]
    if len(following) < 2 or following[0].text != "'s":
        return False
    verb = following[1]
    return not (is_past(verb) or verb.text.endswith("ing") or verb.has("light", "state"))


def _verb_after(clause: Clause, at: int) -> int | None:
    """The main verb after a person, over "will be able to"; None when no verb follows."""
    tokens = clause.tokens
    introduced = False
    while at < len(tokens) and (
        tokens[at].text in _INTRODUCES or tokens[at].has("light", "negation", "modal")
    ):
        introduced = introduced or tokens[at].text not in {"and", ",", "'s", "a", "an", "the"}
        at += 1
    if at >= len(tokens) or not tokens[at].is_word:
        return None
    if introduced or tokens[at].has("state") or _looks_like_present(tokens[at]):
        return at
    return None


def _looks_like_present(token: Token) -> bool:
    if token.has("everyday", "act", "experience", "sees", "closing"):
        return True
    return token.text.endswith("s") and not token.capital and len(token.text) > 3 and not token.tags


def _is_negated(clause: Clause, subject: tuple[Mention, ...], verb: int, end: int) -> bool:
    between = clause.tokens[subject[-1].last : verb + 1]
    if any(t.has("negation") for t in between):
        return True
    after = clause.tokens[verb + 1 : min(verb + 3, end)]
    return any(t.text in {"no", "without"} for t in after) and not any(
        t.has("everyday") for t in after
    )
