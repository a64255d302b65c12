"""Narrative with everything known put in other words, and a count of what is not known."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from sos_audit.disclosure.dates import shifted_dates
from sos_audit.disclosure.names import TITLES, WORD, plain, without_possessive

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from collections.abc import Set as AbstractSet

    from sos_audit.disclosure.key import Key
    from sos_audit.disclosure.names import NameBook


class Edit(NamedTuple):
    """A passage and what is written in its place."""

    start: int
    end: int
    text: str


class Scrubbed(NamedTuple):
    """The new text, the edits that made it, and how many words may be names still."""

    text: str
    edits: tuple[Edit, ...]
    unknown: int

    def place(self, at: int) -> int:
        """Where a place of the old text lies in the new one."""
        moved = 0
        for start, end, text in self.edits:
            if end <= at:
                moved += len(text) - (end - start)
            elif start < at:
                return start + moved + min(at - start, len(text))
        return at + moved


class Scrubber:
    """Rewrites one text after the other under one key."""

    def __init__(
        self,
        key: Key,
        names: NameBook,
        *,
        ids: AbstractSet[str] = frozenset(),
        doubtful: AbstractSet[str] = frozenset(),
        keep_doubtful: bool = False,
    ) -> None:
        """`ids` are people's ids; `doubtful` words may be names that no field holds."""
        self._key = key
        self._names = names
        self._ids = {found for found in ids if len(found) >= _SHORTEST_ID}
        self._doubtful = doubtful
        self._keep = keep_doubtful

    def scrub(self, text: str, year: int) -> Scrubbed:
        """Rewrite a text; `year` is that of its date, for dates without one."""
        edits: list[Edit] = []
        for find in (self._numbers, lambda t: self._dates(t, year), self._people):
            edits = _merged(edits, find(text))
        unknown = 0
        for start, end, word in self._unknown(text, edits):
            unknown += 1
            if not self._keep:
                edits = _merged(edits, [Edit(start, end, self._names.stand_in(word))])
        edits.sort()
        return Scrubbed(_applied(text, edits), tuple(edits), unknown)

    def _numbers(self, text: str) -> Iterator[Edit]:
        for pattern, replace in self._PATTERNS:
            for found in pattern.finditer(text):
                new = replace(self, found.group())
                if new is not None:
                    yield Edit(*found.span(), new)

    def _dates(self, text: str, year: int) -> Iterator[Edit]:
        return (Edit(*found) for found in shifted_dates(text, self._key.weeks, year))

    def _people(self, text: str) -> Iterator[Edit]:
        words = list(WORD.finditer(text))
        for at, found in enumerate(words):
            word = found.group()
            if self._names.knows(word):
                yield Edit(*found.span(), self._names.stand_in(word))
                if at and _is_initial(text, words[at - 1], found):
                    letter = words[at - 1].group()
                    yield Edit(*words[at - 1].span(), self._names.initial(letter))
            elif self._is_titled(text, words, at):
                yield Edit(*found.span(), self._names.stand_in(word))
            elif initials := self._names.initials(without_possessive(word)):
                yield Edit(found.start(), found.start() + len(initials), initials)
        for found in _DOTTED.finditer(text):
            letters = re.sub(r"[\s.]", "", found.group())
            if initials := self._names.initials(letters):
                yield Edit(*found.span(), ".".join(initials) + ".")

    def _is_titled(self, text: str, words: list[re.Match[str]], at: int) -> bool:
        """Whether the word follows a title, or another word that does: Ms Farida Haque."""
        word = words[at].group()
        if not word[0].isupper() or len(word) < 2:
            return False
        for back in (1, 2):
            if at < back or not _is_close(text, words[at - 1], words[at]):
                return False
            before = words[at - back].group()
            if plain(before) in TITLES and before[0].isupper():
                return True
            if back == 1 and (not before[0].isupper() or not _is_close_two(text, words, at)):
                return False
        return False

    def _unknown(self, text: str, edits: list[Edit]) -> list[tuple[int, int, str]]:
        """Capitalised words that may be names, where nothing else was found."""
        return [
            (*found.span(), found.group())
            for found in WORD.finditer(text)
            if found.group()[0].isupper()
            and plain(without_possessive(found.group())) in self._doubtful
            and all(found.end() <= edit.start or found.start() >= edit.end for edit in edits)
        ]

    def _phone(self, number: str) -> str | None:
        digits = re.sub(r"\D", "", number)
        return f"07700 900{self._key.number('phone', digits, 1000):03d}"

    def _email(self, address: str) -> str:
        return f"person{self._key.number('email', address.casefold(), 10**6):06d}@example.org"

    def _postcode(self, code: str) -> str:
        return f"ZZ{self._key.number('postcode', code.upper().replace(' ', ''), 90) + 10} 1ZZ"

    def _nhs(self, number: str) -> str | None:
        digits = re.sub(r"\D", "", number)
        if not _is_nhs(digits):
            return None
        return f"999 {self._key.number('nhs', digits, 10**7):07d}"

    def _street(self, address: str) -> str:
        place = self._key.number("street", address.casefold(), 10**4)
        return f"{place % 90 + 1} Example Road"

    def _id(self, number: str) -> str | None:
        return self._key.person_id(number) if number in self._ids else None

    _PATTERNS: tuple[tuple[re.Pattern[str], Callable[[Scrubber, str], str | None]], ...] = (
        (re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"), _email),
        (re.compile(r"(?<!\d)\d{3}[ -]?\d{3}[ -]?\d{4}(?!\d)"), _nhs),
        (
            re.compile(r"(?<![\d/])(?:\+44\s?(?:\(0\)\s?)?|\(?0)[1-9](?:[\s()-]?\d){8,9}(?!\d)"),
            _phone,
        ),
        (re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}\b", re.IGNORECASE), _postcode),
        (
            re.compile(
                r"\b(?:[Ff]lat \d+\w?,? )?\d{1,4}[A-Za-z]?,? (?:[A-Z][\w'’-]+ ){1,3}"
                r"(?:Road|Rd|Street|St|Avenue|Ave|Lane|Close|Drive|Way|Court|Crescent|Place|Terrace"
                r"|Gardens|Grove|Walk|Hill|Row|Square|Green|Park|View|Alley)\b"
            ),
            _street,
        ),
        (re.compile(r"(?<![\w.])\w*\d\w*(?![\w])"), _id),
    )


def _merged(edits: list[Edit], found: Iterable[Edit]) -> list[Edit]:
    """Earlier edits count; a later one that touches one of them is left out."""
    kept = list(edits)
    for edit in found:
        if all(edit.end <= other.start or edit.start >= other.end for other in kept):
            kept.append(edit)
    return kept


def _applied(text: str, edits: list[Edit]) -> str:
    pieces, at = [], 0
    for start, end, new in edits:
        pieces += [text[at:start], new]
        at = end
    return "".join([*pieces, text[at:]])


def _is_close(text: str, one: re.Match[str], other: re.Match[str]) -> bool:
    return text[one.end() : other.start()] in {" ", ". ", "-", "\u00a0"}


def _is_initial(text: str, one: re.Match[str], other: re.Match[str]) -> bool:
    return (
        len(one.group()) == 1
        and one.group() not in {"A", "I"}
        and one.group().isupper()
        and (_is_close(text, one, other))
    )


def _is_close_two(text: str, words: list[re.Match[str]], at: int) -> bool:
    return at >= 2 and _is_close(text, words[at - 2], words[at - 1])


def _is_nhs(digits: str) -> bool:
    """Whether ten digits carry the check digit of an NHS number."""
    if len(digits) != 10:
        return False
    total = sum(
        int(digit) * weight for digit, weight in zip(digits, range(10, 1, -1), strict=False)
    )
    return (11 - total % 11) % 11 == int(digits[9])


_DOTTED = re.compile(r"(?<!\w)(?:[A-Z]\.\s?){2,3}(?!\w)")

_SHORTEST_ID = 4
"""Characters; a shorter number in a text is a score or an age, not somebody's id."""
