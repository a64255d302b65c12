"""Case notes; a note copied to several children is one document about all of them."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from sos_audit.adapters.text import readable
from sos_audit.casefile import Document, DocumentKind
from sos_audit_mosaic.contract import NOTE_TYPES, NOTES

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from sos_audit.adapters.cells import Cells
    from sos_audit.adapters.restriction import Gate
    from sos_audit.adapters.table_export import TableExport
    from sos_audit.casefile import Worker
    from sos_audit_mosaic.people import People


class Notes:
    """Reads the case notes of a child; which notes are copies is found once, from ids alone."""

    def __init__(self, tables: TableExport, people: People, gate: Gate) -> None:
        self._tables = tables
        self._people = people
        self._gate = gate
        self._originals: dict[str, str] = {}
        self._copies: defaultdict[str, set[str]] = defaultdict(set)
        self._find_copies()

    def of_child(self, child_id: str, workers: tuple[Worker, ...]) -> Iterator[Document]:
        """The child's notes, each once."""
        given: set[str] = set()
        for row in self._tables.rows_for(NOTES, "PERSON_ID", child_id):
            note_id = row.id("ID")
            if note_id is None:
                continue
            copies = self._same_note(note_id, row)
            document_id = f"note:{self._representative(note_id, copies)}"
            everyone = {copy.id("PERSON_ID") or "" for copy in self._group(note_id)}
            admitted = self._gate.admits_document(
                document_id, everyone | {child_id}, status=row.text("STATE")
            )
            if admitted and document_id not in given:
                given.add(document_id)
                yield self._document(document_id, row, copies, workers)

    def _find_copies(self) -> None:
        for row in self._tables.rows(NOTES):
            note_id = row.id("ID")
            original = row.id("COPY_OF_CASE_NOTE_ID") or row.id("ROOT_CASE_NOTE")
            if note_id and original and original != note_id:
                self._originals[note_id] = original
        for note_id in self._originals:
            self._copies[self._root(note_id)].add(note_id)

    def _root(self, note_id: str) -> str:
        """The first of a chain of copies; a chain that bites its tail ends at its smallest id."""
        seen = [note_id]
        while (original := self._originals.get(seen[-1])) is not None:
            if original in seen:
                return min(seen[seen.index(original) :])
            seen.append(original)
        return seen[-1]

    def _group(self, note_id: str) -> list[Cells]:
        """The note with all its copies and what it was copied from."""
        root = self._root(note_id)
        ids = sorted({note_id, root} | self._copies.get(root, set()))
        return [row for found in ids for row in self._tables.rows_for(NOTES, "ID", found)]

    def _same_note(self, note_id: str, row: Cells) -> list[Cells]:
        """Copies that still say the same; one edited since is a note of its own."""
        text = row.row["NOTE"]
        return [copy for copy in self._group(note_id) if copy.row["NOTE"] == text]

    def _representative(self, note_id: str, copies: list[Cells]) -> str:
        ids = {found for copy in copies if (found := copy.id("ID"))}
        root = self._root(note_id)
        return root if root in ids else min(ids, key=lambda found: (len(found), found))

    def _document(
        self, document_id: str, row: Cells, copies: list[Cells], workers: tuple[Worker, ...]
    ) -> Document:
        root = self._appended_to(row)
        code = row.text("NOTE_TYPE") or (None if root is None else root.text("NOTE_TYPE"))
        note = self._tables.mapping.note(code)
        if note.kind is None:
            self._tables.report.unmap("note type", code or "", self._description(code))
        raw = row.narrative("NOTE")
        shown = readable(raw, note.format)
        changed = shown.text != raw
        recorded = row.date("CREATED_ON")
        author_id = self._people.worker_id_of_user(row.text("CREATED_BY"))
        return Document(
            id=document_id,
            kind=note.kind or DocumentKind.CASE_NOTE,
            title=self._title(row, root, code),
            date=row.date("EFFECTIVE_DATE") or recorded,
            text=shown.text,
            subjects=tuple(sorted({found for copy in copies if (found := copy.id("PERSON_ID"))})),
            format=note.format,
            raw=raw if changed else None,
            source_map=shown.source_map if changed else None,
            recorded_at=recorded,
            edited_at=_later(row.date("LAST_UPDATED_ON"), recorded),
            author=self._people.author(author_id, workers),
            status=(row.text("STATE") or "").casefold() or None,
        )

    def _appended_to(self, row: Cells) -> Cells | None:
        """The note that this one was added to later, with words of its own."""
        root = self._tables.first(NOTES, "ID", row.id("ROOT_CASE_NOTE"))
        if root is None or root.id("ID") == row.id("ID") or root.row["NOTE"] == row.row["NOTE"]:
            return None
        return root

    def _title(self, row: Cells, root: Cells | None, code: str | None) -> str | None:
        title = row.text("TITLE") or self._description(code)
        if root is None:
            return title
        return f"Added to: {root.text('TITLE') or title or 'a case note'}"

    def _description(self, code: str | None) -> str | None:
        row = self._tables.first(NOTE_TYPES, "NOTE_TYPE", code)
        return None if row is None else row.text("NOTE_TYPE_DESCRIPTION")


def _later(updated: dt.date | None, recorded: dt.date | None) -> dt.date | None:
    """When the text was changed after it was recorded; systems also note every opening."""
    return updated if updated and (recorded is None or updated > recorded) else None
