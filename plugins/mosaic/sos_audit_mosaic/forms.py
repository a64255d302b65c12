"""Forms: the answers of one workflow step, the newest form being the one that counts."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from sos_audit.adapters.forms import AnswerRow, assemble, parts_of
from sos_audit.casefile import Document, DocumentKind
from sos_audit_mosaic.contract import ANSWERS, QUESTIONS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sos_audit.adapters.cells import Cells
    from sos_audit.adapters.forms import Part
    from sos_audit.adapters.restriction import Gate
    from sos_audit.adapters.table_export import TableExport
    from sos_audit.casefile import Worker
    from sos_audit_mosaic.people import People
    from sos_audit_mosaic.steps import Step, Steps


class Forms:
    """Reads the forms of a step."""

    def __init__(self, tables: TableExport, steps: Steps, people: People, gate: Gate) -> None:
        self._tables = tables
        self._steps = steps
        self._people = people
        self._gate = gate

    def of_step(self, step: Step, workers: tuple[Worker, ...]) -> Iterator[Document]:
        """The step's forms, oldest first; all but the newest are versions of it."""
        forms: defaultdict[str, list[Cells]] = defaultdict(list)
        for row in self._tables.rows_for(ANSWERS, "WORKFLOW_STEP_ID", step.id):
            if form_id := row.id("FORM_ID"):
                forms[form_id].append(row)
        order = sorted(forms, key=lambda form_id: (len(form_id), form_id))
        for form_id in order:
            about = [(self._subjects(row, step), row) for row in forms[form_id]]
            everyone = step.subjects.union(*(subjects for subjects, _ in about))
            if not self._gate.admits_document(f"form:{form_id}", everyone, status=None):
                continue
            for part in parts_of((subjects, self._answer(row)) for subjects, row in about):
                yield self._document(form_id, order[-1], part, step, workers)

    def _subjects(self, row: Cells, step: Step) -> frozenset[str]:
        """The person named in the row, else everybody the form or the step is about."""
        person = row.id("SUBJECT_PERSON_ID")
        if person is not None and not person.startswith("-"):
            return frozenset({person})
        return self._steps.subjects(row.id("SUBGROUP_ID")) or step.subjects

    def _answer(self, row: Cells) -> AnswerRow:
        return AnswerRow(
            code=row.text("QUESTION_USER_CODE") or self._code(row.id("MAPPING_ID")),
            question=None,
            text=row.narrative("TEXT_ANSWER"),
            row=row.id("FORM_ANSWER_ROW_ID"),
            number=row.number("NUMBER_ANSWER"),
            date=row.date("DATE_ANSWER"),
        )

    def _code(self, mapping_id: str | None) -> str | None:
        row = self._tables.first(QUESTIONS, "MAPPING_ID", mapping_id)
        return None if row is None else row.text("QUESTION_USER_CODE")

    def _document(
        self, form_id: str, newest: str, part: Part, step: Step, workers: tuple[Worker, ...]
    ) -> Document:
        form = assemble(part.rows, self._tables.mapping, self._tables.report)
        return Document(
            id=f"form:{form_id}{part.suffix}",
            kind=self._kind(step),
            title=self._steps.description(step.type_id),
            date=step.date,
            text=form.text,
            answers=form.answers,
            subjects=part.subjects,
            scale=form.scale,
            recorded_at=step.completed,
            author=self._people.author(step.assignee_id, workers),
            status="complete" if step.status == "completed" else step.status or None,
            version_of=None if form_id == newest else f"form:{newest}{part.suffix}",
        )

    def _kind(self, step: Step) -> DocumentKind:
        if step.meaning is not None and step.meaning.document is not None:
            return step.meaning.document
        self._tables.report.unmap("step type with a form", step.type_id)
        return DocumentKind.OTHER
