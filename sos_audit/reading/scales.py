"""Scores on a scale and who gave them: "6/10", "scaled at 3-4", "Mum 7, SW 4", "a six"."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sos_audit.casefile import Voice
from sos_audit.reading.facts import is_date
from sos_audit.reading.mentions import Mention, is_self
from sos_audit.reading.model import ScaleValue
from sos_audit.reading.passage import Passage
from sos_audit.reading.raters import rater_of
from sos_audit.reading.reasons import reason_for
from sos_audit.reading.subjects import Clause
from sos_audit.reading.tokens import Token, span_of

_WORDS = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten".split()
    )
} | {"nil": 0, "nought": 0}
_RANGE_MARKS = frozenset({"-", "to", "or", "and", "/"})
_NOT_A_SCORE_BEFORE = frozenset(
    "aged age section s £ $ # page para form year yr class no number week day at_time point "
    "step item version stage band x".split()
)
_ARTICLES = frozenset({"a", "an", "at", "it", "as", "is", "was", "to", "=", ":", "said", "gave"})
_STANDARD = (0.0, 10.0)


class _Number(NamedTuple):
    """A number or range in a sentence, before it is known to be a score."""

    first: int
    last: int
    low: float
    high: float
    explicit: bool


def read_scales(passage: Passage, *, in_scale: bool) -> list[ScaleValue]:
    """The scores of a passage, in order.

    `in_scale` says that the passage is known to be about a scale (a mapped answer, a scale
    heading), so that bare numbers beside people count; elsewhere the sentence itself must say so.
    """
    found: list[ScaleValue] = []
    for index, clause in enumerate(passage.sentences):
        numbers = _scores(clause, in_scale=in_scale)
        for number in numbers:
            mention = _rater(passage, index, clause, number)
            found.append(
                ScaleValue(
                    (number.low + number.high) / 2,
                    number.low,
                    number.high,
                    span_of(clause.tokens[number.first : number.last]),
                    mention.voice if mention else Voice.UNKNOWN,
                    mention.name if mention else None,
                    reason_for(passage, index, number.first, number.last),
                    number.explicit,
                )
            )
    return found


def score_places(clause: Clause, *, in_scale: bool) -> list[tuple[int, int]]:
    """The token ranges of a sentence that are scores."""
    return [(number.first, number.last) for number in _scores(clause, in_scale=in_scale)]


def _scores(clause: Clause, *, in_scale: bool) -> list[_Number]:
    numbers = list(_numbers(clause.tokens))
    explicit = any(number.explicit for number in numbers)
    said = any(t.has("scale_word") for t in clause.tokens)
    trusted = in_scale or explicit or said
    return [n for n in numbers if _is_score(clause, n, trusted=trusted, in_scale=in_scale)]


def _numbers(tokens: Sequence[Token]) -> Iterator[_Number]:
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


def _number_at(tokens: Sequence[Token], at: int) -> _Number | None:
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
        return _Number(at, last, low, high, explicit=False)
    return _Number(at, scope, low, high, explicit=True)


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
    if high is None or not low < high <= _STANDARD[1]:
        return False
    if (low, high) == _STANDARD or tokens[at].text == "and":
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


def _is_score(clause: Clause, number: _Number, *, trusted: bool, in_scale: bool) -> bool:
    low, high = _STANDARD
    if not low <= number.low <= number.high <= high or _is_anchor(clause, number):
        return False
    if _is_target(clause, number):
        return False
    if number.explicit:
        return not _is_pain(clause, number)
    if not trusted or _counts_something(clause, number):
        return False
    word = not clause.tokens[number.first].is_number
    return _is_placed(clause, number, in_scale=in_scale, word=word)


def _is_anchor(clause: Clause, number: _Number) -> bool:
    """ "10 means ...", "0 = ...", "where 0 is ...", "0-10"."""
    if number.low not in _STANDARD or number.low != number.high:
        return False
    after = clause.tokens[number.last : number.last + 2]
    before = clause.tokens[number.first - 1].text if number.first else ""
    if before in {"where", "with", "from", "to", "-", "(", "on"} and not number.explicit:
        return True
    if any(t.has("people_child", "people_mother", "people_father") for t in after[:1]):
        return False
    return any(t.text in {"=", "means", "meaning", "being", "is", "-", ":", "to"} for t in after[:1]) or (
        len(after) == 2 and after[0].text == "would"
    )


def _is_target(clause: Clause, number: _Number) -> bool:
    """ "to get to a 7", "what would make it a 6": a step up, not a score."""
    return any(t.has("step_up") for t in clause.tokens[max(0, number.first - 5) : number.first])


def _is_pain(clause: Clause, number: _Number) -> bool:
    nearby = clause.tokens[max(0, number.first - 3) : number.last + 2]
    return any(t.text in {"pain", "mood", "spelling", "test", "homework", "maths"} for t in nearby)


def _counts_something(clause: Clause, number: _Number) -> bool:
    tokens = clause.tokens
    after = tokens[number.last] if number.last < len(tokens) else None
    before = tokens[number.first - 1] if number.first else None
    if after is not None and (after.has("instrument", "time_unit") or after.text in {"of", "x"}):
        return True
    if after is not None and after.text in {"y", "yr", "yo", "th", "st", "nd", "rd", ":", ")"}:
        if after.text == ")" and before is not None and before.text == "(":
            return _is_age_bracket(clause, number)
        if after.text not in {")", ":"}:
            return True
        if after.text == ":" and number.last + 1 < len(tokens) and tokens[number.last + 1].is_number:
            return True
    if before is None:
        return False
    if before.text == "/" or before.has("instrument") or before.text in _NOT_A_SCORE_BEFORE:
        return True
    return before.text == "." and tokens[number.first - 1].end == tokens[number.first].start


def _is_age_bracket(clause: Clause, number: _Number) -> bool:
    """ "Ella (6)" is an age where other numbers carry the scores; the mention has taken it."""
    mention = clause.mention_at(number.first)
    return mention is not None and mention.voice is Voice.CHILD


def _is_placed(clause: Clause, number: _Number, *, in_scale: bool, word: bool) -> bool:
    """Whether a bare number stands where scores stand: after a person, a verb, or alone."""
    tokens = clause.tokens
    if number.first == 0 and number.last == len(tokens):
        return in_scale
    if in_scale and not word:
        return True
    before = tokens[number.first - 1] if number.first else None
    after = clause.mention_starting(number.last)
    if before is None:
        return in_scale and after is not None
    if before.text in _ARTICLES or before.has("scale_cue"):
        return not word or before.text != "to"
    return clause.mention_ending(number.first) is not None and not word


def _rater(
    passage: Passage, index: int, clause: Clause, number: _Number
) -> Mention | None:
    mention = rater_of(clause, number.first, number.last)
    if mention is None or not mention.pronoun:
        return mention if mention is None or not is_self(mention, clause.tokens) else None
    return passage.antecedent(index, mention.first)
