"""Numbers and ranges of a sentence, in digits and words, with "/10" and "out of ten"."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sos_audit.reading.facts import is_date
from sos_audit.reading.tokens import Token

LOWEST, HIGHEST = 0.0, 10.0
"""The ends of the scale that guidance describes (criteria S08, S14)."""

_WORDS = {
    word: value
    for value, word in enumerate("zero one two three four five six seven eight nine ten".split())
} | {"nil": 0, "nought": 0}
_RANGE_MARKS = frozenset({"-", "to", "or", "and", "/"})


class Number(NamedTuple):
    """A number or range, by its tokens, before it is known to be a score.

    `explicit` says that the text itself gives the scale: "6/10", "six out of ten".
    """

    first: int
    last: int
    low: float
    high: float
    explicit: bool

    @property
    def is_end(self) -> bool:
        """Whether it is one end of the scale, which an anchor would define."""
        return self.low == self.high and self.low in {LOWEST, HIGHEST}


def numbers_of(tokens: Sequence[Token]) -> Iterator[Number]:
    """The numbers of a sentence in order, dates left out."""
    at = 0
    while at < len(tokens):
        if is_date(tokens, at):
            at = _after_date(tokens, at)
            continue
        number = _number_at(tokens, at)
        if number is None:
            at += 1
        else:
            yield number
            at = number.last


def _after_date(tokens: Sequence[Token], at: int) -> int:
    end = at + 1
    while end < len(tokens) and end < at + 5:
        token = tokens[end]
        if not (token.is_number or token.text in {"/", ".", "-", "st", "nd", "rd", "th"}):
            return end + 1 if token.has("not_names") and end == at + 1 else end
        end += 1
    return end


def _number_at(tokens: Sequence[Token], at: int) -> Number | None:
    low = _value(tokens[at])
    if low is None:
        return None
    last, high = at + 1, low
    if _is_half(tokens, last):
        low, high, last = low + 0.5, high + 0.5, _after_half(tokens, last)
    elif _is_range(tokens, last, low):
        high = _value(tokens[last + 1]) or 0.0
        last += 2
    scope = _denominator(tokens, last)
    if scope is None:
        return Number(at, last, low, high, explicit=False)
    return Number(at, scope, low, high, explicit=True)


def _value(token: Token) -> float | None:
    if token.is_number:
        return float(token.text)
    return _WORDS.get(token.text)


def _is_half(tokens: Sequence[Token], at: int) -> bool:
    texts = [t.text for t in tokens[at : at + 3]]
    return texts[:1] == ["½"] or texts == ["and", "a", "half"]


def _after_half(tokens: Sequence[Token], at: int) -> int:
    return at + (1 if tokens[at].text == "½" else 3)


def _is_range(tokens: Sequence[Token], at: int, low: float) -> bool:
    if at + 1 >= len(tokens) or tokens[at].text not in _RANGE_MARKS:
        return False
    high = _value(tokens[at + 1])
    if high is None or not low < high <= HIGHEST:
        return False
    if (low, high) == (LOWEST, HIGHEST) or tokens[at].text == "and":
        return at >= 2 and tokens[at - 2].text == "between"
    if tokens[at].text == "/":
        return high == low + 1
    return not (tokens[at].text == "to" and high > low + 1)


def _denominator(tokens: Sequence[Token], at: int) -> int | None:
    """The end of "/10" or "out of ten"."""
    texts = [t.text for t in tokens[at : at + 3]]
    if texts[:2] == ["/", "10"]:
        return at + 2
    if texts in (["out", "of", "10"], ["out", "of", "ten"]):
        return at + 3
    return None
