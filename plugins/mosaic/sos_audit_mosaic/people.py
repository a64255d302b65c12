"""The people around a child, and the workers of the case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sos_audit.adapters.mapping import RelationEntry
from sos_audit.casefile import Author, Person, Worker
from sos_audit_mosaic.contract import (
    PERSONS,
    PROFESSIONALS,
    RELATIONSHIP_TYPES,
    RELATIONSHIPS,
    WORKERS,
)

if TYPE_CHECKING:
    from sos_audit.adapters.cells import Cells
    from sos_audit.adapters.restriction import Restriction
    from sos_audit.adapters.table_export import TableExport


class People:
    """Reads people and workers, without the names of restricted people."""

    def __init__(self, tables: TableExport, restriction: Restriction) -> None:
        self._tables = tables
        self._restriction = restriction

    def around(self, child_id: str) -> tuple[Person, ...]:
        """Family, friends and professionals of other services."""
        personal = [
            self._person(row)
            for row in self._tables.rows_for(RELATIONSHIPS, "OTHER_PERSON_ID", child_id)
        ]
        professional = [
            Person(
                id=f"worker:{worker_id}",
                name=self.worker_name(worker_id),
                relation=known.relation,
                professional=True,
            )
            for row in self._professionals(child_id)
            if (known := self._other_service(row)) and (worker_id := row.id("WORKER_ID"))
        ]
        found = {person for person in (*personal, *professional) if person is not None}
        return tuple(sorted(found, key=lambda person: (person.id, person.relation or "")))

    def workers(self, child_id: str) -> tuple[Worker, ...]:
        """The authority's own workers, with the role each has for the child."""
        found = {
            Worker(
                id=worker_id,
                name=self.worker_name(worker_id),
                role=self._role(row.text("PROF_REL_TYPE_CODE")),
                start=row.date("START_DATE"),
                end=row.date("END_DATE"),
            )
            for row in self._professionals(child_id)
            if not self._other_service(row) and (worker_id := row.id("WORKER_ID"))
        }
        return tuple(sorted(found, key=lambda worker: (worker.id, str(worker.start), repr(worker))))

    def author(self, worker_id: str | None, workers: tuple[Worker, ...]) -> Author | None:
        """A worker as the author of a document, with the role in the case if there is one."""
        if worker_id is None:
            return None
        role = next((worker.role for worker in workers if worker.id == worker_id), None)
        name = self.worker_name(worker_id)
        return Author(name, role) if name or role else None

    def worker_id_of_user(self, user: str | None) -> str | None:
        """The worker behind a system user, as case notes name their authors."""
        row = self._tables.first(WORKERS, "SYSTEM_USER_ID", user)
        return None if row is None else row.id("WORKER_ID")

    def worker_name(self, worker_id: str) -> str | None:
        """A worker's name."""
        rows = self._tables.rows_for(WORKERS, "WORKER_ID", worker_id)
        return next(
            (name for row in rows if (name := _name(row, "FIRST_NAMES", "LAST_NAMES"))), None
        )

    def _person(self, row: Cells) -> Person | None:
        person_id = row.id("PERSON_ID")
        if person_id is None:
            return None
        known = relation_of(self._tables, row)
        if known is None and (word := relation_word(self._tables, row)):
            self._tables.report.unmap("relationship", word)
        found = self._tables.first(PERSONS, "PERSON_ID", person_id)
        name = None if found is None else person_name(found)
        return Person(
            id=person_id,
            name=self._restriction.name(person_id, name),
            relation=known.relation if known else None,
            professional=known.professional if known else False,
        )

    def _professionals(self, child_id: str) -> list[Cells]:
        return list(self._tables.rows_for(PROFESSIONALS, "PERSON_ID", child_id))

    def _other_service(self, row: Cells) -> RelationEntry | None:
        known = self._tables.mapping.relation(row.text("PROF_REL_TYPE_CODE"))
        return known if known and known.professional else None

    def _role(self, code: str | None) -> str | None:
        role = self._tables.mapping.worker_role(code)
        if code and role is None:
            self._tables.report.unmap("worker role", code)
        return role or code


def relation_of(tables: TableExport, row: Cells) -> RelationEntry | None:
    """What PERSON_ID is to OTHER_PERSON_ID, if the mapping knows the word."""
    known = tables.mapping.relation(relation_word(tables, row))
    if known is None and row.flag("IS_MOTHER"):
        return RelationEntry(relation="mother")
    return known


def relation_word(tables: TableExport, row: Cells) -> str | None:
    """The word for a relationship: its type's description, else the category of family."""
    kind = tables.first(RELATIONSHIP_TYPES, "PERSONAL_REL_TYPE_ID", row.id("PERSONAL_REL_TYPE_ID"))
    word = None if kind is None else kind.text("DESCRIPTION")
    return word or row.text("FAMILY_CATEGORY")


def person_name(row: Cells) -> str | None:
    """A person's name from a row of persons."""
    return _name(row, "FIRST_NAME", "LAST_NAME")


def _name(row: Cells, first: str, last: str) -> str | None:
    parts = (row.text(first), row.text(last))
    return row.text("FULL_NAME") or " ".join(filter(None, parts)) or None
