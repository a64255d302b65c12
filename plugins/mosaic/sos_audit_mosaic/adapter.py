"""Recognises an export of Mosaic's reporting tables and reads it into case files."""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING

from sos_audit.adapters.protocol import API_VERSION, Claim, ExportReading, Starter
from sos_audit.adapters.restriction import Gate, RestrictionScan
from sos_audit.adapters.table_export import TableExport, recognised_tables, require_restriction
from sos_audit.casefile import Entity, ExportHeader, Supply
from sos_audit.errors import NothingReadable, Problem
from sos_audit_mosaic import contract
from sos_audit_mosaic.case import CaseReader
from sos_audit_mosaic.families import children_of, families_of
from sos_audit_mosaic.moform import fields_in
from sos_audit_mosaic.record import REVIEWS
from sos_audit_mosaic.renamed import as_known

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sos_audit.adapters.protocol import ReadContext
    from sos_audit.adapters.restriction import Restriction
    from sos_audit.adapters.tables import Contract, RawTable
    from sos_audit.casefile import CaseFile

_STEPS = frozenset({contract.STEPS, contract.SUBJECTS})
_PEOPLE = frozenset({contract.STEPS_PEOPLE})
_ANSWERS = frozenset({contract.ANSWERS, contract.RAW_ANSWERS})


class MosaicAdapter:
    """Reads Mosaic's `DM_` tables and case notes from a folder, ZIP or workbook."""

    name = "mosaic"
    api_version = API_VERSION

    def claims(self, export: Path) -> Claim | None:
        """Say so when steps, their subjects and form answers are there."""
        found = recognised_tables(export, contract.CONTRACT, as_known)
        if not (any(found >= steps for steps in (_STEPS, _PEOPLE)) and found & _ANSWERS):
            return None
        return Claim(f"holds {', '.join(sorted(found & (_STEPS | _PEOPLE | _ANSWERS)))}")

    def contract(self) -> Contract:
        """Mosaic's reporting tables."""
        return contract.CONTRACT

    def starter(self, export: Path) -> Starter:
        """The mapping file that comes with the distribution, and the templates in the export."""
        text = files("sos_audit_mosaic").joinpath("starter.yaml").read_text("utf-8")
        return Starter(text, tuple(fields_in(export)))

    def adapt(self, raw: RawTable) -> RawTable:
        """Give the table as the contract has it, any other as it is."""
        return as_known(raw)

    def read(self, export: Path, context: ReadContext) -> ExportReading:
        """Load the tables, then read child after child.

        Raises:
            NothingReadable: when a required table is missing.
            MappingError: when there is no mapping, or nothing marks restricted records.
        """
        tables = TableExport.load(export, contract.CONTRACT, context, as_known)
        try:
            _check(export, tables)
        except BaseException:
            tables.close()
            raise
        header = _header(tables)
        return ExportReading(header, _read_case_files(tables, header))


def _check(export: Path, tables: TableExport) -> None:
    if not any(all(map(tables.has, steps)) for steps in (_STEPS, _PEOPLE)):
        missing = [name for name in sorted(_STEPS) if not tables.has(name)]
        raise NothingReadable(
            f"{export} does not say which children steps are about",
            [Problem(f"{' and '.join(missing)}, or {contract.STEPS_PEOPLE}")],
        )
    if not any(map(tables.has, _ANSWERS)):
        raise NothingReadable(
            f"{export} lacks the answers of forms",
            [Problem(f"{contract.ANSWERS}, or {contract.RAW_FORMS} with MO_FORM_..._ANSWERS")],
        )
    require_restriction(tables, (contract.PERSONS, "RESTRICTED"))


def _header(tables: TableExport) -> ExportHeader:
    mapping = tables.mapping
    return ExportHeader(
        authority=mapping.authority,
        system=mapping.system,
        extract_date=mapping.extract_date,
        stable_child_key=mapping.stable_child_key,
        coverage=_coverage(tables),
    )


def _coverage(tables: TableExport) -> dict[Entity, Supply]:
    """What the export carries; events and reviews are steps that the mapping gives a meaning."""
    events = {step.event for step in tables.mapping.model.step_types.values() if step.event}
    steps = tables.supply(contract.STEPS, contract.STEPS_PEOPLE)
    return {
        Entity.DOCUMENT: tables.supply(*_ANSWERS, contract.NOTES),
        Entity.ANSWER: tables.supply(*_ANSWERS),
        Entity.PERSON: tables.supply(contract.RELATIONSHIPS),
        Entity.WORKER: tables.supply(contract.PROFESSIONALS),
        Entity.EPISODE: tables.supply(contract.REGISTRATIONS, contract.REFERRALS),
        Entity.EVENT: steps if events else Supply.NOT_SUPPLIED,
        Entity.VISIT: tables.supply(contract.VISITS),
        Entity.ASSESSMENT: (
            steps
            if any(
                tables.has_column(table, "IS_CONTINUOUS_ASSESSMENT")
                for table in (contract.STEPS, contract.STEPS_PEOPLE)
            )
            else Supply.NOT_SUPPLIED
        ),
        Entity.PLAN: tables.supply(contract.REGISTRATIONS),
        Entity.REVIEW: steps if events & REVIEWS else Supply.NOT_SUPPLIED,
    }


def _read_case_files(tables: TableExport, header: ExportHeader) -> Iterator[CaseFile]:
    with tables:
        restriction = _restriction(tables)
        known = frozenset(tables.keys(contract.PERSONS, "PERSON_ID"))
        gate = Gate(restriction, tables.report, known)
        children = children_of(tables)
        families = families_of(tables, children, restriction.people)
        reader = CaseReader(tables, gate, header.coverage)
        for family_id, child_id in sorted((families[child], child) for child in children):
            if gate.admits_case(child_id):
                yield reader.read(child_id, family_id)


def _restriction(tables: TableExport) -> Restriction:
    """Mosaic restricts people, not documents."""
    scan = RestrictionScan()
    for row in tables.rows(contract.PERSONS):
        person_id = row.id("PERSON_ID")
        if person_id and row.restricted("RESTRICTED"):
            scan.person(person_id)
    return scan.result()
