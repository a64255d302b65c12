"""Several statements in one place: numbered or bulleted items cut apart."""

import re

from sos_audit.casefile import Span

_ITEM = re.compile(
    r"^[ \t]*(?:(?:danger|worry|goal|safety goal|statement|ds|sg|harm)\s*(?:statement|goal)?\s*)?"
    r"(?:\(?\d{1,2}[.):]|\(?[a-e][.)]|[•*]|[-–](?=\s))\s*",
    re.IGNORECASE | re.MULTILINE,
)
_FEWEST = 2


def items(text: str, span: Span) -> list[Span]:
    """The items of a list, or the whole span where there is no list.

    A lead-in before the first item belongs to no item; a list needs at least two.
    """
    starts = [match.end() for match in _ITEM.finditer(text, span.start, span.end)]
    heads = [match.start() for match in _ITEM.finditer(text, span.start, span.end)]
    if len(starts) < _FEWEST or heads[0] != span.start:
        return [span]
    ends = [*heads[1:], span.end]
    found = [_trimmed(text, start, end) for start, end in zip(starts, ends, strict=True)]
    return [item for item in found if item.end > item.start]


def _trimmed(text: str, start: int, end: int) -> Span:
    stripped = text[start:end].rstrip()
    return Span(start, start + len(stripped))
