"""The smallest Mosaic export: one child, one step, one form; tests add what they are about."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from sos_audit_mosaic.adapter import MosaicAdapter

from tests.rendering.reading import read_tables
from tests.rendering.table import Table

if TYPE_CHECKING:
    from pathlib import Path

    from tests.rendering.reading import Reading
    from tests.rendering.table import Cell

MAPPING = """\
mapping: sos_audit.mapping.v1
authority: E09000000
system: mosaic
stable_child_key: person_id
restricted: declared
questions:
  - {code: HARM, text: Harm statement, kind: harm_statement}
  - {code: DANGER, text: Danger statement, kind: danger_statement}
  - {code: SCALE, text: Safety scale, kind: scale, scale: {low: 0, high: 10, higher_is_safer: true}}
note_types:
  CP01: home_visit
  RICH: {document: letter, format: html}
step_types:
  11: {document: assessment_and_planning}
  12: {event: rcpc}
  13: {document: conference, event: icpc, case_type: cp}
  14: {case_type: cin}
visit_types: {CP visit: cp}
relationships: {Mother: mother, Brother: brother, Aunt: aunt}
worker_roles: {REL.ALLOC: social worker}
"""


class SmallExport:
    """Rows by table name; a table's columns are those that its rows use."""

    def __init__(self) -> None:
        self.rows: defaultdict[str, list[dict[str, Cell]]] = defaultdict(list)

    def add(self, table: str, **cells: Cell) -> None:
        """Add a row."""
        self.rows[table].append(cells)

    def child(self, child_id: str = "1", subgroup: str = "100", restricted: str = "N") -> None:
        """Add a child with a subgroup."""
        self.add("DM_PERSONS", PERSON_ID=child_id, CONTEXT_FLAG="C", RESTRICTED=restricted)
        self.subject(child_id, subgroup)

    def subject(self, person_id: str, subgroup: str) -> None:
        """Add a person to a subgroup."""
        self.add(
            "DM_SUBGROUP_SUBJECTS",
            SUBGROUP_ID=subgroup,
            SUBJECT_COMPOUND_ID=person_id,
            SUBJECT_TYPE_CODE="PER",
        )

    def step(self, step_id: str = "7", **cells: Cell) -> None:
        """Add a workflow step."""
        usual: dict[str, Cell] = {
            "WORKFLOW_STEP_ID": step_id,
            "WORKFLOW_STEP_TYPE_ID": "11",
            "SUBGROUP_ID": "100",
            "STEP_STATUS": "COMPLETED",
            "STARTED_ON": "05/02/2026",
        }
        self.add("DM_WORKFLOW_STEPS", **(usual | cells))

    def answer(self, text: str = "Some words.", **cells: Cell) -> None:
        """Add a form answer."""
        usual: dict[str, Cell] = {
            "FORM_ID": "50",
            "FORM_ANSWER_ROW_ID": "1",
            "QUESTION_USER_CODE": "HARM",
            "TEXT_ANSWER": text,
            "SUBJECT_PERSON_ID": "0",
            "WORKFLOW_STEP_ID": "7",
        }
        self.add("DM_CACHED_FORM_ANSWERS", **(usual | cells))

    def note(
        self, note_id: str, person_id: str = "1", note: str = "A note.", **cells: Cell
    ) -> None:
        """Add a case note."""
        usual: dict[str, Cell] = {
            "id": note_id,
            "person_id": person_id,
            "note": note,
            "note_type": "CP01",
            "effective_date": "06/02/2026",
            "state": "Complete",
        }
        self.add("case_notes", **(usual | cells))

    def tables(self) -> list[Table]:
        """The rows as tables."""
        return [
            Table(name, tuple(dict.fromkeys(key for row in rows for key in row)), rows)
            for name, rows in self.rows.items()
        ]

    def read(self, folder: Path, mapping: str = MAPPING) -> Reading:
        """Write the tables and read them back."""
        return read_tables(MosaicAdapter(), self.tables(), mapping, folder)


def one_child() -> SmallExport:
    """A child with a step and one answer."""
    export = SmallExport()
    export.child()
    export.step()
    export.answer()
    return export
