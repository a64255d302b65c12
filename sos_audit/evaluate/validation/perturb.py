"""Changes to a text that should not change what is said of it."""

from __future__ import annotations

import random
import re
import struct
from dataclasses import replace
from functools import partial
from html import escape
from typing import TYPE_CHECKING, NamedTuple

from sos_audit.adapters.text import readable
from sos_audit.casefile import Family, TextFormat
from sos_audit.evaluate.validation.names import ORIGINS
from sos_audit.evaluate.validation.renaming import (
    names_of_family,
    names_of_statement,
    rename_family,
    rename_statement,
)
from sos_audit.evaluate.validation.rewriting import around, rewritten

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from sos_audit.engine.statement_v1 import StatementV1

_STRAIGHT = str.maketrans("\u2018\u2019\u201a\u201b\u201c\u201d\u201e\u201f", "'" * 4 + '"' * 4)
_TYPO_RATE = 0.01
_SHORTEST = 4
"""Letters of a word in which somebody mistypes; a slip in "no" or "he" is another word."""


class Perturbation(NamedTuple):
    """A named change, to a statement and to the case files of a family; None: not made of it."""

    name: str
    statement: Callable[[StatementV1], StatementV1] | None
    family: Callable[[Family], Family]
    origin: str | None = None


def perturbations(seed: int = 1) -> tuple[Perturbation, ...]:
    """All of them; the same seed makes the same typing errors."""
    return (
        *(_renaming(origin) for origin in ORIGINS),
        _of_text("straight quotes", straight),
        _of_text("typographic quotes", typographic),
        _SENTENCE_CASE,
        _of_text("lower case", str.lower),
        _of_text("upper case", str.upper),
        _of_text("1 % typing errors", lambda text: mistyped(text, seed)),
        _of_text("HTML", lambda text: readable(as_html(text), TextFormat.HTML).text),
        _of_text("RTF", lambda text: readable(as_rtf(text), TextFormat.RTF).text),
        Perturbation("documents reversed", None, _reversed),
        Perturbation("documents shuffled", None, lambda family: _shuffled(family, seed)),
    )


def straight(text: str) -> str:
    """Typographic quotation marks and apostrophes made straight."""
    return text.translate(_STRAIGHT)


def typographic(text: str) -> str:
    """Straight marks made typographic: opening ones after a space, a bracket or a dash."""
    for mark, opening, closing in (('"', "“", "”"), ("'", "‘", "’")):
        text = re.sub(rf"(?:(?<=^)|(?<=[\s(\[–—-])){mark}(?=\S)", opening, text)
        text = text.replace(mark, closing)
    return text


def sentence_case(text: str, names: Collection[str] = ()) -> str:
    """Small letters but for names, at the start of a sentence or a line, and for "I"."""
    small = re.sub(
        r"[^\W\d_]+(?:['’-][^\W\d_]+)*",
        lambda match: match.group() if match.group() in names else match.group().lower(),
        text,
    )
    return re.sub(
        r"(?:^|(?<=[.!?]\s)|(?<=\n))[^\W\d_]|\bi\b",
        lambda match: match.group().upper(),
        small,
    )


def mistyped(text: str, seed: int) -> str:
    """One letter in a hundred swapped with the next, left out or doubled."""
    draw = random.Random(f"{seed}:{text}")  # noqa: S311 - nothing secret
    return re.sub(
        rf"[^\W\d_]{{{_SHORTEST},}}", lambda match: _mistyped_word(match.group(), draw), text
    )


def _mistyped_word(word: str, draw: random.Random) -> str:
    for at in range(1, len(word) - 1):
        if draw.random() < _TYPO_RATE:
            swapped = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
            left_out = word[:at] + word[at + 1 :]
            doubled = word[:at] + word[at] + word[at:]
            return draw.choice((swapped, left_out, doubled))
    return word


def as_html(text: str) -> str:
    """The text as an editor in a browser would store it."""
    lines = (escape(line, quote=False) for line in text.split("\n"))
    return f"<div><p><span>{'<br />'.join(lines)}</span></p></div>"


def as_rtf(text: str) -> str:
    """The text as a rich text field would store it."""
    return "{\\rtf1\\ansi\\deff0 " + "".join(map(_rtf, text)) + "}"


def _rtf(character: str) -> str:
    if character in "\\{}":
        return f"\\{character}"
    if character == "\n":
        return "\\line "
    if ord(character) < 128:
        return character
    units = struct.iter_unpack("<h", character.encode("utf-16-le"))
    return "".join(f"\\u{unit}?" for (unit,) in units)


def _of_text(name: str, change: Callable[[str], str]) -> Perturbation:
    def statement(of: StatementV1) -> StatementV1:
        return of.model_copy(update={"text": around(of.text, change)})

    return Perturbation(name, statement, lambda of: _in_documents(of, change))


def _in_documents(family: Family, change: Callable[[str], str]) -> Family:
    return Family(
        tuple(
            replace(case, documents=tuple(rewritten(d, change) for d in case.documents))
            for case in family.cases
        )
    )


_SENTENCE_CASE = Perturbation(
    "sentence case",
    lambda of: of.model_copy(update={"text": sentence_case(of.text, names_of_statement(of))}),
    lambda of: _in_documents(of, partial(sentence_case, names=names_of_family(of))),
)


def _renaming(origin: str) -> Perturbation:
    return Perturbation(
        f"{origin} names",
        lambda statement: rename_statement(statement, origin),
        lambda family: rename_family(family, origin),
        origin,
    )


def _reversed(family: Family) -> Family:
    return Family(tuple(replace(case, documents=case.documents[::-1]) for case in family.cases))


def _shuffled(family: Family, seed: int) -> Family:
    def shuffled(key: str, count: int) -> list[int]:
        order = list(range(count))
        random.Random(f"{seed}:{key}").shuffle(order)  # noqa: S311 - nothing secret
        return order

    return Family(
        tuple(
            replace(
                case,
                documents=tuple(
                    case.documents[at] for at in shuffled(case.child.id, len(case.documents))
                ),
            )
            for case in family.cases
        )
    )
