"""Scores on a scale and who gave them: "6/10", "scaled at 3-4", "Mum 7, SW 4", "a six"."""

from sos_audit.casefile import Voice
from sos_audit.reading.model import ScaleValue
from sos_audit.reading.numbers import Number, numbers_of
from sos_audit.reading.passage import Passage
from sos_audit.reading.raters import rater_of
from sos_audit.reading.reasons import reason_for
from sos_audit.reading.score_context import is_score
from sos_audit.reading.subjects import Clause
from sos_audit.reading.tokens import span_of


def read_scales(passage: Passage, *, in_scale: bool) -> list[ScaleValue]:
    """The scores of a passage, in order.

    `in_scale` says that the passage is known to be about a scale (a mapped answer, a scale
    heading), so that bare numbers beside people count; elsewhere the sentence itself must say so.
    """
    return [
        _value(passage, index, number)
        for index, clause in enumerate(passage.sentences)
        for number in _scores(clause, in_scale=in_scale)
    ]


def _scores(clause: Clause, *, in_scale: bool) -> list[Number]:
    numbers = list(numbers_of(clause.tokens))
    said = any(number.explicit for number in numbers) or any(
        token.has("scale_word") for token in clause.tokens
    )
    return [
        number
        for number in numbers
        if is_score(clause, number, bare=in_scale or said, in_scale=in_scale)
    ]


def _value(passage: Passage, index: int, number: Number) -> ScaleValue:
    clause = passage.sentences[index]
    voice, name = _rater(passage, index, number)
    return ScaleValue(
        (number.low + number.high) / 2,
        number.low,
        number.high,
        span_of(clause.tokens[number.first : number.last]),
        voice,
        name,
        reason_for(passage, index, number.first, number.last),
        number.explicit,
    )


def _rater(passage: Passage, index: int, number: Number) -> tuple[Voice, str | None]:
    """The voice and bare name behind a score; "I" and "me" are the worker who writes."""
    clause = passage.sentences[index]
    mention = rater_of(clause, number.first, number.last)
    if mention is not None and mention.pronoun:
        mention = passage.antecedent(index, mention.first)
    if mention is None:
        return Voice.UNKNOWN, None
    if mention.first_person:
        return (Voice.UNKNOWN if mention.is_we else Voice.SOCIAL_WORKER), None
    return mention.voice, mention.name
