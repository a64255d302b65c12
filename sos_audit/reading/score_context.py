"""Whether a number is a score, judged by where it stands; precision before recall."""

from sos_audit.casefile import Voice
from sos_audit.reading.numbers import HIGHEST, LOWEST, Number
from sos_audit.reading.subjects import Clause
from sos_audit.reading.tokens import Token

_LABELS = frozenset(
    "aged age section s £ $ # page para form class no week day item version "
    "band danger goal ds d sg question statement row tab phase room flat img".split()
)
_FOLLOWERS = frozenset(
    "too also as and but for from by to now today this last each both again then at in when if "
    "or so because since however after before until out says said with while although though is "
    "was overall only just at though which he she they it we i not no same initially except apart "
    "compared down up higher lower rising given".split()
)
_BRIDGES = frozenset(": - = | ' \" ( , ; * •".split())
_APPROXIMATE = frozenset(
    "about around maybe probably roughly approx circa nearer nearly almost only still just "
    "now today it this that things us herself himself themselves there currently solid straight "
    "down up back somewhere between too same be own estimate number score with stone step rung "
    "face smiley fair reflection".split()
)
_DEFINES = frozenset({"=", "means", "meaning", "being", "equals"})
_AIMING = frozenset({"would", "'d", "need", "needs", "wants", "aim", "target", "hope", "goal"})
_OTHER_MEASURES = frozenset({"pain", "mood", "spelling", "test", "homework", "maths", "marks"})
_FURTHEST = 9
_SHORT_LINE = 4
_STRANGERS = 2


def is_score(clause: Clause, number: Number, *, bare: bool, in_scale: bool) -> bool:
    """Whether a number of a sentence is a score.

    `bare` lets numbers without "/10" count where they stand beside a person or a word of
    scaling; `in_scale` lets one that stands alone count too.
    """
    if not LOWEST <= number.low <= number.high <= HIGHEST or _is_part_of_word(clause, number):
        return False
    if is_definition(clause, number) or is_aim(clause, number):
        return False
    if number.explicit:
        return not _is_other_measure(clause, number)
    if not bare or _is_label(clause, number) or _counts_something(clause, number):
        return False
    return _is_placed(clause, number, in_scale=in_scale)


def _is_part_of_word(clause: Clause, number: Number) -> bool:
    """ "HbA1c", "6ft", an age that belongs to a name."""
    tokens = clause.tokens
    if clause.mention_at(number.first) is not None:
        return True
    before = tokens[number.first - 1] if number.first else None
    after = tokens[number.last] if number.last < len(tokens) else None
    return _touches(before, tokens[number.first]) or _touches(tokens[number.last - 1], after)


def _touches(left: Token | None, right: Token | None) -> bool:
    if left is None or right is None or left.end != right.start:
        return False
    return (left.is_number and right.is_word) or (left.is_word and right.is_number)


def is_definition(clause: Clause, number: Number) -> bool:
    """Whether a number is being defined: "10 means ...", "0 = ...", "8 for me = ..."."""
    after = clause.tokens[number.last : number.last + 4]
    if any(token.text in _DEFINES for token in after[:1]):
        return True
    if any(token.text == "=" for token in after) and not any(t.text in {",", ";"} for t in after):
        return True
    if not number.is_end:
        return False
    before = clause.tokens[number.first - 1].text if number.first else ""
    if before in {"where", "with", "from", "to", "worst", "best", "of", "end"}:
        return not number.explicit
    opens = any(token.text in {"is", "-", ":", "was", "to", "for", "("} for token in after[:1])
    return opens and _starts_afresh(clause, number.first) and len(after) > 2


def _starts_afresh(clause: Clause, at: int) -> bool:
    return at == 0 or clause.tokens[at - 1].text in {",", ";", "(", ".", "-", "and", "where"}


def is_aim(clause: Clause, number: Number) -> bool:
    """Whether a number is a step up, not a score: "to get to a 7", "a seven would take"."""
    before = clause.tokens[max(0, number.first - 5) : number.first]
    after = clause.tokens[number.last : number.last + 4]
    if any(token.has("step_up") for token in before):
        return True
    if any(token.text in _AIMING for token in before[-4:]):
        return True
    return any(token.text in {"would", "'d"} for token in after) or (
        any(token.text in {"if", "when"} for token in after[:1]) and len(before) < 3
    )


