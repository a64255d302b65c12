"""Which words of an export are ordinary ones, and which may be names that no field holds."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from sos_audit.disclosure.names import PARTICLES, TITLES, WORD, plain, without_possessive

if TYPE_CHECKING:
    from collections.abc import Callable


class WordCount:
    """Counts words written small and capital, in all narrative."""

    def __init__(self) -> None:
        self._small: Counter[str] = Counter()
        self._capital: Counter[str] = Counter()
        self._inside: set[str] = set()
        self._opening: dict[str, set[str]] = {}

    def add(self, text: str) -> None:
        """Count the words of a text."""
        for found in WORD.finditer(text):
            bare = without_possessive(found.group())
            word = plain(bare)
            if bare[0].islower():
                self._small[word] += 1
                continue
            self._capital[word] += 1
            if len(bare) < 3 or bare.isupper():
                continue
            if not _opens(text, found.start()):
                self._inside.add(word)
            elif following := _FOLLOWING.match(text, found.end()):
                self._opening.setdefault(word, set()).add(plain(following.group(1) or ""))

    @property
    def mostly_small(self) -> set[str]:
        """The words that are more often written small."""
        return {word for word, times in self._small.items() if times > self._capital[word]}

    def doubtful(self, knows: Callable[[str], bool]) -> set[str]:
        """Words written capital within a sentence, and small nowhere: names, perhaps.

        So is one that opens a sentence before a known name, another of these or a bracket.
        """
        found = self._inside - set(self._small)
        for word, following in self._opening.items():
            named = any(not after or after in found or knows(after) for after in following)
            if word not in self._small and named:
                found.add(word)
        return found - PARTICLES - TITLES - _KNOWN


_FOLLOWING = re.compile(rf" (?:\(|({WORD.pattern}))")


def _opens(text: str, at: int) -> bool:
    """Whether a word begins a sentence, a line or a quotation."""
    before = text[max(0, at - 4) : at]
    return not _INITIAL.search(before) and (at == 0 or _OPENING.search(before) is not None)


_INITIAL = re.compile(r"(?<!\w)[A-Z]\.\s?$")


_OPENING = re.compile(r"(?:[.!?:;\n\"“‘'•*>–-]\s*|^\s*)$")
"""What stands before the first word of a sentence or line, which is capital anyway."""

_KNOWN = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june"
    " july august september october november december christmas easter ramadan eid diwali english"
    " british welsh irish scottish polish bengali somali sylheti igbo yoruba urdu punjabi romanian"
    " england wales scotland ireland poland somalia nigeria bangladesh signs safety mum dad mummy"
    " daddy nan nana nanny gran grandad grandma grandpa auntie uncle".split()
)
