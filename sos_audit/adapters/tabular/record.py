"""The children of the plain layout, with their visits and workers."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sos_audit.adapters.tabular.contract import ANSWERS, NOTES, PERSONS, VISITS, WORKERS
from sos_audit.adapters.tabular.subjects import subjects_of
from sos_audit.casefile import CaseFile, Child, Provenance, Visit, Worker

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sos_audit.adapters.cells import Cells
    from sos_audit.adapters.table_export import TableExport
    from sos_audit.casefile import CaseType, Document, Entity, Supply


def children_of(tables: TableExport) -> list[tuple[str, str]]:
    """Family and id of every child, in the order of reading.

    Without a table of persons the children are those whom a document is about.
    """
    if tables.has(PERSONS):
        found = {
            (_family_id(tables, child_id) or child_id, child_id)
            for child_id in tables.keys(PERSONS, "person_id")
        }
    else:
        found = {
            (child_id, child_id)
            for table in (ANSWERS, NOTES)
            for row in tables.rows(table)
            for child_id in subjects_of(row, table)
        }
    return sorted(found)


def _family_id(tables: TableExport, child_id: str) -> str | None:
    person = tables.first(PERSONS, "person_id", child_id)
    return None if person is None else person.id("family_id")


def read_child(
    tables: TableExport,
    child_id: str,
    documents: tuple[Document, ...],
    coverage: Mapping[Entity, Supply],
) -> CaseFile:
    """One child's case file."""
    case = CaseFile(
        child=Child(child_id),
        family_id=None,
        case_type=None,
        status=None,
        opened=None,
        team=None,
        restricted=False,
        coverage=coverage,
        workers=_workers(tables, child_id),
        visits=_visits(tables, child_id),
        documents=documents,
    )
    person = tables.first(PERSONS, "person_id", child_id)
    return case if person is None else _with_details(case, tables, person)


def _with_details(case: CaseFile, tables: TableExport, person: Cells) -> CaseFile:
    return replace(
        case,
        child=_child(case.child.id, person),
        family_id=person.id("family_id"),
        case_type=_case_type(tables, person),
        status=(person.text("status") or "").casefold() or None,
        opened=person.date("opened"),
        team=person.text("team"),
        provenance=Provenance(person.row.file, person.row.number),
    )


def _child(child_id: str, person: Cells) -> Child:
    return Child(
        id=child_id,
        name=person.text("name"),
        born=person.date("dob"),
        sex=person.text("sex"),
        ethnicity=person.text("ethnicity"),
        disability=person.text("disability"),
        first_language=person.text("first_language"),
        interpreter=person.flag("interpreter"),
    )


def _case_type(tables: TableExport, person: Cells) -> CaseType | None:
    word = person.text("case_type")
    known = tables.mapping.case_type(word)
    if word and known is None:
        tables.report.unmap("case type", word)
    return known


def _visits(tables: TableExport, child_id: str) -> tuple[Visit, ...]:
    found = []
    for row in tables.rows_for(VISITS, "person_id", child_id):
        word = row.text("kind")
        kind = tables.mapping.visit_kind(word)
        if word and kind is None:
            tables.report.unmap("visit type", word)
        if (date := row.date("date")) is not None:
            found.append(Visit(date, kind, row.flag("seen"), row.flag("seen_alone")))
    return tuple(sorted(set(found), key=repr))


def _workers(tables: TableExport, child_id: str) -> tuple[Worker, ...]:
    found = {
        Worker(
            id=row.id("worker_id") or "",
            name=row.text("name"),
            role=row.text("role"),
            start=row.date("from"),
            end=row.date("to"),
        )
        for row in tables.rows_for(WORKERS, "person_id", child_id)
    }
    return tuple(sorted(found, key=repr))
