"""Whom a row of the plain layout is about, and which documents a child has."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from sos_audit.adapters.restriction import RestrictionScan
from sos_audit.adapters.tabular.contract import ANSWERS, NOTES, PERSONS

if TYPE_CHECKING:
    from sos_audit.adapters.cells import Cells
    from sos_audit.adapters.restriction import Restriction
    from sos_audit.adapters.table_export import TableExport

DOCUMENT_IDS = {ANSWERS: "form_id", NOTES: "note_id"}
"""The column that holds a document's id, by table."""

_NOBODY = frozenset({"", "0", "-1"})


def subjects_of(row: Cells, table: str) -> frozenset[str]:
    """The children a row is about: those of the subject column, one or several, or its person."""
    listed = (row.text("subject_person_id") or "") if table == ANSWERS else ""
    named = {part.strip().removesuffix(".0") for part in listed.split(",")} - _NOBODY
    person = row.id("person_id")
    return frozenset(named) or frozenset({person} if person else ())


class Subjects:
    """Which documents are about which children, and which of both are restricted.

    Found in one pass over ids alone; only documents that a person's own rows do not lead to are
    remembered.
    """

    def __init__(self, export: TableExport) -> None:
        self._export = export
        self._elsewhere: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
        self.restriction = self._scan()

    def documents(self, table: str, child_id: str) -> list[str]:
        """The ids of the documents that are about a child, or are in the child's name."""
        column = DOCUMENT_IDS[table]
        rows = self._export.rows_for(table, "person_id", child_id)
        own = {found for row in rows if (found := row.id(column))}
        return sorted(own | self._elsewhere.get((table, child_id), set()))

    def _scan(self) -> Restriction:
        scan = RestrictionScan()
        for person in self._export.rows(PERSONS):
            person_id = person.id("person_id")
            if person_id and person.restricted():
                scan.person(person_id)
        for table, column in DOCUMENT_IDS.items():
            for row in self._export.rows(table):
                self._note(scan, table, row.id(column), row)
        return scan.result()

    def _note(self, scan: RestrictionScan, table: str, document_id: str | None, row: Cells) -> None:
        if document_id is None:
            return
        subjects = subjects_of(row, table)
        scan.document(f"{table}:{document_id}", subjects, restricted=row.restricted())
        for other in subjects - {row.id("person_id")}:
            self._elsewhere[table, other].add(document_id)
