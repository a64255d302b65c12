"""The text of a form, made from its answers in an order that rows in a file cannot change.

Systems store a form as one row an answer. Every adapter puts them together here, so that the same
form gives the same text, answers and spans whatever system it came from.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from sos_audit.adapters.mapping.lookup import fold
from sos_audit.adapters.text import readable
from sos_audit.casefile import Answer, Span, StatementKind, TextFormat

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from sos_audit.adapters.load_report import LoadReport
    from sos_audit.adapters.mapping import Mapping, Question
    from sos_audit.casefile import ScaleDeclaration


class AnswerRow(NamedTuple):
    """One answer as exported; `row` tells the rows of a repeating table apart."""

    code: str | None
    question: str | None
    text: str
    row: str | None = None
    number: float | None = None
    date: dt.date | None = None

    @property
    def label(self) -> str:
        """What the export calls the question."""
        return self.code or self.question or ""


class Part(NamedTuple):
    """The answers of a form that are about the same children; `suffix` tells parts apart."""

    suffix: str
    subjects: tuple[str, ...]
    rows: tuple[AnswerRow, ...]


def parts_of(rows: Iterable[tuple[frozenset[str], AnswerRow]]) -> list[Part]:
    """Divide a family's form into what is about all its children and what is about some.

    A row given once for each child is one row about all of them.
    """
    about: dict[AnswerRow, frozenset[str]] = {}
    for subjects, row in rows:
        about[row] = about.get(row, frozenset()) | subjects
    everyone = frozenset().union(*about.values())
    groups: dict[frozenset[str], list[AnswerRow]] = {}
    for row, subjects in about.items():
        groups.setdefault(subjects, []).append(row)
    whole = len(groups) == 1
    return [
        Part(
            suffix="" if whole or subjects == everyone else ":" + "+".join(sorted(subjects)),
            subjects=tuple(sorted(subjects)),
            rows=tuple(answers),
        )
        for subjects, answers in sorted(groups.items(), key=lambda group: sorted(group[0]))
    ]


class FormText(NamedTuple):
    """A form put together: its text, where each answer lies in it, and its scale if declared."""

    text: str
    answers: tuple[Answer, ...]
    scale: ScaleDeclaration | None


def assemble(rows: Iterable[AnswerRow], mapping: Mapping, report: LoadReport) -> FormText:
    """Put a form's answers together: in the mapping's order, then by row, then by wording.

    A row that stands twice counts once. An answer to a question that the mapping does not know
    is kept, without a kind, and counted.
    """
    blocks = [block for row in dict.fromkeys(rows) if (block := _block(row, mapping)).words]
    blocks.sort(key=_order)
    numbers = _row_numbers([block.row for block in blocks])
    text, answers = "", []
    for block in blocks:
        if block.question is None:
            report.unmap("question", block.row.label)
        heading = f"{block.heading}\n" if block.heading else ""
        text = f"{text}\n\n{heading}" if text else heading
        answers.append(_answer(block, len(text), numbers))
        text += block.words
    return FormText(text, tuple(answers), _scale(block.question for block in blocks))


class _Block(NamedTuple):
    """An answer with what the mapping knows of its question and its readable words."""

    row: AnswerRow
    question: Question | None
    words: str

    @property
    def heading(self) -> str | None:
        return self.row.question or (None if self.question is None else self.question.text)

    @property
    def kind(self) -> StatementKind | None:
        return None if self.question is None else self.question.kind


def _block(row: AnswerRow, mapping: Mapping) -> _Block:
    question = mapping.question(row.code, row.question)
    text_format = TextFormat.PLAIN if question is None else question.format
    return _Block(row, question, readable(row.text, text_format).text.strip() or _value(row))


def _value(row: AnswerRow) -> str:
    """A bare number or date, written out."""
    if row.number is not None:
        return f"{row.number:g}"
    return "" if row.date is None else f"{row.date:%d/%m/%Y}"


def _answer(block: _Block, start: int, numbers: dict[tuple[str, str], str]) -> Answer:
    return Answer(
        span=Span(start, start + len(block.words)),
        question=block.heading,
        code=block.row.code,
        kind=block.kind,
        row=numbers.get(_row_key(block.row)),
        number=_number(block),
        date=block.row.date,
    )


def _number(block: _Block) -> float | None:
    """The number field; a scale's answer that is a number and nothing else counts as one."""
    if block.row.number is not None or block.kind is not StatementKind.SCALE:
        return block.row.number
    return float(block.words) if re.fullmatch(r"[0-9]{1,3}(\.[0-9]+)?", block.words) else None


def _order(block: _Block) -> tuple[object, ...]:
    """Known questions as the mapping lists them, then unknown ones; each by row."""
    row = block.row
    known, position = (1, 0) if block.question is None else (0, block.question.position)
    name = "" if block.question else fold(row.label)
    return known, position, name, _numeric(row.row), row.label, block.words


def _numeric(row: str | None) -> tuple[int, str]:
    """Sort rows as numbers where they are numbers; ids of any length compare the same way."""
    digits = (row or "").strip()
    return (len(digits), digits) if digits.isdecimal() else (0, digits)


def _row_key(row: AnswerRow) -> tuple[str, str]:
    return row.label, row.row or ""


def _row_numbers(rows: list[AnswerRow]) -> dict[tuple[str, str], str]:
    """Number the rows of repeated questions from 1: row ids differ between exports.

    Rows that hold any repeated question are numbered together, so that the answers of one row of
    a repeating table keep the same number.
    """
    keys = [_row_key(row) for row in rows]
    times = Counter(label for label, _ in keys)
    repeated = sorted({row for label, row in keys if times[label] > 1}, key=_numeric)
    number = {row: str(at) for at, row in enumerate(repeated, 1)}
    return {key: number[key[1]] for key in keys if times[key[0]] > 1}


def _scale(questions: Iterable[Question | None]) -> ScaleDeclaration | None:
    """The one scale that the form's questions declare; two different ones declare nothing."""
    declared = {question.scale for question in questions if question is not None and question.scale}
    return declared.pop() if len(declared) == 1 else None
