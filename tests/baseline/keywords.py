"""The kind of question that a word list can answer; registered for the baseline alone."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from sos_audit.casefile import Span, StatementKind
from sos_audit.checks.answers import Answer, CheckKind, Settings, looked_in, quoted
from sos_audit.findings import Outcome

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sos_audit.casefile import Document
    from sos_audit.checks import Inquiry

PACK = Path(__file__).parent / "keyword_pack"
_NUMBER = r"\d+(?:\.\d+)?"
_ENDINGS = "(?:e?s|e?d|ing)?"


class Keywords(Settings):
    """Met where words of `present` stand in each text, or where none of `absent` does.

    Fewer than `at_least` of them are partly. Without a list, anything but a filler is met.
    """

    statement: tuple[StatementKind, ...] = ()
    present: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    at_least: int = 1


def ask(settings: Keywords, inquiry: Inquiry) -> Answer:
    """One outcome for all texts of the kind together; without any, every document is looked in."""
    documents = inquiry.reading.documents
    texts = list(_texts(settings, documents))
    outcome = _judge(settings, "\n".join(span.of(document.text) for document, span in texts))
    evidence = tuple(quoted(document, span) for document, span in texts[:1])
    return Answer(outcome, "by keywords", evidence, looked_in(documents))


KIND = CheckKind("keywords", Keywords, ask, of_text=True)


def _texts(settings: Keywords, documents: tuple[Document, ...]) -> list[tuple[Document, Span]]:
    answered = [
        (document, answer.span)
        for document in documents
        for answer in document.answers
        if answer.kind in settings.statement
    ]
    return answered or [(document, Span(0, len(document.text))) for document in documents]


def _judge(settings: Keywords, text: str) -> Outcome:
    if is_filler(text):
        return Outcome.GAP
    if settings.present:
        count = sum(1 for name in settings.present for _ in found(name, text))
        if not count:
            return Outcome.GAP
        return Outcome.MET if count >= settings.at_least else Outcome.PARTLY
    hit = any(True for name in settings.absent for _ in found(name, text))
    return Outcome.GAP if hit else Outcome.MET


def is_filler(text: str) -> bool:
    """Whether a text is empty, or a filler and hardly more."""
    rest = text
    for match in found("boilerplate", text):
        rest = rest.replace(match.group(), "")
    return len(rest.split()) < (1 if rest == text else 3)


def found(name: str, text: str) -> Iterator[re.Match[str]]:
    """Where entries of a list stand in a text."""
    return _pattern(name).finditer(text)


@cache
def _pattern(name: str) -> re.Pattern[str]:
    """A list as one expression: N and M are numbers, words may have a plain ending."""
    entries = (PACK / "words" / f"{name}.txt").read_text(encoding="utf-8").split("\n")
    parts = "|".join(_entry(entry) for entry in sorted(entries, key=len, reverse=True) if entry)
    return re.compile(rf"(?<!\w)(?:{parts})(?!\w)", re.IGNORECASE)


def _entry(entry: str) -> str:
    written = re.sub(r"\b[NM]\b", lambda _: _NUMBER, re.escape(entry).replace(r"\ ", r"\s+"))
    plain = len(entry) > 3 and entry.isalpha()
    return written + (_ENDINGS if plain else "")
