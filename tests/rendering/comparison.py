"""What must be the same about a case file, whichever system it was exported from."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from sos_audit.casefile import CaseFile, Document


class Words(NamedTuple):
    """An answer by its words, wherever they lie in the text."""

    question: str | None
    code: str | None
    kind: str | None
    row: str | None
    words: str
    number: float | None
    date: dt.date | None


class Essence(NamedTuple):
    """A document without its id and title, which systems make up for themselves."""

    kind: str
    date: dt.date | None
    recorded_at: dt.date | None
    author: str | None
    status: str | None
    subjects: tuple[str, ...]
    blocks: tuple[str, ...]
    answers: tuple[Words, ...]


def essence_of(document: Document) -> Essence:
    """A form's blocks in any order, a note's text as it stands."""
    blocks = document.text.split("\n\n")
    return Essence(
        kind=str(document.kind),
        date=document.date,
        recorded_at=document.recorded_at,
        author=document.author.name if document.author else None,
        status=document.status,
        subjects=tuple(sorted(document.subjects)),
        blocks=tuple(sorted(blocks) if document.answers else blocks),
        answers=tuple(sorted(_answers(document), key=repr)),
    )


def _answers(document: Document) -> Iterable[Words]:
    return (
        Words(
            answer.question,
            answer.code,
            answer.kind,
            answer.row,
            answer.span.of(document.text),
            answer.number,
            answer.date,
        )
        for answer in document.answers
    )


def documents_by_child(cases: Iterable[CaseFile]) -> dict[str, list[Essence]]:
    """Every child's documents, in an order of their content."""
    return {case.child.id: sorted(map(essence_of, case.documents), key=repr) for case in cases}
