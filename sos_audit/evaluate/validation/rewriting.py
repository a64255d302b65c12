"""Rewrites a document's text piece by piece, so that its answers stay where they belong."""

from __future__ import annotations

import itertools
from dataclasses import replace
from typing import TYPE_CHECKING

from sos_audit.casefile import Span

if TYPE_CHECKING:
    from collections.abc import Callable

    from sos_audit.casefile import Document


def rewritten(document: Document, change: Callable[[str], str]) -> Document:
    """The document with every piece between the bounds of its answers changed on its own.

    White space around a piece stays; the way back to the system's own text is given up.
    """
    bounds = {0, len(document.text)}
    for answer in document.answers:
        bounds |= {answer.span.start, answer.span.end}
    places = sorted(bounds)
    moved, text = {0: 0}, ""
    for start, end in itertools.pairwise(places):
        text += around(document.text[start:end], change)
        moved[end] = len(text)
    return replace(
        document,
        text=text,
        raw=None,
        source_map=None,
        answers=tuple(
            replace(a, span=Span(moved[a.span.start], moved[a.span.end])) for a in document.answers
        ),
    )


def around(text: str, change: Callable[[str], str]) -> str:
    """A text changed but for the white space around it."""
    core = text.strip()
    if not core:
        return text
    start = text.index(core)
    return text[:start] + change(core) + text[start + len(core) :]
