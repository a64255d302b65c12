"""Cut HTML into words, characters, white space and tags, each with its place in the raw text.

What a piece means never depends on what lies before it, and a piece of text never turns into
mark-up because the raw text ends behind it. That is why any quote's raw text renders to the same
quote. Malformed mark-up never raises and every character is looked at a bounded number of times.
"""

import re
from collections.abc import Iterator
from enum import Enum, auto
from html import unescape
from html.entities import html5
from typing import NamedTuple


class Piece(Enum):
    """What a token is."""

    TEXT = auto()
    CHARACTER = auto()
    SPACE = auto()
    TAG = auto()
    NOTHING = auto()


class Token(NamedTuple):
    """A piece of ``raw[start:end]``; `value` is a tag's name or a character's meaning."""

    piece: Piece
    start: int
    end: int
    value: str = ""


UNSEEN_ELEMENTS = frozenset({"script", "style", "title", "xml"})
"""Elements whose content a browser, or the word processor it was pasted from, never shows."""

MAX_QUOTED_VALUES = 100
"""A tag with more quoted attribute values than this is not taken for one."""

_CONTROL = r"\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f"
_WORD = rf"(?:[^<&_\s{_CONTROL}]++|_(?!x000D_))++"
_RUN = re.compile(
    rf"(?P<text>{_WORD}(?:[ ]{_WORD})*+)|(?P<space>(?:\s|_x000D_)++)|(?P<nothing>[{_CONTROL}]++)"
)
_UNSEEN = re.compile(f"[{_CONTROL}]")
_TAG_NAME = re.compile(r"</?([A-Za-z][A-Za-z0-9:_-]*+)")
_CERTAIN_TAG = re.compile(r"<(?:/[A-Za-z]|[!?]|[A-Za-z][\w:-]*+\s++[\w:-]++\s*+=)")
_IN_TAG = re.compile(r"[<>\"']")
_ANGLE = re.compile(r"[<>]")
_UNSEEN_END = {name: re.compile(f"</{name}", re.IGNORECASE) for name in UNSEEN_ELEMENTS}

_NUMBER = r"#[0-9]{1,10}|#[xX][0-9a-fA-F]{1,8}"
_ENTITY = re.compile(rf"&(?:amp;)*({_NUMBER}|[A-Za-z][A-Za-z0-9]{{0,31}});")
_ESCAPED_AMPERSAND = re.compile(r"&(?:amp;)+")
_UNFINISHED_ENTITY = re.compile(r"&(amp|lt|gt|quot|nbsp)")


def tokens(raw: str) -> Iterator[Token]:
    """Cut the raw text into tokens that follow each other without a gap."""
    at = 0
    while at < len(raw):
        token = _token(raw, at)
        yield token
        at = token.end


def _token(raw: str, at: int) -> Token:
    if raw[at] == "<":
        return _tag(raw, at)
    if raw[at] == "&":
        return _entity(raw, at)
    run = _RUN.match(raw, at)
    if run is None:
        return Token(Piece.TEXT, at, at + 1)
    if run["text"] is not None:
        return Token(Piece.TEXT, at, run.end())
    return Token(Piece.NOTHING if run["space"] is None else Piece.SPACE, at, run.end())


def _tag(raw: str, at: int) -> Token:
    if raw.startswith("<!--", at):
        return Token(Piece.NOTHING, at, _after(raw, "-->", at + 2))
    end = _tag_end(raw, at)
    if end is None:
        return Token(Piece.TEXT, at, at + 1)
    name = _TAG_NAME.match(raw, at)
    if name is None:
        return Token(Piece.NOTHING, at, end)
    value = name[1].lower()
    if raw[at + 1] == "/":
        return Token(Piece.TAG, at, end, f"/{value}")
    if value in UNSEEN_ELEMENTS and raw[end - 2] != "/":
        return Token(Piece.NOTHING, at, _unseen_end(raw, value, end))
    return Token(Piece.TAG, at, end, value)


def _tag_end(raw: str, at: int) -> int | None:
    """Where the tag at `at` ends, or None if its ``<`` is only a character."""
    if _TAG_NAME.match(raw, at) and (end := _closed_tag_end(raw, at)):
        return end
    if not _CERTAIN_TAG.match(raw, at):
        return None
    angle = _ANGLE.search(raw, at + 1)
    if angle is None:
        return len(raw)
    return angle.start() if angle[0] == "<" else angle.end()


def _closed_tag_end(raw: str, at: int) -> int | None:
    """Where a tag with its ``>`` ends, which may also stand inside quoted values before it."""
    at += 1
    for _ in range(MAX_QUOTED_VALUES):
        mark = _IN_TAG.search(raw, at)
        if mark is None or mark[0] == "<":
            return None
        if mark[0] == ">":
            return mark.end()
        closing = raw.find(mark[0], mark.end())
        if closing < 0:
            return None
        at = closing + 1
    return None


def _unseen_end(raw: str, name: str, at: int) -> int:
    end = _UNSEEN_END[name].search(raw, at)
    return len(raw) if end is None else end.start()


def _after(raw: str, mark: str, at: int) -> int:
    found = raw.find(mark, at)
    return len(raw) if found < 0 else found + len(mark)


def _entity(raw: str, at: int) -> Token:
    entity = _ENTITY.match(raw, at)
    if entity and (meaning := _meaning(entity[1])) is not None:
        return _character(meaning, at, entity.end())
    if ampersand := _ESCAPED_AMPERSAND.match(raw, at):
        return _character("&", at, ampersand.end())
    if unfinished := _UNFINISHED_ENTITY.match(raw, at):
        return _character(html5[f"{unfinished[1]};"], at, unfinished.end())
    return Token(Piece.TEXT, at, at + 1)


def _meaning(name: str) -> str | None:
    """The character an entity stands for, "" for one that cannot be seen, None if unknown."""
    if name.startswith("#"):
        return unescape(f"&{name};")
    meaning = html5.get(f"{name};", "")
    return meaning if len(meaning) == 1 else None


def _character(meaning: str, start: int, end: int) -> Token:
    if not meaning or _UNSEEN.match(meaning):
        return Token(Piece.NOTHING, start, end)
    piece = Piece.SPACE if meaning.isspace() else Piece.CHARACTER
    return Token(piece, start, end, meaning)
