"""Whose words: direct speech with or without quotation marks, and reported speech."""

import itertools
import re
from collections.abc import Iterator
from typing import NamedTuple

from sos_audit.casefile import Span, Voice
from sos_audit.reading.fold import fold
from sos_audit.reading.mentions import Mention
from sos_audit.reading.model import Quote
from sos_audit.reading.passage import Passage, rest_of
from sos_audit.reading.subjects import Clause, subject_before

_DOUBLE = re.compile(r'"([^"\n]{1,600})"')
_SINGLE = re.compile(r"(?<![^\W_])'([^'\n]{2,400}(?:'[^\W_][^'\n]*)*)'(?![^\W_])")
_LISTENERS = frozenset({"me", "us", "her", "him", "them", "sw", "social", "worker", "the", "staff"})
_FIRST = frozenset({"i", "im", "ive", "my", "me", "we", "id", "mine"})
_SELF_REPORT = frozenset(
    {"observed", "asked", "visited", "noted", "saw", "spoke", "met", "explained"}
)
_PRONOUN_AFTER_THAT = frozenset({"she", "he", "they", "her", "his", "their"})
_SPEAKER_REACH = 14
_FEWEST_WORDS = 2
_NEARBY = 3
_LABEL_REACH = 30


class _Said(NamedTuple):
    """A verb of speech and the person before it."""

    clause: Clause
    verb: int
    speaker: Mention | None


def read_quotes(passage: Passage, *, speaker: Voice | None = None) -> list[Quote]:
    """The quotes of a passage in order; overlapping ones are reported once.

    `speaker` is the voice that the question itself asks for (a child's-views box): its words may
    stand there with nothing around them.
    """
    marked = list(_marked(passage, speaker))
    spoken = [q for q in _unmarked(passage) if not _is_covered(q, marked)]
    bare = (
        []
        if speaker is None
        else [q for q in _bare(passage, speaker) if not _is_covered(q, [*marked, *spoken])]
    )
    return sorted([*marked, *spoken, *bare], key=lambda quote: quote.span)


def _is_covered(quote: Quote, others: list[Quote]) -> bool:
    return any(quote.span.overlaps(other.span) for other in others)


def _marked(passage: Passage, speaker: Voice | None) -> Iterator[Quote]:
    """Words between quotation marks that somebody is said to have spoken."""
    folded = fold(passage.text)
    for pattern in (_DOUBLE, _SINGLE):
        for match in pattern.finditer(folded, passage.span.start, passage.span.end):
            span = Span(match.start(1), match.end(1))
            mention = _speaker_near(passage, Span(match.start(), match.end()))
            if mention is None and not _is_speech(folded[span.start : span.end]):
                continue
            if mention is None and speaker is None:
                yield Quote(span, Voice.UNKNOWN, None, verbatim=True)
                continue
            voice = mention.voice if mention else (speaker or Voice.UNKNOWN)
            yield Quote(span, voice, mention.name if mention else None, verbatim=True)


def _is_speech(words: str) -> bool:
    """A quoted phrase is speech when it says something: three words, or first person."""
    parts = words.split()
    return len(parts) >= 3 or any(part.strip(".,!?") in _FIRST for part in parts)


def _speaker_near(passage: Passage, quoted: Span) -> Mention | None:
    """The person whose verb of speech stands before or after the quotation."""
    best: tuple[int, Mention] | None = None
    for said in _sayings(passage):
        verb = said.clause.tokens[said.verb]
        mention = said.speaker
        if mention is None or quoted.contains(Span(verb.start, verb.end)):
            continue
        gap = quoted.start - verb.end if verb.end <= quoted.start else verb.start - quoted.end
        reach = _SPEAKER_REACH * 8
        if 0 <= gap <= reach and (best is None or gap < best[0]):
            best = (gap, mention)
    if best is not None:
        return best[1]
    return _label_before(passage, quoted) or _last_spoken_of(passage, quoted)


def _last_spoken_of(passage: Passage, quoted: Span) -> Mention | None:
    """'Rang dad. "I hear it from Rui."': the person of the sentence just before the words."""
    for index in range(len(passage.sentences) - 1, -1, -1):
        clause = passage.sentences[index]
        people = [m for m in clause.mentions if m.span.end <= quoted.start]
        if not people or quoted.start - clause.tokens[-1].end > _NEARBY:
            continue
        named = [m for m in people if not (m.nobody or m.first_person)]
        for mention in reversed(named):
            if not mention.pronoun:
                return mention
            return passage.antecedent(index, mention.first)
        return None
    return None


