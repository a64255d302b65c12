"""What makes a scale more than a number: its two ends, its direction, and one step up."""

from collections.abc import Iterator, Sequence

from sos_audit.casefile import Element
from sos_audit.reading.model import ElementSpan
from sos_audit.reading.numbers import HIGHEST, numbers_of
from sos_audit.reading.passage import Passage, rest_of
from sos_audit.reading.score_context import is_aim, is_definition
from sos_audit.reading.subjects import Clause
from sos_audit.reading.tokens import Token

_LOW = frozenset({"0", "zero", "nought"})
_HIGH = frozenset({"10", "ten"})
_ENOUGH_WORDS = 2


def read_scale_parts(passage: Passage) -> Iterator[ElementSpan]:
    """Anchors of both ends and what one step up would look like."""
    for clause in passage.sentences:
        yield from _anchors(clause)
        yield from _step_up(clause)
        yield from _aims(clause)


def _anchors(clause: Clause) -> Iterator[ElementSpan]:
    for at, token in enumerate(clause.tokens):
        if token.text not in _LOW | _HIGH or not _is_defined(clause, at):
            continue
        end = _anchor_end(clause, at)
        if end - at - 1 < _ENOUGH_WORDS:
            continue
        element = Element.ANCHOR_LOW if token.text in _LOW else Element.ANCHOR_HIGH
        yield ElementSpan(element, rest_of(clause, at, end))


def _is_defined(clause: Clause, at: int) -> bool:
    following = clause.tokens[at + 1 : at + 3]
    before = clause.tokens[at - 1] if at else None
    if before is not None and before.text in {"/", "of", "-"} and before.text != "-":
        return False
    if not following:
        return False
    first = following[0]
    if first.text in {"-", "to"} and len(following) > 1 and following[1].text in _LOW | _HIGH:
        return False
    if first.text == "(":
        return len(following) > 1 and following[1].is_word
    if first.has("anchor_means") or (len(following) > 1 and first.text == "would"):
        return True
    return _faces_other_end(clause, at)


def _faces_other_end(clause: Clause, at: int) -> bool:
    """ "0 nobody is up, 10 breakfast is made": both ends in one sentence, each with words."""
    tokens = clause.tokens
    other = _HIGH if tokens[at].text in _LOW else _LOW
    return _opens_words(tokens, at) and any(
        token.text in other and _opens_words(tokens, place) for place, token in enumerate(tokens)
    )


def _opens_words(tokens: Sequence[Token], at: int) -> bool:
    """A number at the start of its part, with words of a clause after it."""
    opens = at == 0 or tokens[at - 1].text in {",", ";", "(", "."}
    following = tokens[at + 1 : at + 4]
    counted = any(t.has("instrument", "time_unit") or t.text in {"/", "to"} for t in following[:1])
    return opens and not counted and sum(t.is_word for t in following) >= _ENOUGH_WORDS


def _anchor_end(clause: Clause, at: int) -> int:
    """An anchor runs to the other anchor, a semicolon or the sentence's end."""
    for end in range(at + 1, len(clause.tokens)):
        token = clause.tokens[end]
        if token.text == ";" or (token.text in _LOW | _HIGH and _is_defined(clause, end)):
            return end
    return len(clause.tokens)


def _step_up(clause: Clause) -> Iterator[ElementSpan]:
    for at, token in enumerate(clause.tokens):
        started = at and clause.tokens[at - 1].has("step_up")
        if token.has("step_up") and not started and _says_what(clause):
            yield ElementSpan(Element.STEP_UP, rest_of(clause, 0, len(clause.tokens)))
            return


def _aims(clause: Clause) -> Iterator[ElementSpan]:
    """ "A seven would take ...", "9 for Nan = ...": a higher number and what it takes."""
    for number in numbers_of(clause.tokens):
        if number.is_end or number.low > HIGHEST:
            continue
        aimed = is_aim(clause, number) or is_definition(clause, number)
        if aimed and _says_what(clause):
            yield ElementSpan(Element.STEP_UP, rest_of(clause, number.first, len(clause.tokens)))
            return


def _says_what(clause: Clause) -> bool:
    """Whether anything but the numbers and the phrase itself is said."""
    words = [t for t in clause.tokens if t.is_word and not t.has("step_up", "light", "number_word")]
    return len(words) >= _ENOUGH_WORDS + 1
