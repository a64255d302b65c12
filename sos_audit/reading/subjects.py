"""Whose verb it is: the people in front of a predicate, through lists, brackets and auxiliaries."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sos_audit.reading.mentions import Mention
from sos_audit.reading.tokens import Token

_DETERMINERS = frozenset({"the", "both", "his", "her", "their", "all", "our"})
_RELATIVE = 14
_LINKS = frozenset({",", "and", "&", "+", "/", "plus", "or"})


class Subject(NamedTuple):
    """The people before a predicate, and whether the predicate is negated."""

    mentions: tuple[Mention, ...]
    negated: bool = False
    nobody: bool = False


class Clause:
    """A sentence's tokens with the people found in them, looked up by place."""

    __slots__ = ("_by_first", "_by_last", "_covering", "mentions", "tokens")

    def __init__(self, tokens: Sequence[Token], mentions: Sequence[Mention]) -> None:
        self.tokens = tokens
        self.mentions = mentions
        self._by_first = {mention.first: mention for mention in mentions}
        self._by_last = {mention.last: mention for mention in mentions}
        self._covering = {at: m for m in mentions for at in range(m.first, m.last)}

    def mention_ending(self, at: int) -> Mention | None:
        """The mention whose last token stands just before index `at`."""
        return self._by_last.get(at)

    def mention_starting(self, at: int) -> Mention | None:
        """The mention that begins at index `at`."""
        return self._by_first.get(at)

    def mention_at(self, at: int) -> Mention | None:
        """The mention that covers index `at`."""
        return self._covering.get(at)


def subject_before(clause: Clause, at: int) -> Subject:
    """The subject of the predicate at index `at`, walking left over light words.

    Light words are auxiliaries, adverbs and negation; a list of people is taken whole.
    """
    negated = False
    while at > 0 and clause.mention_ending(at) is None:
        token = clause.tokens[at - 1]
        relative = _before_relative(clause, at - 1) if token.text == "," else None
        if relative is not None:
            at = relative
            continue
        if token.has("negation"):
            negated = True
        elif token.text == "there":
            return Subject((), negated, nobody=True)
        elif not token.has("light"):
            return Subject((), negated)
        at -= 1
    return Subject(tuple(_list_ending(clause, at)), negated)


def _before_relative(clause: Clause, comma: int) -> int | None:
    """Where the noun before ", who ... ," ends, when such a clause closes at `comma`."""
    for at in range(comma - 1, max(0, comma - _RELATIVE), -1):
        opens = clause.tokens[at].text in {"who", "whose", "which"}
        if opens and clause.tokens[at - 1].text == ",":
            return at - 1
    return None


def _list_ending(clause: Clause, at: int) -> list[Mention]:
    """The people of the list that ends just before `at`, first named first."""
    found: list[Mention] = []
    while (mention := clause.mention_ending(at)) is not None:
        found.append(mention)
        at = _over_links(clause, mention.first)
        if at == mention.first:
            break
    return found[::-1]


def _over_links(clause: Clause, at: int) -> int:
    """Step left over "and", commas and determiners to the end of an earlier mention."""
    start = at
    while at > 0 and (clause.tokens[at - 1].text in _LINKS or clause.tokens[at - 1].has("light")):
        if clause.tokens[at - 1].text == "'s":
            break
        at -= 1
        if clause.mention_ending(at) is not None:
            return at
    return at if clause.mention_ending(at) is not None else start


def list_from(clause: Clause, at: int) -> Iterator[Mention]:
    """The people of the list that begins at `at`, over determiners and links."""
    while at < len(clause.tokens):
        while at < len(clause.tokens) and clause.tokens[at].text in _LINKS | _DETERMINERS:
            at += 1
        mention = clause.mention_starting(at)
        if mention is None:
            return
        yield mention
        at = mention.last
        if at >= len(clause.tokens) or clause.tokens[at].text not in _LINKS:
            return
