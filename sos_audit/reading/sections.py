"""Sections of a free text by their headings: "What are we worried about?", "DS:", "WWW"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from sos_audit.casefile import Span, StatementKind
from sos_audit.reading.fold import fold
from sos_audit.reading.lexicon import Lexicon

_LINE = re.compile(r"[^\n]+")
_NUMBERING = re.compile(r"^[\s#*•\-–=_~>]*(?:\(?\d{1,2}[.):]\s*)?")
_INLINE = re.compile(r"^([^:\n]{1,60}?)\s*(?:\d{1,2}\s*)?(?::|\s[-–]\s)\s*(?=\S)")
_TAIL = re.compile(r"[\s:?.\-–*=_~]*(?:\(.{0,60}\))?[\s:?.\-–*=_~]*(?:\d{1,2})?[\s:?.*=_~]*$")
_LONGEST_HEADING = 60
_CLOSE_ENOUGH = 92
_FUZZY_FROM = 8
_PREFIX = "heading_"


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands under it; `kind` is None for headings we do not read."""

    kind: StatementKind | None
    heading: Span
    body: Span


class Headings:
    """The heading lists of a lexicon, looked up exactly and then nearly."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._kinds: dict[str, StatementKind | None] = {}
        for name, entries in lexicon.lists.items():
            if name.startswith(_PREFIX):
                kind = name.removeprefix(_PREFIX)
                for entry in entries:
                    self._kinds[entry] = None if kind == "other" else StatementKind(kind)

    def sections(self, text: str, span: Span) -> list[Section]:
        """The sections of ``text[span.start:span.end]`` in order; none when nothing is headed."""
        heads = list(self._heads(text, span))
        if not heads:
            return []
        ends = [heading.start for heading, _, _ in heads[1:]] + [span.end]
        return [
            Section(kind, heading, _trimmed(text, body_start, max(body_start, end)))
            for (heading, body_start, kind), end in zip(heads, ends, strict=True)
        ]

    def _heads(self, text: str, span: Span) -> Iterator[tuple[Span, int, StatementKind | None]]:
        for match in _LINE.finditer(text, span.start, span.end):
            line = match.group()
            whole = self._known(line)
            if whole is not None:
                yield Span(match.start(), match.end()), match.end(), whole[0]
                continue
            opening = _NUMBERING.sub("", line)
            inline = _INLINE.match(opening)
            known = self._known(inline.group(1)) if inline else None
            if inline and known is not None:
                at = match.start() + len(line) - len(opening)
                yield Span(at, at + inline.end(1)), at + inline.end(), known[0]

    def _known(self, line: str) -> tuple[StatementKind | None] | None:
        if len(line) > _LONGEST_HEADING:
            return None
        words = _TAIL.sub("", _NUMBERING.sub("", fold(line))).strip()
        if words in self._kinds:
            return (self._kinds[words],)
        if len(words) < _FUZZY_FROM:
            return None
        return self._nearest(words)

    def _nearest(self, words: str) -> tuple[StatementKind | None] | None:
        near = process.extractOne(
            words, list(self._kinds), scorer=fuzz.ratio, score_cutoff=_CLOSE_ENOUGH
        )
        return None if near is None else (self._kinds[near[0]],)


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
