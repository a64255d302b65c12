"""Why a score is what it is: the words between one score and the next that explain it."""

from sos_audit.casefile import Span
from sos_audit.reading.passage import Passage, rest_of
from sos_audit.reading.subjects import Clause

_EXPLAINING_MARKS = frozenset({"-", ":", "(", ",", ";", "'", '"', "|"})
_ENOUGH_WORDS = 3
_JOINT_REACH = 8


def reason_for(passage: Passage, index: int, first: int, last: int) -> Span | None:
    """The span that explains the score at tokens ``first:last`` of a sentence, or None."""
    clause = passage.sentences[index]
    return (
        _after(clause, last)
        or _before(clause, first)
        or _next_sentence(passage, index, last)
        or _joint(passage, index)
    )


def _after(clause: Clause, last: int) -> Span | None:
    end = _next_number(clause, last)
    held = clause.tokens[last:end]
    for offset, token in enumerate(held):
        if token.has("reason") and _says_enough(clause, last + offset + 1, end):
            return rest_of(clause, last + offset, end)
    if held and held[0].text in _EXPLAINING_MARKS and _says_enough(clause, last + 1, end):
        return rest_of(clause, last + 1, end)
    return None


def _before(clause: Clause, first: int) -> Span | None:
    """ "the nights are calmer so Mum said 7", "because he came home on time Mum says 7"."""
    for at in range(first - 1, -1, -1):
        token = clause.tokens[at]
        if token.is_number:
            return None
        if token.text == "so" and _says_enough(clause, 0, at):
            return rest_of(clause, 0, at)
        if token.text in {"because", "as", "since"} and _says_enough(clause, at + 1, first):
            return rest_of(clause, at, first)
    return None


def _next_sentence(passage: Passage, index: int, last: int) -> Span | None:
    """A following sentence without a score of its own that goes on about this one."""
    clause = passage.sentences[index]
    if _next_number(clause, last) != len(clause.tokens) or index + 1 >= len(passage.sentences):
        return None
    following = passage.sentences[index + 1]
    opening = following.tokens[:6]
    goes_on = any(t.has("reason", "speech", "opinion") or t.text in _GOING_ON for t in opening)
    has_number = any(t.is_number for t in following.tokens)
    if goes_on and not has_number and _says_enough(following, 0, len(following.tokens)):
        return rest_of(following, 0, len(following.tokens))
    return None


def _joint(passage: Passage, index: int) -> Span | None:
    """One reason given for all the scores before it: "Rationale: ...", "Same reason all three"."""
    for clause in passage.sentences[index + 1 : index + 1 + _JOINT_REACH]:
        for at, token in enumerate(clause.tokens[:4]):
            if token.has("joint_reason") and _says_enough(clause, at + 1, len(clause.tokens)):
                return rest_of(clause, at, len(clause.tokens))
    return None


_GOING_ON = frozenset({"he", "she", "they", "this", "that", "it"})


def _next_number(clause: Clause, last: int) -> int:
    """Where the words about this score end: at the next number, less the words that lead to it."""
    for at in range(last, len(clause.tokens)):
        if clause.tokens[at].is_number and not _is_counted(clause, at):
            return _lead_start(clause, at, last)
    return len(clause.tokens)


def _lead_start(clause: Clause, number: int, last: int) -> int:
    """The start of "and Dad said about", which belongs to the number after it."""
    at = number
    while at > last:
        mention = clause.mention_ending(at)
        if mention is not None:
            return max(mention.first, last)
        token = clause.tokens[at - 1]
        leads = token.has("scale_cue", "scale_word", "light") or not token.is_word
        if not leads and token.text not in {"a", "an", "at", "as", "about", "around"}:
            return at
        at -= 1
    return at


def _is_counted(clause: Clause, at: int) -> bool:
    following = clause.tokens[at + 1 : at + 2]
    return any(t.has("time_unit", "instrument") for t in following)


def _says_enough(clause: Clause, start: int, end: int) -> bool:
    words = [t for t in clause.tokens[start:end] if t.is_word]
    people = {i for m in clause.mentions for i in range(m.first, m.last)}
    told = [i for i in range(start, end) if clause.tokens[i].is_word and i not in people]
    return len(words) >= _ENOUGH_WORDS and len(told) >= _ENOUGH_WORDS - 1
