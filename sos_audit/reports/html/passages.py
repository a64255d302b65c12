"""Sentences of the record with the quoted words marked; one sentence is shown once."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from sos_audit.bundle.v1 import Evidence

Sentence = tuple[int, int, str]
"""A sentence's document, where it starts, and its words."""

_CUT = "…"


class Segment(NamedTuple):
    """A piece of a sentence, quoted or not."""

    words: str
    is_marked: bool


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence with its source; no segments where there are no words to show."""

    source: Evidence
    segments: tuple[Segment, ...]


def sentence(evidence: Evidence) -> Sentence | None:
    """What two pieces of evidence share if they quote the same sentence; None if nothing can."""
    if evidence.quote is None or evidence.start is None or evidence.document is None:
        return None
    before, after = evidence.before or "", evidence.after or ""
    if before.startswith(_CUT) or after.endswith(_CUT):
        return (evidence.document, evidence.start, evidence.quote)
    return (evidence.document, evidence.start - len(before), before + evidence.quote + after)


def passage(shared: Sequence[Evidence]) -> Passage:
    """Show the sentence that all the given evidence quotes, with every quote in it marked."""
    first = shared[0]
    if first.quote is None:
        return Passage(first, ())
    before, after = first.before or "", first.after or ""
    text = before + first.quote + after
    origin = (first.start or 0) - len(before)
    return Passage(first, tuple(_segments(text, _marks(shared, origin))))


def distinct(evidence: Iterable[Evidence], shown: Iterable[Evidence]) -> tuple[Passage, ...]:
    """The passages of evidence that is not shown yet, each sentence once."""
    seen = {sentence(other) for other in shown}
    grouped: dict[Sentence | int, list[Evidence]] = {}
    for place, other in enumerate(evidence):
        key = sentence(other)
        if key is None:
            grouped[place] = [other]
        elif key not in seen:
            grouped.setdefault(key, []).append(other)
    return tuple(passage(shared) for shared in grouped.values())


def _marks(shared: Iterable[Evidence], origin: int) -> list[tuple[int, int]]:
    """The quoted ranges of the sentence, in order and without overlap."""
    marks: list[tuple[int, int]] = []
    for start, length in sorted({((e.start or 0) - origin, len(e.quote or "")) for e in shared}):
        if marks and start <= marks[-1][1]:
            marks[-1] = (marks[-1][0], max(marks[-1][1], start + length))
        else:
            marks.append((start, start + length))
    return marks


def _segments(text: str, marks: Iterable[tuple[int, int]]) -> Iterable[Segment]:
    at = 0
    for start, end in marks:
        if start > at:
            yield Segment(text[at:start], is_marked=False)
        yield Segment(text[start:end], is_marked=True)
        at = end
    if at < len(text):
        yield Segment(text[at:], is_marked=False)
