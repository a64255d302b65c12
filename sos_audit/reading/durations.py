"""How long something must be seen: "for 12 weeks", "over the next six months"."""

from collections.abc import Iterator

from sos_audit.casefile import Element
from sos_audit.reading.facts import is_date
from sos_audit.reading.model import ElementSpan
from sos_audit.reading.passage import Passage
from sos_audit.reading.subjects import Clause
from sos_audit.reading.tokens import span_of

_LASTING = frozenset(
    "for over least during throughout across next until till til of whole full solid straight "
    "consecutive lasting minimum through all after right".split()
)
_AFTER = frozenset(
    {"running", "straight", "row", "consecutively", "solid", "continuous", "of", "in"}
)
_NOT_LASTING = frozenset({"every", "each", "per", "within", "aged", "by", "a", "ago", "last", "in"})
_FREQUENCY_AFTER = frozenset({"old", "ago", "a", "per", "pregnant", "late", "list"})
_UNTIL = frozenset({"until", "till", "til"})
_MOMENTS = frozenset(
    "review conference christmas easter birthday school hols holidays summer closing end january "
    "february march april may june july august september october november december".split()
)
_BREAKS = frozenset({",", ";", ".", "(", "-", ")"})
_COUNTED = frozenset("visits visit contacts contact reviews times sessions occasions".split())
_QUANTIFIERS = frozenset({"a", "the", "several", "half", "whole", "all", "each"})
_BETWEEN = frozenset(
    "- full whole consecutive school solid straight summer spring autumn winter half of the wet "
    "dry a clear more".split()
)


def find_durations(passage: Passage) -> Iterator[ElementSpan]:
    """Every stated length of time, not ages or frequencies.

    A deadline, a number of visits, or "sustained" is vague.
    """
    for clause in passage.sentences:
        for at in range(len(clause.tokens)):
            end = _duration_at(clause, at) or _until_at(clause, at)
            if end is not None:
                yield ElementSpan(Element.DURATION, span_of(clause.tokens[at:end]))
                continue
            vague = _vaguely_at(clause, at)
            if vague is not None:
                yield ElementSpan(Element.DURATION, span_of(clause.tokens[at:vague]), vague=True)


def _duration_at(clause: Clause, at: int) -> int | None:
    """The end of "12 weeks", "all winter" or "a full term" when it is a length of time."""
    tokens = clause.tokens
    token = tokens[at]
    if not (token.is_number or token.has("number_word") or token.text in _QUANTIFIERS):
        return None
    unit = _unit_after(clause, at + 1)
    if unit is None:
        return None
    end = unit + 1
    before = tokens[at - 1].text if at else ","
    after = tokens[end].text if end < len(tokens) else "."
    if after in _FREQUENCY_AFTER or before in _NOT_LASTING or token.text == "each":
        return None
    if token.text == "all" or before in _LASTING or after in _AFTER or _said_before(clause, at):
        return end
    alone = before in _BREAKS and after in _BREAKS
    return end if alone and token.text not in {"a", "the"} else None


def _vaguely_at(clause: Clause, at: int) -> int | None:
    tokens = clause.tokens
    if tokens[at].has("sustained"):
        return at + 1
    if tokens[at].text == "by" and any(
        is_date(tokens, n) for n in range(at + 1, min(at + 3, len(tokens)))
    ):
        return min(at + 3, len(tokens))
    counted = tokens[at].is_number or tokens[at].has("number_word")
    if counted and any(t.text in _COUNTED for t in tokens[at + 1 : at + 3]):
        return min(at + 2, len(tokens))
    return None


def _said_before(clause: Clause, at: int) -> bool:
    return any(t.text in _LASTING for t in clause.tokens[max(0, at - 4) : at])


def _unit_after(clause: Clause, at: int) -> int | None:
    for unit in range(at, min(at + 4, len(clause.tokens))):
        token = clause.tokens[unit]
        if token.has("time_unit"):
            return unit
        if token.text not in _BETWEEN and not token.is_number and not token.has("number_word"):
            return None
    return None


def _until_at(clause: Clause, at: int) -> int | None:
    """ "until the next review", "till Christmas"."""
    if clause.tokens[at].text not in _UNTIL or at + 1 >= len(clause.tokens):
        return None
    following = clause.tokens[at + 1 : at + 5]
    for offset, token in enumerate(following, at + 1):
        if token.text in _MOMENTS:
            return offset + 1
        if token.has("time_unit") or token.is_number:
            return offset + 1
    return None
