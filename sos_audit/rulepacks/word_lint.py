"""What a careful editor would say of a pack's word lists."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from sos_audit.casefile import Voice
from sos_audit.errors import Problem
from sos_audit.reading.fold import fold
from sos_audit.reading.tokens import tokenize
from sos_audit.rulepacks.problems import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence
    from pathlib import Path

    from sos_audit.rulepacks.layers import Layer

_PEOPLE = frozenset(f"people_{who}" for who in (*Voice, "nobody"))
"""The lists that say who somebody is; a word can stand for one of them only."""


class Word(NamedTuple):
    """An entry of a word list and where it stands."""

    text: str
    file: Path
    line: int

    def problem(self, message: str, hint: str | None = None) -> Problem:
        """Complain about the entry."""
        return Problem(f"{self.text!r} {message}", str(self.file), self.line, hint)


def lint_words(held: Sequence[Layer]) -> Iterator[Problem]:
    """Every mistake in the word lists in force."""
    yield from _unread_lists(held)
    lists = _in_force(held)
    for words in lists.values():
        yield from _repeated(words)
        for word in words:
            yield from _mistakes(word)
    yield from _of_two_people(lists)


def _in_force(held: Sequence[Layer]) -> Mapping[str, list[Word]]:
    """Each list by name, as its topmost layer writes it."""
    files = {file.stem: file for layer in held for file in _files(layer)}
    return {name: list(_words(file)) for name, file in sorted(files.items())}


def _files(layer: Layer) -> list[Path]:
    return sorted((layer.folder / "words").glob("*.txt"))


def _words(file: Path) -> Iterator[Word]:
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        text = line.strip()
        if text and not text.startswith("#"):
            yield Word(text, file, number)


def _unread_lists(held: Sequence[Layer]) -> Iterator[Problem]:
    """An overlay's list that the pack below does not have: nothing would look it up."""
    known = {file.stem for file in _files(held[0])}
    for layer in held[1:]:
        for file in _files(layer):
            if file.stem not in known:
                message = "no list of this name is ever looked up"
                yield Problem(message, str(file), hint=did_you_mean(file.stem, known))


def _repeated(words: Sequence[Word]) -> Iterator[Problem]:
    seen: dict[str, Word] = {}
    for word in words:
        first = seen.setdefault(fold(word.text), word)
        if first is not word:
            yield word.problem("stands here a second time", f"the first is in line {first.line}")


def _mistakes(word: Word) -> Iterator[Problem]:
    if not tokenize(word.text):
        yield word.problem("holds no word, number or mark")
    if fold(word.text) != word.text:
        hint = f"write {fold(word.text)!r}"
        yield word.problem("is compared in small letters with plain quotes and dashes", hint)
    if "#" in word.text:
        yield word.problem("holds a comment", "give a comment a line of its own")
    first, _, rest = word.text.partition(" ")
    if "+" in first[:-1] + rest and len(word.text) > 1:
        yield word.problem("never matches", "only the first word takes a + for its other forms")


def _of_two_people(lists: Mapping[str, Collection[Word]]) -> Iterator[Problem]:
    """A word that would stand for two sorts of people."""
    people = {name: words for name, words in lists.items() if name in _PEOPLE}
    for one, other in combinations(people, 2):
        known = {fold(word.text) for word in people[one]}
        for word in people[other]:
            if fold(word.text) in known:
                yield word.problem(f"stands in {one}.txt too", "keep one of them")
