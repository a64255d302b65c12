"""Guess what an authority's wording means, by how near it is to known headings.

The headings come from a rule pack and are passed in: adapters know no rules. A guess is a start for
people who know the forms, and says how sure it is.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from rapidfuzz import fuzz

from sos_audit.adapters.mapping.lookup import fold
from sos_audit.casefile import StatementKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

SURE = 75
"""From here on a guess is written as the kind; below it stays a remark."""

HEADING = "heading_"
"""How the lists of headings are named in a rule pack: `heading_danger_statement`."""


class Guess(NamedTuple):
    """A meaning and how sure it is, from 0 to 100; an empty meaning is a known form field."""

    meaning: str
    confidence: int


NO_GUESS = Guess("", 0)


class Vocabulary:
    """Known wordings by what they mean."""

    def __init__(self, words: Mapping[str, Iterable[str]]) -> None:
        self._phrases = [
            (fold(phrase), meaning) for meaning, phrases in words.items() for phrase in phrases
        ]

    @classmethod
    def of_headings(cls, lists: Mapping[str, Iterable[str]]) -> Vocabulary:
        """The headings among a pack's word lists; those of no statement mean nothing."""
        kinds = {str(kind) for kind in StatementKind}
        found: dict[str, list[str]] = {}
        for name, phrases in lists.items():
            if name.startswith(HEADING):
                kind = name.removeprefix(HEADING)
                found.setdefault(kind if kind in kinds else "", []).extend(phrases)
        return cls(found)

    def guess(self, wording: str | None) -> Guess:
        """The nearest meaning; two meanings equally near make it less sure."""
        folded = plain_words(wording or "")
        if not folded:
            return NO_GUESS
        best: dict[str, float] = {}
        for phrase, meaning in self._phrases:
            near = _nearness(folded, phrase)
            if near > best.get(meaning, 0):
                best[meaning] = near
        if not best:
            return NO_GUESS
        (second, _), (first, meaning) = sorted(
            [(0.0, ""), (0.0, ""), *((near, known) for known, near in best.items())]
        )[-2:]
        return Guess(meaning, round(first * 0.8 if first - second < 3 else first))


def guess_question(
    vocabulary: Vocabulary, *, text: str | None, code: str | None, section: str | None
) -> Guess:
    """What a question is, from its wording, else its code, else the section it stands in."""
    return max(
        vocabulary.guess(text),
        _less(vocabulary.guess(words_of_code(code)), 0.95),
        _less(vocabulary.guess(section), 0.85),
        key=lambda guess: guess.confidence,
    )


def words_of_code(code: str | None) -> str:
    """The words in a question's code: `SOS_DangerStatement` is `danger statement`."""
    apart = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", code or "")
    words = [word for word in re.split(r"[\W_\d]+", apart) if word]
    return " ".join(word for word in words if word.casefold() not in _NOISE)


def plain_words(text: str) -> str:
    """A wording as headings are compared: without brackets, numbering and end marks."""
    bare = re.sub(r"\([^)]*\)|^[\W\d]+|[?:.*]+\s*$", " ", text)
    return fold(bare)


_NOISE = frozenset("sos cp cin gen rep txt fld col q frm chk ddl lbl tbl".split())


def _less(guess: Guess, factor: float) -> Guess:
    return Guess(guess.meaning, round(guess.confidence * factor))


def _nearness(folded: str, phrase: str) -> float:
    """From 0 to 100; short forms such as DS count only as the whole wording."""
    if folded == phrase:
        return 100.0
    if len(phrase) <= 3 or len(folded) <= 3:
        return 0.0
    return max(fuzz.ratio(folded, phrase), _contained(folded, phrase))


def _contained(folded: str, phrase: str) -> float:
    """How much of a longer wording a known phrase makes up, if all of it stands there."""
    if f" {phrase} " not in f" {folded} ":
        return 0.0
    words, known = len(folded.split()), len(phrase.split())
    floor = 40.0 if known == 1 else 62.0
    return floor + (98.0 - floor) * known / words
