"""Words, numbers and marks of a text, each with its place."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from sos_audit.casefile import Span
from sos_audit.reading.fold import fold

_TOKEN = re.compile(
    r"\d+(?:\.\d+)?"
    r"|(?:[^\W\d_]\.){2,}"
    r"|[odl]'[^\W\d_]{2,}"
    r"|[^\W\d_]+n't\b"
    r"|'(?:s|ll|re|ve|d|m)\b"
    r"|[^\W\d_]/[^\W\d_]\b"
    r"|[^\W\d_]+(?:-[^\W\d_]+)*"
    r"|\n|[^\w\s]|[\w]"
)

_ACRONYM = 3


class Token(NamedTuple):
    """One word, number or mark: folded text, place, and how it was written.

    `capital` is for a first letter, `acronym` for three or more letters all in capitals.
    """

    text: str
    start: int
    end: int
    capital: bool
    acronym: bool = False
    tags: frozenset[str] = frozenset()

    def has(self, *tags: str) -> bool:
        """Whether the token carries any of the tags."""
        return not self.tags.isdisjoint(tags)

    @property
    def is_word(self) -> bool:
        """Whether the token is made of letters."""
        return self.text[0].isalpha()

    @property
    def is_number(self) -> bool:
        """Whether the token is written in digits."""
        return self.text[0].isdecimal()


def tokenize(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """The tokens of ``text[start:end]``, untagged, with offsets into the whole text."""
    folded = fold(text)
    stop = len(text) if end is None else end
    return [
        Token(
            match.group(),
            match.start(),
            match.end(),
            text[match.start()].isupper(),
            match.end() - match.start() >= _ACRONYM and text[match.start() : match.end()].isupper(),
        )
        for match in _TOKEN.finditer(folded, start, stop)
    ]


def span_of(tokens: Iterable[Token]) -> Span:
    """The range from the first to the last token.

    Raises:
        ValueError: if there are no tokens.
    """
    held = list(tokens)
    if not held:
        raise ValueError("no tokens to span")
    return Span(held[0].start, held[-1].end)