def _is_other_measure(clause: Clause, number: Number) -> bool:
    """Pain out of ten; a day and month written 8/10."""
    nearby = clause.tokens[max(0, number.first - 3) : number.last + 2]
    if any(token.text in _OTHER_MEASURES for token in nearby):
        return True
    before = clause.tokens[number.first - 1] if number.first else None
    said = any(token.has("scale_word") and token.text != "scale" for token in clause.tokens)
    dated = before is not None and before.text in {"on", "by", "since", "from", "the", "until"}
    return dated and not said


def _is_label(clause: Clause, number: Number) -> bool:
    before = clause.tokens[number.first - 1] if number.first else None
    if before is None:
        return False
    glued = before.text in {".", "/", "-"} and before.end == clause.tokens[number.first].start
    return before.text in _LABELS or before.has("instrument") or glued


def _counts_something(clause: Clause, number: Number) -> bool:
    """A number with a noun after it counts things."""
    if number.last >= len(clause.tokens):
        return False
    after = clause.tokens[number.last]
    if after.text == "/" or (after.text == ":" and _is_clock(clause, number)):
        return True
    if not (after.is_word or after.is_number or after.text == "%"):
        return False
    return not _may_follow(clause, number, after)


def _may_follow(clause: Clause, number: Number, after: Token) -> bool:
    """Whether a word after a number leaves it standing alone."""
    if after.text in _FOLLOWERS or after.has("reason", "step_up"):
        return True
    if after.text == "on" and number.last + 1 < len(clause.tokens):
        return clause.tokens[number.last + 1].text in {"the", "her", "his", "their", "a"}
    if clause.mention_ending(number.first) is not None:
        return not (after.has("instrument", "time_unit") or after.is_number)
    return clause.mention_starting(number.last) is not None


def _is_clock(clause: Clause, number: Number) -> bool:
    following = clause.tokens[number.last + 1 : number.last + 2]
    return any(
        token.is_number and token.start == clause.tokens[number.last].end for token in following
    )


def _is_placed(clause: Clause, number: Number, *, in_scale: bool) -> bool:
    """Whether a person or a word of scaling leads up to the number, or a person follows it."""
    digits = clause.tokens[number.first].is_number
    if in_scale and digits and (number.first == 0 or _ends_short_line(clause, number)):
        return True
    if _has_giver_after(clause, number):
        return True
    return _is_led_up_to(clause, number, in_scale=in_scale)


def _is_led_up_to(clause: Clause, number: Number, *, in_scale: bool) -> bool:
    """Walk left from the number; on a scale's own answer a word or two may stand between."""
    cue, strange = False, 0
    for at in range(number.first, max(0, number.first - _FURTHEST), -1):
        mention = clause.mention_ending(at)
        if mention is not None and (not mention.nobody or cue or in_scale):
            return not strange or cue
        token = clause.tokens[at - 1]
        if token.has("scale_word"):
            return True
        cue = cue or token.has("scale_cue")
        if not _leads_up(token):
            strange += 1
            if not in_scale or strange > _STRANGERS:
                return cue and in_scale
    return in_scale and not strange


def _ends_short_line(clause: Clause, number: Number) -> bool:
    """ "Overall safety 4-5.": a line of a few words that ends in its number."""
    rest = clause.tokens[number.last :]
    return number.first <= _SHORT_LINE and not any(token.is_word for token in rest)


def _leads_up(token: Token) -> bool:
    if token.has("scale_cue", "light") or token.text in _APPROXIMATE | _BRIDGES:
        return True
    return token.text in {"a", "an", "at", "as", "to", "is", "of"}


def _has_giver_after(clause: Clause, number: Number) -> bool:
    tokens = clause.tokens
    at = number.last
    while at < len(tokens) and tokens[at].text in {"(", "-", "from", "by", "for"}:
        at += 1
    mention = clause.mention_starting(at)
    return mention is not None and not mention.pronoun and mention.voice is not Voice.UNKNOWN
