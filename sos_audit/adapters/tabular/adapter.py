"""Recognises the plain layout and reads it into case files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sos_audit.adapters.protocol import API_VERSION, Claim, ExportReading
from sos_audit.adapters.restriction import Gate
from sos_audit.adapters.table_export import TableExport, recognised_tables, require_restriction
from sos_audit.adapters.tabular.contract import ANSWERS, CONTRACT, NOTES, PERSONS, VISITS, WORKERS
from sos_audit.adapters.tabular.documents import Documents
from sos_audit.adapters.tabular.record import children_of, read_child
from sos_audit.adapters.tabular.subjects import Subjects
from sos_audit.adapters.tabular.wide import as_long
from sos_audit.casefile import Entity, ExportHeader, Supply
from sos_audit.errors import NothingReadable

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sos_audit.adapters.protocol import ReadContext
    from sos_audit.adapters.tables import Contract, RawTable
    from sos_audit.casefile import CaseFile


class TabularAdapter:
    """Reads `form_answers` and `case_notes`, with `persons`, `visits` and `workers` if there.

    Answers come a row an answer, or in `forms` a row a form with a column a question.
    """

    name = "tabular"
    api_version = API_VERSION

    def claims(self, export: Path) -> Claim | None:
        """Say so when answers or notes are there with their required columns."""
        found = recognised_tables(export, CONTRACT, as_long) & {ANSWERS, NOTES}
        if not found:
            return None
        return Claim(f"holds {' and '.join(sorted(found))} in the plain layout")

    def contract(self) -> Contract:
        """The plain layout."""
        return CONTRACT

    def adapt(self, raw: RawTable) -> RawTable:
        """Give the table as the contract has it, any other as it is."""
        return as_long(raw)

    def read(self, export: Path, context: ReadContext) -> ExportReading:
        """Load the tables, then read child after child.

        Raises:
            NothingReadable: when there are neither answers nor notes.
            MappingError: when there is no mapping, or nothing marks restricted records.
        """
        tables = TableExport.load(export, CONTRACT, context, as_long)
        try:
            _check(export, tables)
        except BaseException:
            tables.close()
            raise
        header = _header(tables)
        return ExportReading(header, _read_case_files(tables, header))


def _check(export: Path, tables: TableExport) -> None:
    if not (tables.has(ANSWERS) or tables.has(NOTES)):
        raise NothingReadable(f"{export} holds neither {ANSWERS} nor {NOTES}")
    require_restriction(tables, *((table, "restricted") for table in (PERSONS, ANSWERS, NOTES)))


def _header(tables: TableExport) -> ExportHeader:
    mapping = tables.mapping
    supplied = {
        Entity.DOCUMENT: tables.supply(ANSWERS, NOTES),
        Entity.ANSWER: tables.supply(ANSWERS),
        Entity.VISIT: tables.supply(VISITS),
        Entity.WORKER: tables.supply(WORKERS),
    }
    return ExportHeader(
        authority=mapping.authority,
        system=mapping.system,
        extract_date=mapping.extract_date,
        stable_child_key=mapping.stable_child_key,
        coverage={entity: supplied.get(entity, Supply.NOT_SUPPLIED) for entity in Entity},
    )


def _read_case_files(tables: TableExport, header: ExportHeader) -> Iterator[CaseFile]:
    with tables:
        subjects = Subjects(tables)
        persons = tables.keys(PERSONS, "person_id")
        known = frozenset(persons) if tables.has(PERSONS) else None
        gate = Gate(subjects.restriction, tables.report, known)
        documents = Documents(tables, subjects, gate)
        for _, child_id in children_of(tables):
            if gate.admits_case(child_id):
                yield read_child(tables, child_id, documents.of_child(child_id), header.coverage)
