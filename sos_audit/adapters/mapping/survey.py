"""What an export asks: every question of its forms with how often, where, and a few answers.

Made from the case files as they are read, so it is the same for every system, and what is withheld
from a case file is not in it either.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sos_audit.adapters.mapping.lookup import Mapping
    from sos_audit.casefile import Answer, CaseFile, Document

EXAMPLES = 3
EXAMPLE_LENGTH = 240
"""Answers kept for each question, and characters of each."""


@dataclass(slots=True)
class Asked:
    """A question as the export has it; `section` and `text` may come from a form's template."""

    code: str | None
    text: str | None
    times: int = 0
    numbers: int = 0
    section: str | None = None
    mapped: bool = False
    forms: Counter[str] = field(default_factory=Counter)
    examples: list[str] = field(default_factory=list)

    @property
    def label(self) -> str:
        """What people can find the question by."""
        return self.code or self.text or ""

    @property
    def is_numeric(self) -> bool:
        """Whether nearly every answer is a number on its own."""
        return self.numbers * 10 >= self.times * 8 > 0


class Survey:
    """Collects the questions of all case files."""

    def __init__(self, mapping: Mapping) -> None:
        self._mapping = mapping
        self._asked: dict[tuple[str | None, str | None], Asked] = {}
        self._shared: set[str] = set()

    def watch(self, cases: Iterable[CaseFile]) -> Iterator[CaseFile]:
        """Pass the case files on, noting what their forms ask."""
        for case in cases:
            for document in case.documents:
                if self._is_new(document):
                    self._note(document)
            yield case

    @property
    def questions(self) -> list[Asked]:
        """Every question, most frequent first."""
        return sorted(self._asked.values(), key=lambda asked: (-asked.times, asked.label))

    @property
    def unmapped(self) -> list[Asked]:
        """The questions that the mapping does not know, most frequent first."""
        return [asked for asked in self.questions if not asked.mapped]

    def _is_new(self, document: Document) -> bool:
        """A document about several children stands in several files and counts once."""
        if len(document.subjects) < 2:
            return True
        if document.id in self._shared:
            return False
        self._shared.add(document.id)
        return True

    def _note(self, document: Document) -> None:
        for answer in document.answers:
            asked = self._question(answer)
            words = answer.span.of(document.text)
            asked.times += 1
            asked.numbers += _is_number(words)
            asked.forms[document.title or str(document.kind)] += 1
            shown = _example(words)
            if len(asked.examples) < EXAMPLES and shown and shown not in asked.examples:
                asked.examples.append(shown)

    def _question(self, answer: Answer) -> Asked:
        key = (answer.code, None if answer.code else answer.question)
        asked = self._asked.get(key)
        if asked is None:
            mapped = self._mapping.question(answer.code, answer.question) is not None
            asked = self._asked[key] = Asked(answer.code, answer.question, mapped=mapped)
        return asked


def _is_number(words: str) -> bool:
    return re.fullmatch(r"\s*\d{1,2}(\.\d+)?\s*(/\s*10)?\s*", words) is not None


def _example(words: str) -> str:
    """The beginning of an answer, without mark-up."""
    plain = " ".join(re.sub(r"<[^<>]{1,200}>", " ", words).split())
    return plain if len(plain) <= EXAMPLE_LENGTH else plain[: EXAMPLE_LENGTH - 1].rstrip() + "…"
