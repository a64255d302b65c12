"""Forms: the answers of one workflow step, the newest form being the one that counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sos_audit.adapters.forms import assemble, parts_of
from sos_audit.casefile import Document, DocumentKind
from sos_audit_mosaic.answers import AnswerTables

if TYPE_CHECKING:
    from collections.abc import Iterator

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
        self._answers = AnswerTables(tables, steps)
        self._steps = steps
        self._people = people
        self._gate = gate

    def of_step(self, step: Step, workers: tuple[Worker, ...]) -> Iterator[Document]:
        """The step's forms, oldest first; all but the newest are versions of it."""
        forms = self._answers.of_step(step)
        if not forms:
            self._note_step(step)
        order = sorted(forms, key=lambda form_id: (len(form_id), form_id))
        for form_id in order:
            answers = forms[form_id]
            everyone = step.subjects.union(*(subjects for subjects, _ in answers))
            if self._gate.admits_document(f"form:{form_id}", everyone, status=None):
                for part in parts_of(answers):
                    yield self._document(form_id, order[-1], part, step, workers)

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
        description = self._steps.description(step.type_id)
        self._tables.report.unmap("step type with a form", step.type_id, description)
        return DocumentKind.OTHER

    def _note_step(self, step: Step) -> None:
        """Count a step that holds no form and says nothing else either."""
        if step.meaning is None and not step.is_section_47 and not step.is_assessment:
            description = self._steps.description(step.type_id)
            self._tables.report.unmap("step type without a form", step.type_id, description)
