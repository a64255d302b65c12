"""Word lists as one token trie: every list is looked up in a single pass over the tokens."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from sos_audit.reading.inflect import forms
from sos_audit.reading.tokens import Token, tokenize


@dataclass(slots=True)
class _Node:
    """A place in the trie: the next words, and the lists that end here."""

    children: dict[str, "_Node"] = field(default_factory=dict)
    tags: frozenset[str] = frozenset()


class Lexicon:
    """Phrases by list name; a list's name is the tag its phrases give to tokens.

    An entry whose first word ends in ``+`` stands for all its regular inflections
    (``shout+ at``: shout, shouts, shouted, shouting at).
    """

    def __init__(self, lists: Mapping[str, Iterable[str]]) -> None:
        self._root = _Node()
        self._lists = {name: tuple(entries) for name, entries in lists.items()}
        for name, entries in self._lists.items():
            for entry in entries:
                for phrase in _phrases(entry):
                    self._add(phrase, name)

    @property
    def lists(self) -> Mapping[str, tuple[str, ...]]:
        """The entries as written, by list name."""
        return self._lists

    def tag(self, tokens: list[Token]) -> list[Token]:
        """The tokens with the tags of every phrase that covers them.

        At each place the longest phrase wins; shorter phrases inside it keep their own tags.
        """
        tags: list[set[str]] = [set() for _ in tokens]
        for at in range(len(tokens)):
            self._tag_from(tokens, at, tags)
        return [
            token._replace(tags=frozenset(found)) if found else token
            for token, found in zip(tokens, tags, strict=True)
        ]

    def _tag_from(self, tokens: list[Token], at: int, tags: list[set[str]]) -> None:
        node = self._root
        for last in range(at, len(tokens)):
            following = node.children.get(tokens[last].text)
            if following is None:
                return
            node = following
            for covered in range(at, last + 1):
                tags[covered].update(node.tags)

    def _add(self, phrase: str, tag: str) -> None:
        node = self._root
        for token in tokenize(phrase):
            node = node.children.setdefault(token.text, _Node())
        node.tags |= {tag}


def _phrases(entry: str) -> list[str]:
    first, _, rest = entry.partition(" ")
    if not first.endswith("+"):
        return [entry]
    return [f"{form} {rest}".rstrip() for form in forms(first[:-1])]
