"""Form answers and case notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.rendering.markup import as_html
from tests.rendering.mosaic_codes import NOTE_FORMATS, note_type
from tests.rendering.table import Table, uk_date

if TYPE_CHECKING:
    from sos_audit.casefile.v1 import DocumentV1
    from tests.rendering.families import Families
    from tests.rendering.mosaic_steps import Steps


def form_answers(families: Families, steps: Steps) -> Table:
    """DM_CACHED_FORM_ANSWERS: a row an answer; later forms of a step have higher numbers."""
    table = Table(
        "DM_CACHED_FORM_ANSWERS",
        (
            "FORM_ID",
            "FORM_ANSWER_ROW_ID",
            "MAPPING_ID",
            "QUESTION_USER_CODE",
            "TEXT_ANSWER",
            "DATE_ANSWER",
            "NUMBER_ANSWER",
            "SUBJECT_PERSON_ID",
            "SUBGROUP_ID",
            "WORKFLOW_STEP_ID",
        ),
        encoding="cp1252",
    )
    codes = [question.code for question in families.questions]
    for form_id, form in enumerate(families.forms, 30_001):
        for answer in form.answers:
            table.add(
                FORM_ID=form_id,
                FORM_ANSWER_ROW_ID=form_id * 100 + int(answer.row or 0),
                MAPPING_ID=201 + codes.index(answer.code),
                QUESTION_USER_CODE=answer.code,
                TEXT_ANSWER=form.text[answer.start : answer.end],
                DATE_ANSWER=uk_date(answer.date),
                NUMBER_ANSWER=answer.number,
                SUBJECT_PERSON_ID=form.subjects[0] if len(form.subjects) == 1 else "0",
                SUBGROUP_ID=steps.subgroup_id(form.subjects),
                WORKFLOW_STEP_ID=steps.step_id(form.version_of or form.id),
            )
    return table


def case_notes(families: Families, worker_ids: dict[str, str]) -> list[Table]:
    """CASE_NOTES: a note about several children is written once and copied to the others."""
    notes = Table(
        "case_notes",
        (
            "id",
            "person_id",
            "note_type",
            "title",
            "effective_date",
            "created_on",
            "last_updated_on",
            "created_by",
            "note",
            "completed_date",
            "state",
            "copy_of_case_note_id",
        ),
        encoding="utf-8-sig",
    )
    number = 500_001
    for note in families.notes:
        original = number
        for subject in note.subjects:
            copied = number if number == original else original
            notes.add(
                id=number,
                person_id=subject,
                copy_of_case_note_id=None if copied == number else original,
                **_cells(note, worker_ids),
            )
            number += 1
    types = Table("dm_case_note_types", ("note_type", "note_type_description"))
    for code, (kind, _) in sorted(NOTE_FORMATS.items()):
        types.add(note_type=code, note_type_description=kind.replace("_", " ").capitalize())
    return [notes, types]


def _cells(note: DocumentV1, worker_ids: dict[str, str]) -> dict[str, str]:
    rich = NOTE_FORMATS[note_type(note.kind)][1] == "html"
    author = note.author.name if note.author else None
    return {
        "note_type": note_type(note.kind),
        "title": note.title or "",
        "effective_date": uk_date(note.date),
        "created_on": uk_date(note.recorded_at),
        "last_updated_on": uk_date(note.edited_at),
        "created_by": worker_ids.get(author or "", "").lower(),
        "note": as_html(note.text) if rich else note.text,
        "completed_date": uk_date(note.recorded_at),
        "state": (note.status or "complete").capitalize(),
    }