def _label_before(passage: Passage, quoted: Span) -> Mention | None:
    """ "Ella: '...'" or "Ella - '...'"."""
    for clause in passage.sentences:
        for mention in clause.mentions:
            between = fold(passage.text[mention.span.end : quoted.start]).strip()
            close = 0 <= quoted.start - mention.span.end <= _LABEL_REACH
            if close and (between in {"-", ",", "("} or _is_label(between)):
                return mention
    return None


def _is_label(between: str) -> bool:
    """ ":" or ", by letter:" between a person and the words."""
    return between.endswith(":") and len(between.split()) <= 4 and "." not in between


def _sayings(passage: Passage) -> Iterator[_Said]:
    for index, clause in enumerate(passage.sentences):
        for at, token in enumerate(clause.tokens):
            if not token.has("speech"):
                continue
            yield _Said(clause, at, _speaker_of(passage, index, clause, at))


def _speaker_of(passage: Passage, index: int, clause: Clause, at: int) -> Mention | None:
    subject = subject_before(clause, at).mentions
    mention = subject[-1] if subject else clause.mention_starting(at + 1)
    if mention is None or mention.nobody or mention.first_person:
        return None
    return passage.antecedent(index, mention.first) or mention if mention.pronoun else mention


def _unmarked(passage: Passage) -> Iterator[Quote]:
    """Speech without marks: first person after a verb of speech is verbatim, else reported."""
    yield from _labelled(passage)
    for said in _sayings(passage):
        if said.speaker is None or _is_passive(said):
            continue
        start = _content_start(said.clause, said.verb)
        end = len(said.clause.tokens)
        if sum(t.is_word for t in said.clause.tokens[start:end]) < _FEWEST_WORDS:
            continue
        verbatim = _is_direct(said.clause, start)
        yield Quote(
            rest_of(said.clause, start, end), said.speaker.voice, said.speaker.name, verbatim
        )


def _is_passive(said: _Said) -> bool:
    """ "was asked", "were told": the person is spoken to."""
    before = said.clause.tokens[said.verb - 1].text if said.verb else ""
    return before in {"was", "were", "been", "being", "be"}


def _labelled(passage: Passage) -> Iterator[Quote]:
    """ "Ella: I hate it", "text from Callum - im not coming": first person after a label."""
    for clause in passage.sentences:
        for mention in clause.mentions:
            at = _after_label(clause, mention.last)
            if at is not None and not mention.nobody and _is_direct(clause, at):
                span = rest_of(clause, at, len(clause.tokens))
                yield Quote(span, mention.voice, mention.name, verbatim=True)
                break


def _after_label(clause: Clause, at: int) -> int | None:
    """The token after a colon or dash that follows a person, over a time or a number."""
    for offset in range(at, min(at + 5, len(clause.tokens) - 1)):
        token = clause.tokens[offset]
        if token.text in {":", "-"} and token.end != clause.tokens[offset + 1].start:
            return offset + 1
        if token.is_word:
            return None
    return None


def _content_start(clause: Clause, verb: int) -> int:
    """The first token of what was said, over listeners, "to me", colons and dashes."""
    at = verb + 1
    tokens = clause.tokens
    while at < len(tokens) and (
        tokens[at].text in _LISTENERS | {"to", ",", ":", "-", "like", "today", "again"}
        or tokens[at].has("speech")
        or (tokens[at].text in {"mum", "dad", "teacher", "nan"} and at == verb + 1)
    ):
        if tokens[at].text in {"her", "him"} and at > verb + 1:
            break
        at += 1
    return at


def _is_direct(clause: Clause, start: int) -> bool:
    """First person close to the start, and no "that she" before it."""
    opening = clause.tokens[start : start + 6]
    if opening and opening[0].text in {"that", "if", "whether", "about"}:
        following = clause.tokens[start + 1 : start + 2]
        return any(t.text in _FIRST for t in following)
    return any(t.text in _FIRST for t in opening)


def _bare(passage: Passage, speaker: Voice) -> Iterator[Quote]:
    """First-person sentences in a box that asks for somebody's own words."""
    for clause in passage.sentences:
        opening = clause.tokens[:5]
        if not any(t.text in _FIRST for t in opening) or _is_writer(clause):
            continue
        yield Quote(rest_of(clause, 0, len(clause.tokens)), speaker, None, verbatim=True)


def _is_writer(clause: Clause) -> bool:
    """ "I observed", "I asked": the worker writing, not the child speaking."""
    texts = [t.text for t in clause.tokens]
    return any(
        first in {"i", "we"} and second in _SELF_REPORT
        for first, second in itertools.pairwise(texts)
    )
