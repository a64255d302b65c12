"""One document: readable text here, the system's own text in the interchange form."""

from __future__ import annotations

from sos_audit.adapters.text import readable
from sos_audit.casefile import Answer, Author, Document, ScaleDeclaration, Span
from sos_audit.casefile.v1 import AnswerV1, AuthorV1, DocumentV1, ScaleV1
from sos_audit.errors import RefusedInput


def document_from_v1(document: DocumentV1, place: str = "document") -> Document:
    """A document with its text made readable; `place` is what a refusal calls it.

    Raises:
        RefusedInput: when an answer lies outside the readable text.
    """
    shown = readable(document.text, document.format)
    changed = shown.text != document.text
    for at, answer in enumerate(document.answers):
        if not answer.start <= answer.end <= len(shown.text):
            raise RefusedInput(
                f"start {answer.start} and end {answer.end} do not lie in a readable text of "
                f"{len(shown.text)} code points",
                column=f"{place}.answers.{at}",
            )
    return Document(
        id=document.id,
        kind=document.kind,
        title=document.title,
        date=document.date,
        text=shown.text,
        answers=tuple(map(_answer, document.answers)),
        recorded_at=document.recorded_at,
        edited_at=document.edited_at,
        author=_author(document.author),
        status=document.status,
        version_of=document.version_of,
        subjects=document.subjects,
        ai_drafted=document.ai_drafted,
        format=document.format,
        raw=document.text if changed else None,
        source_map=shown.source_map if changed else None,
        scale=_scale(document.scale),
    )


def document_to_v1(document: Document) -> DocumentV1:
    """A document as exported, with the system's own text where there was mark-up."""
    return DocumentV1(
        id=document.id,
        kind=document.kind,
        title=document.title,
        date=document.date,
        recorded_at=document.recorded_at,
        edited_at=document.edited_at,
        author=_author_v1(document.author),
        status=document.status,
        version_of=document.version_of,
        subjects=document.subjects,
        ai_drafted=document.ai_drafted,
        format=document.format,
        text=document.text if document.raw is None else document.raw,
        answers=tuple(map(_answer_v1, document.answers)),
        scale=_scale_v1(document.scale),
    )


def _answer(answer: AnswerV1) -> Answer:
    return Answer(
        span=Span(answer.start, answer.end),
        question=answer.question,
        code=answer.code,
        kind=answer.kind,
        row=answer.row,
        number=answer.number,
        date=answer.date,
    )


def _answer_v1(answer: Answer) -> AnswerV1:
    return AnswerV1(
        question=answer.question,
        code=answer.code,
        kind=answer.kind,
        row=answer.row,
        start=answer.span.start,
        end=answer.span.end,
        number=answer.number,
        date=answer.date,
    )


def _author(author: AuthorV1 | None) -> Author | None:
    return None if author is None else Author(author.name, author.role)


def _author_v1(author: Author | None) -> AuthorV1 | None:
    return None if author is None else AuthorV1(name=author.name, role=author.role)


def _scale(scale: ScaleV1 | None) -> ScaleDeclaration | None:
    if scale is None:
        return None
    return ScaleDeclaration(scale.low, scale.high, scale.higher_is_safer)


def _scale_v1(scale: ScaleDeclaration | None) -> ScaleV1 | None:
    if scale is None:
        return None
    return ScaleV1(low=scale.low, high=scale.high, higher_is_safer=scale.higher_is_safer)
