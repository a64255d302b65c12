"""Sentences of a text: a line break always ends one, as careful as notes are careless."""

from collections.abc import Iterator
from dataclasses import dataclass

from sos_audit.casefile import Span
from sos_audit.reading.tokens import Token, span_of

_STOPS = frozenset(".!?")
_LONG, _LONGEST = 120, 160
"""Tokens after which a comma, then anything, ends a sentence: it keeps reading linear."""
_ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof st rev sgt pc e.g i.e eg ie no approx tel ref vs etc hrs mins yr yrs "
    "wk wks mo mos interp app st jan feb mar apr jun jul aug sep sept oct nov dec".split()
)
_NEVER_LAST = frozenset("mr mrs ms dr prof rev sgt pc eg ie approx vs".split())


@dataclass(frozen=True, slots=True)
class Sentence:
    """The tokens of one sentence, without line breaks."""

    tokens: tuple[Token, ...]

    @property
    def span(self) -> Span:
        """From the first token to the last."""
        return span_of(self.tokens)


def split_sentences(tokens: list[Token]) -> list[Sentence]:
    """Cut tagged tokens into sentences at line breaks and at stops that end something."""
    return [Sentence(tuple(held)) for held in _runs(tokens) if any(t.text.isalnum() for t in held)]


def _runs(tokens: list[Token]) -> Iterator[list[Token]]:
    held: list[Token] = []
    for at, token in enumerate(tokens):
        if token.text == "\n":
            yield held
            held = []
            continue
        held.append(token)
        stopped = token.text in _STOPS and _ends_sentence(tokens, at)
        if stopped or _is_overlong(held):
            yield held
            held = []
    yield held


def _is_overlong(held: list[Token]) -> bool:
    """No sentence is longer than a reader can hold; cut at a comma where there is one."""
    return len(held) >= _LONGEST or (len(held) >= _LONG and held[-1].text in {",", ";"})


def _ends_sentence(tokens: list[Token], at: int) -> bool:
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if following is None or tokens[at].text != ".":
        return True
    if following.start == tokens[at].end and following.text not in {'"', "'", ")", "\n"}:
        return False
    before = tokens[at - 1] if at else None
    if before is None or before.end != tokens[at].start:
        return True
    if before.text in _NEVER_LAST or (len(before.text) == 1 and before.capital):
        return False
    if before.text in _ABBREVIATIONS:
        return following.capital
    return following.capital or not following.is_word
