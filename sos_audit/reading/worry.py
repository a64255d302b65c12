"""Who is worried: the people behind a worry, and not the passive that hides them."""

from collections.abc import Iterator

from sos_audit.casefile import Element
from sos_audit.reading.mentions import Mention, is_self
from sos_audit.reading.model import ElementSpan
from sos_audit.reading.passage import Passage
from sos_audit.reading.subjects import Clause, subject_before

_COMPLEMENTS = frozenset({"that", "about", "for", "if", "what", "how", ",", ":"})
_BY = frozenset({"by", "from", "of"})
_SHARING = frozenset(
    {"raised", "shared", "voiced", "expressed", "reported", "held", "come", "came", "are", "is"}
)


def read_worriers(passage: Passage) -> Iterator[ElementSpan]:
    """Each named person or role that the passage says is worried, once."""
    seen: set[tuple[int, int]] = set()
    for index, clause in enumerate(passage.sentences):
        for mention in _worriers(passage, index, clause):
            if mention.span not in seen:
                seen.add(mention.span)
                yield ElementSpan(
                    Element.WHO_IS_WORRIED, mention.span, mention.voice, mention.name
                )


def _worriers(passage: Passage, index: int, clause: Clause) -> Iterator[Mention]:
    for at in range(len(clause.tokens)):
        if not _is_worry(clause, at):
            continue
        subject = subject_before(clause, at)
        if subject.negated:
            continue
        people = subject.mentions or tuple(_people_after(clause, at))
        for mention in people:
            yield from _resolved(passage, index, clause, mention)


def _resolved(
    passage: Passage, index: int, clause: Clause, mention: Mention
) -> Iterator[Mention]:
    if mention.nobody:
        return
    if is_self(mention, clause.tokens) and clause.tokens[mention.first].text == "we":
        return
    if mention.pronoun:
        antecedent = passage.antecedent(index, mention.first)
        if antecedent is not None:
            yield antecedent
        return
    yield mention


def _is_worry(clause: Clause, at: int) -> bool:
    token = clause.tokens[at]
    if token.has("worry"):
        return True
    if token.has("worry_noun"):
        return True
    if token.has("worry_fear"):
        return _has_complement(clause, at)
    return token.has("opinion") and _is_forward_looking(clause, at)


def _has_complement(clause: Clause, at: int) -> bool:
    following = clause.tokens[at + 1 : at + 2]
    if any(token.text in _COMPLEMENTS for token in following):
        return True
    return clause.mention_starting(at + 1) is not None and _is_forward_looking(clause, at)


def _is_forward_looking(clause: Clause, at: int) -> bool:
    return any(token.has("modal") for token in clause.tokens[at + 1 : at + 16])


def _people_after(clause: Clause, at: int) -> Iterator[Mention]:
    """ "Worries raised by Nan", "it worries Nan that", "who is worried: Nan, Pat"."""
    after = at + 1
    while after < len(clause.tokens) and clause.tokens[after].text in _SHARING:
        after += 1
    if after >= len(clause.tokens):
        return
    if clause.tokens[after].text in _BY:
        yield from _list_from(clause, _over_determiner(clause, after + 1))
    elif clause.tokens[after].text == ":" and _asks_who(clause, at):
        yield from _list_from(clause, after + 1)
    elif after == at + 1 and clause.tokens[at].text.endswith("s") and at:
        yield from _list_from(clause, _over_determiner(clause, after))


def _asks_who(clause: Clause, at: int) -> bool:
    return at == 0 or any(token.text in {"who", "who's"} for token in clause.tokens[:at])


def _over_determiner(clause: Clause, at: int) -> int:
    while at < len(clause.tokens) and clause.tokens[at].text in {"the", "both", "his", "her"}:
        at += 1
    return at


def _list_from(clause: Clause, at: int) -> Iterator[Mention]:
    while (mention := clause.mention_starting(at)) is not None:
        yield mention
        at = mention.last
        while at < len(clause.tokens) and clause.tokens[at].text in {",", "and", "&", "the", "+"}:
            at += 1
