"""Forms and case notes of the plain layout."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from sos_audit.adapters.forms import AnswerRow, assemble, parts_of
from sos_audit.adapters.tabular.contract import ANSWERS, NOTES
from sos_audit.adapters.tabular.subjects import DOCUMENT_IDS, subjects_of
from sos_audit.adapters.text import readable
from sos_audit.casefile import Author, Document, DocumentKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sos_audit.adapters.cells import Cells
    from sos_audit.adapters.restriction import Gate
    from sos_audit.adapters.table_export import TableExport
    from sos_audit.adapters.tabular.subjects import Subjects


class Documents:
    """Reads the documents of one child after the other."""

    def __init__(self, export: TableExport, subjects: Subjects, gate: Gate) -> None:
        self._export = export
        self._subjects = subjects
        self._gate = gate

    def of_child(self, child_id: str) -> tuple[Document, ...]:
        """The child's documents, by date."""
        found = [
            document
            for table, read in ((ANSWERS, self._forms), (NOTES, self._notes))
            for document_id in self._subjects.documents(table, child_id)
            for document in read(document_id)
            if child_id in document.subjects
        ]
        return tuple(sorted(found, key=lambda d: (d.date or dt.date.min, d.id)))

    def _admitted(self, table: str, document_id: str) -> tuple[list[Cells], tuple[str, ...]] | None:
        """The rows of a document and its subjects, unless it must not be shown."""
        rows = list(self._export.rows_for(table, DOCUMENT_IDS[table], document_id))
        subjects = sorted(frozenset().union(*(subjects_of(row, table) for row in rows)))
        for status in {row.text("status") for row in rows}:
            if not self._gate.admits_document(f"{table}:{document_id}", subjects, status=status):
                return None
        return rows, tuple(subjects)

    def _forms(self, form_id: str) -> Iterator[Document]:
        admitted = self._admitted(ANSWERS, form_id)
        if admitted is None:
            return
        rows, _ = admitted
        first, mapping, report = rows[0], self._export.mapping, self._export.report
        name = first.text("form_name")
        kind = mapping.form_kind(name)
        if kind is None:
            report.unmap("form", name or "")
        for part in parts_of((subjects_of(row, ANSWERS), _answer(row)) for row in rows):
            form = assemble(part.rows, mapping, report)
            yield Document(
                id=f"form:{form_id}{part.suffix}",
                kind=kind or DocumentKind.OTHER,
                title=first.text("title") or name,
                date=first.date("form_date"),
                text=form.text,
                answers=form.answers,
                subjects=part.subjects,
                scale=form.scale,
                recorded_at=first.date("recorded_at"),
                edited_at=first.date("edited_at"),
                author=_author(first),
                status=first.text("status"),
                version_of=_version_of(first, "form"),
                ai_drafted=first.flag("ai_drafted") or False,
            )

    def _notes(self, note_id: str) -> Iterator[Document]:
        admitted = self._admitted(NOTES, note_id)
        if admitted is None:
            return
        rows, subjects = admitted
        first = rows[0]
        code = first.text("type")
        note = self._export.mapping.note(code)
        if note.kind is None:
            self._export.report.unmap("note type", code or "")
        raw = first.narrative("text")
        shown = readable(raw, note.format)
        changed = shown.text != raw
        yield Document(
            id=f"note:{note_id}",
            kind=note.kind or DocumentKind.CASE_NOTE,
            title=first.text("title"),
            date=first.date("date"),
            text=shown.text,
            subjects=subjects,
            format=note.format,
            raw=raw if changed else None,
            source_map=shown.source_map if changed else None,
            recorded_at=first.date("recorded_at"),
            edited_at=first.date("edited_at"),
            author=_author(first),
            status=first.text("status"),
            version_of=_version_of(first, "note"),
            ai_drafted=first.flag("ai_drafted") or False,
        )


def _answer(row: Cells) -> AnswerRow:
    return AnswerRow(
        code=row.text("question_code"),
        question=row.text("question"),
        text=row.narrative("answer"),
        row=row.id("row_id"),
        date=row.date("answer_date"),
    )


def _version_of(row: Cells, kind: str) -> str | None:
    newest = row.id("version_of")
    return None if newest is None else f"{kind}:{newest}"


def _author(row: Cells) -> Author | None:
    author = Author(row.text("author"), row.text("author_role"))
    return author if any(author) else None
