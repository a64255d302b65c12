"""Who gave a score: the nearest person in the same part of the sentence."""

from collections.abc import Sequence

from sos_audit.reading.mentions import Mention
from sos_audit.reading.subjects import Clause
from sos_audit.reading.tokens import Token

_BREAKS = frozenset({";", "•", "*"})
_GIVEN_BY = frozenset({"(", "-", "from", "by", "for", "according", "was", "given"})
_LINKING = frozenset({"as", "at", "a", "an", "=", ":", "with", "on", "of"})
_SKIPPED = frozenset(
    {"from", "by", "for", "(", "-", "the", "according", "to", "was", "given", "is"}
)


def rater_of(clause: Clause, first: int, last: int) -> Mention | None:
    """The person who gave the score at tokens ``first:last``, or None.

    "Mum 7" and "Mum said 7" name the rater before; "7 (mum)" and "a 7 from mum" after.
    """
    after = _after(clause, last)
    if after is not None:
        return after
    before = _before(clause, first)
    if before is not None:
        return before
    return _following_name(clause, last) if _opens_part(clause, first) else None


def _after(clause: Clause, last: int) -> Mention | None:
    tokens = clause.tokens
    if last >= len(tokens) or tokens[last].text not in _GIVEN_BY:
        return None
    if tokens[last].text == "-" and clause.mention_starting(last + 1) is None:
        return None
    at = last
    while at < len(tokens) and tokens[at].text in _SKIPPED:
        at += 1
    mention = clause.mention_starting(at)
    if mention is None or mention.pronoun or not _says_by(tokens[last:at]):
        return None
    if tokens[last].text == "-" and _scores_next(tokens, mention.last):
        return None
    if tokens[last].text == "-" and at - last == 1 and not _closes(tokens, mention.last):
        return None
    return mention


def _says_by(between: Sequence[Token]) -> bool:
    """ "was given by Mum" names the giver; "is Mum" does not."""
    texts = {token.text for token in between}
    return not texts & {"was", "given", "is"} or "by" in texts


def _scores_next(tokens: Sequence[Token], at: int) -> bool:
    """Whether the person is followed by a score of their own: "7 - Dad 5"."""
    return any(t.is_number for t in tokens[at : at + 3])


def _closes(tokens: Sequence[Token], at: int) -> bool:
    return at >= len(tokens) or tokens[at].text in {",", ";", ".", ")", "and"}


def _before(clause: Clause, first: int) -> Mention | None:
    """The subject of the part of the sentence that leads up to the score."""
    start = _part_start(clause, first)
    people = [m for m in clause.mentions if start <= m.first and m.last <= first]
    if not people:
        return None
    return _speaker(clause, people, first)


def _speaker(clause: Clause, people: Sequence[Mention], first: int) -> Mention:
    """The nearest person, unless an earlier one says what the score is about that person."""
    nearest = people[-1]
    if _touches(clause, nearest, first):
        return nearest
    for mention in reversed(people):
        following = clause.tokens[mention.last : mention.last + 3]
        if any(t.has("scale_cue", "scale_word") for t in following):
            return mention
    named = [mention for mention in people if not mention.pronoun]
    return named[-1] if named else nearest


def _touches(clause: Clause, mention: Mention, first: int) -> bool:
    between = clause.tokens[mention.last : first]
    linked = all(
        not t.is_word or t.has("light", "scale_cue") or t.text in _LINKING for t in between
    )
    return linked and len(between) <= 3


def _part_start(clause: Clause, at: int) -> int:
    """Where the part of the sentence before `at` begins: after a break, or after another score."""
    start = at
    while start > 0:
        token = clause.tokens[start - 1]
        scored = token.is_number and start < at and clause.mention_at(start - 1) is None
        if token.text in _BREAKS or scored:
            return start
        start -= 1
    return 0


def _opens_part(clause: Clause, first: int) -> bool:
    return first == 0 or clause.tokens[first - 1].text in {",", ";", "-"}


def _following_name(clause: Clause, last: int) -> Mention | None:
    """ "7 mum, 5 dad": the score first."""
    mention = clause.mention_starting(last)
    return None if mention is None or mention.pronoun else mention
