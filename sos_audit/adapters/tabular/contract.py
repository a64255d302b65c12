"""The tables and columns of the plain layout."""

from __future__ import annotations

from sos_audit.adapters.tables import ColumnContract, Contract, TableContract

ANSWERS = "form_answers"
NOTES = "case_notes"
PERSONS = "persons"
VISITS = "visits"
WORKERS = "workers"


def _required(*names: str) -> tuple[ColumnContract, ...]:
    return tuple(ColumnContract(name, required=True) for name in names)


def _optional(*names: str) -> tuple[ColumnContract, ...]:
    return tuple(ColumnContract(name) for name in names)


_DOCUMENT = _optional(
    "title",
    "author",
    "author_role",
    "recorded_at",
    "edited_at",
    "status",
    "restricted",
    "ai_drafted",
    "version_of",
)

CONTRACT = Contract(
    (
        TableContract(
            ANSWERS,
            columns=(
                *_required("person_id", "form_id", "form_name", "question", "answer"),
                *_optional(
                    "question_code", "answer_date", "row_id", "subject_person_id", "form_date"
                ),
                *_DOCUMENT,
            ),
        ),
        TableContract(
            NOTES,
            columns=(
                *_required("note_id", "person_id", "date", "text"),
                *_optional("type"),
                *_DOCUMENT,
            ),
        ),
        TableContract(
            PERSONS,
            columns=(
                *_required("person_id"),
                *_optional(
                    "name",
                    "dob",
                    "sex",
                    "ethnicity",
                    "disability",
                    "first_language",
                    "interpreter",
                    "restricted",
                    "family_id",
                    "case_type",
                    "status",
                    "opened",
                    "team",
                ),
            ),
        ),
        TableContract(
            VISITS,
            columns=(*_required("person_id", "date"), *_optional("kind", "seen", "seen_alone")),
        ),
        TableContract(
            WORKERS,
            columns=(
                *_required("worker_id", "person_id"),
                *_optional("name", "role", "from", "to"),
            ),
        ),
    )
)
"""Either answers or notes must be there; everything else is optional."""

WIDE = TableContract(
    "forms",
    columns=(
        ColumnContract("person_id", required=True, aliases=("child_id", "mosaic_id", "client_id")),
        ColumnContract("form_date", aliases=("date", "date_of_event", "event_date")),
        ColumnContract("recorded_at", aliases=("timestamp", "submitted_at", "completion_time")),
        *_optional("form_id", "form_name", "subject_person_id"),
        *(column for column in _DOCUMENT if column.name != "recorded_at"),
    ),
)
"""A form a row: these columns are about the form, every other one is a question."""
