"""Whose words: direct speech with or without quotation marks, and reported speech."""

import itertools
import re
from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator

from sos_audit.casefile import Span, Voice
from sos_audit.reading.fold import fold
from sos_audit.reading.model import Quote
from sos_audit.reading.passage import Passage, rest_of
from sos_audit.reading.speakers import Saying, Speakers
from sos_audit.reading.subjects import Clause

_DOUBLE = re.compile(r'"([^"\n]{1,600})"')
_SINGLE = re.compile(r"(?<![^\W_])'([^'\n]{2,400}(?:'[^\W_][^'\n]*)*)'(?![^\W_])")
_LISTENERS = frozenset({"me", "us", "her", "him", "them", "sw", "social", "worker", "the", "staff"})
_OVER = frozenset({"to", ",", ":", "-", "like", "today", "again"})
_FIRST = frozenset({"i", "im", "ive", "my", "me", "we", "id", "mine"})
_REPORTING = frozenset({"that", "if", "whether", "about", "how", "what", "she", "he", "they"})
_MESSAGES = frozenset({"text", "letter", "note", "message", "email", "voicemail", "card", "texted"})
_SELF_REPORT = frozenset(
    {"observed", "asked", "visited", "noted", "saw", "spoke", "met", "explained", "watched"}
)
_FEWEST_WORDS = 2


def read_quotes(passage: Passage, *, speaker: Voice | None = None) -> list[Quote]:
    """The quotes of a passage in order; overlapping ones are reported once.

    `speaker` is the voice that the question itself asks for (a child's-views box): words whose
    speaker is not named there are that voice's, and may stand with nothing around them.
    """
    speakers = Speakers(passage)
    found = list(_marked(passage, speakers))
    found += _uncovered(_messages(passage), found)
    found += _uncovered(_labelled(passage), found)
    found += _uncovered(_spoken(speakers), found)
    if speaker is not None:
        found = [_owned(quote, speaker) for quote in found]
        found += _uncovered(_bare(passage, speaker), found)
    return sorted(found, key=lambda quote: quote.span)


def _uncovered(quotes: Iterable[Quote], others: list[Quote]) -> list[Quote]:
    """The quotes that share nothing with any of the others nor with one another."""
    kept: list[Quote] = []
    taken = sorted(other.span for other in others)
    for quote in quotes:
        if not _is_taken(taken, quote.span):
            kept.append(quote)
            insort(taken, quote.span)
    return kept


def _is_taken(taken: list[Span], span: Span) -> bool:
    """Whether a span overlaps one of the sorted spans, none of which overlap each other."""
    at = bisect_left(taken, span)
    return any(span.overlaps(other) for other in taken[max(0, at - 1) : at + 1])


def _owned(quote: Quote, speaker: Voice) -> Quote:
    unnamed = quote.voice is Voice.UNKNOWN and quote.who is None
    return quote._replace(voice=speaker) if unnamed else quote


def _marked(passage: Passage, speakers: Speakers) -> Iterator[Quote]:
    """Words between quotation marks that somebody is said to have spoken, or that are speech."""
    folded = fold(passage.text)
    for pattern in (_DOUBLE, _SINGLE):
        for match in pattern.finditer(folded, passage.span.start, passage.span.end):
            span = Span(match.start(1), match.end(1))
            mention = speakers.near(Span(match.start(), match.end()))
            if mention is None and not _is_speech(folded[span.start : span.end]):
                continue
            voice = mention.voice if mention else Voice.UNKNOWN
            yield Quote(span, voice, mention.name if mention else None, verbatim=True)


def _is_speech(words: str) -> bool:
    """A quoted phrase is speech when it says something: three words, or first person."""
    parts = words.split()
    return len(parts) >= 3 or any(part.strip(".,!?") in _FIRST for part in parts)


def _messages(passage: Passage) -> Iterator[Quote]:
    """ "Text from Mia at ten: can you fetch me": what follows the sender is the sender's."""
    for clause in passage.sentences:
        opening = clause.tokens[:3]
        sender = next((m for m in clause.mentions if 1 <= m.first <= 3), None)
        if sender is None or not any(t.text in _MESSAGES for t in opening):
            continue
        at = sender.last
        while at < len(clause.tokens) and not clause.tokens[at].is_word:
            at += 1
        rest = clause.tokens[at:]
        if sum(t.is_word for t in rest) > _FEWEST_WORDS and any(t.text in _FIRST for t in rest):
            span = rest_of(clause, at, len(clause.tokens))
            yield Quote(span, sender.voice, sender.name, verbatim=True)


def _labelled(passage: Passage) -> Iterator[Quote]:
    """ "Ella: I hate it", "note from Tom - im staying here": first person after a label."""
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


def _spoken(speakers: Speakers) -> Iterator[Quote]:
    """Speech without marks: first person after a verb of speech is verbatim, else reported."""
    told = 0
    for said in speakers.sayings:
        if said.speaker is None or said.start < told or _is_passive(said):
            continue
        clause = said.clause
        start, end = _content_start(clause, said.verb), len(clause.tokens)
        if sum(token.is_word for token in clause.tokens[start:end]) < _FEWEST_WORDS:
            continue
        span = rest_of(clause, start, end)
        told = span.end
        yield Quote(
            span,
            said.speaker.voice,
            said.speaker.name,
            verbatim=_is_direct(clause, start),
        )


def _is_passive(said: Saying) -> bool:
    """ "was asked", "were told": the person is spoken to."""
    before = said.clause.tokens[said.verb - 1].text if said.verb else ""
    return before in {"was", "were", "been", "being", "be"}


def _content_start(clause: Clause, verb: int) -> int:
    """The first token of what was said, over listeners, "to me", colons and dashes."""
    tokens, at = clause.tokens, verb + 1
    while at < len(tokens) and _is_before_content(tokens[at].text, at - verb):
        at += 1
    return at


def _is_before_content(word: str, distance: int) -> bool:
    if word in {"her", "him", "mum", "dad", "teacher", "nan"}:
        return distance == 1
    return word in _LISTENERS | _OVER


def _is_direct(clause: Clause, start: int) -> bool:
    """First person in what was said, with no "that" or "she" before it."""
    rest = clause.tokens[start:]
    if rest and rest[0].text in _REPORTING:
        return any(token.text in _FIRST for token in rest[1:2])
    return any(token.text in _FIRST for token in rest[:14])


def _bare(passage: Passage, speaker: Voice) -> Iterator[Quote]:
    """First-person sentences in a box that asks for somebody's own words."""
    if any(token.has("no_speech") for token in passage.tokens):
        return
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
