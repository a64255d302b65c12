"""The families in the plain layout that any reporting tool can produce."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sos_audit.casefile import CaseType, DocumentKind
from tests.rendering.mapping import write_mapping
from tests.rendering.table import Table, uk_date, yes_no

if TYPE_CHECKING:
    from sos_audit.casefile.v1 import DocumentV1
    from tests.rendering.families import Families
    from tests.rendering.table import Cell

SHARED = (
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


def render_tabular(families: Families) -> list[Table]:
    """Every table of the export."""
    return [
        _form_answers(families),
        _case_notes(families),
        _persons(families),
        _visits(families),
        _workers(families),
    ]


def render_wide(families: Families) -> list[Table]:
    """The same with a row a form, but for forms that ask a question more than once."""
    long, *others = render_tabular(families)
    once = {
        form.id
        for form in families.forms
        if len({answer.question for answer in form.answers}) == len(form.answers)
    }
    questions = dict.fromkeys(answer.question or "" for answer in families.questions)
    about = ("person_id", "form_id", "form_name", "subject_person_id", "form_date", *SHARED)
    wide = Table("forms", (*about, *questions))
    for form_id in sorted(once):
        rows = [row for row in long.rows if row["form_id"] == form_id]
        answers = {str(row["question"]): row["answer"] for row in rows}
        wide.add(**{name: rows[0].get(name) for name in about}, **answers)
    rest = [row for row in long.rows if row["form_id"] not in once]
    return [Table(long.name, long.columns, rest), wide, *others]


def tabular_mapping(families: Families) -> str:
    """The mapping file for the export."""
    return write_mapping(
        families,
        "tabular",
        forms=[{"name": _form_name(kind), "kind": str(kind)} for kind in DocumentKind],
        note_types={_form_name(kind): str(kind) for kind in DocumentKind},
        visit_types={
            "CP visit": "cp",
            "CIN visit": "cin",
            "CLA visit": "cla",
            "Assessment visit": "assessment",
        },
        case_types={kind.name.replace("_", " ").capitalize(): str(kind) for kind in CaseType},
    )


def _form_name(kind: str) -> str:
    return kind.replace("_", " ").capitalize()


def _shared(document: DocumentV1) -> dict[str, Cell]:
    author = document.author
    return {
        "title": document.title,
        "author": author and author.name,
        "author_role": author and author.role,
        "recorded_at": uk_date(document.recorded_at),
        "edited_at": uk_date(document.edited_at),
        "status": document.status,
        "restricted": yes_no(document.restricted),
        "ai_drafted": yes_no(document.ai_drafted),
        "version_of": document.version_of,
    }


def _form_answers(families: Families) -> Table:
    table = Table(
        "form_answers",
        (
            "person_id",
            "form_id",
            "form_name",
            "question",
            "question_code",
            "answer",
            "answer_date",
            "row_id",
            "subject_person_id",
            "form_date",
            *SHARED,
        ),
    )
    for form in families.forms:
        for answer in form.answers:
            table.add(
                person_id=form.subjects[0],
                form_id=form.id,
                form_name=_form_name(form.kind),
                question=answer.question,
                question_code=answer.code,
                answer=form.text[answer.start : answer.end],
                answer_date=uk_date(answer.date),
                row_id=answer.row,
                subject_person_id=",".join(form.subjects),
                form_date=uk_date(form.date),
                **_shared(form),
            )
    return table


def _case_notes(families: Families) -> Table:
    table = Table("case_notes", ("note_id", "person_id", "date", "type", "text", *SHARED))
    for note in families.notes:
        for subject in note.subjects:
            table.add(
                note_id=note.id,
                person_id=subject,
                date=uk_date(note.date),
                type=_form_name(note.kind),
                text=note.text,
                **_shared(note),
            )
    return table


def _persons(families: Families) -> Table:
    table = Table(
        "persons",
        (
            "person_id",
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
        encoding="cp1252",
    )
    for case in families.cases:
        child = case.child
        table.add(
            person_id=case.child_id,
            name=child.name,
            dob=uk_date(child.dob),
            sex=child.sex,
            ethnicity=child.ethnicity,
            disability=child.disability,
            first_language=child.first_language,
            interpreter=yes_no(child.interpreter),
            restricted=yes_no(case.restricted),
            family_id=case.family_id,
            case_type=case.case_type and case.case_type.name.replace("_", " ").capitalize(),
            status=case.status,
            opened=uk_date(case.opened),
            team=case.team,
        )
    return table


def _visits(families: Families) -> Table:
    table = Table("visits", ("person_id", "date", "kind", "seen", "seen_alone"))
    for case in families.cases:
        for visit in case.visits:
            kind = visit.kind or ""
            words = "Assessment visit" if kind == "assessment" else f"{kind.upper()} visit"
            table.add(
                person_id=case.child_id,
                date=uk_date(visit.date),
                kind=words,
                seen=yes_no(visit.seen),
                seen_alone=yes_no(visit.seen_alone),
            )
    return table


def _workers(families: Families) -> Table:
    table = Table("workers", ("worker_id", "person_id", "name", "role", "from", "to"))
    for case in families.cases:
        for worker in case.workers:
            period: dict[str, Cell] = {"from": uk_date(worker.from_), "to": uk_date(worker.to)}
            table.add(
                worker_id=worker.id,
                person_id=case.child_id,
                name=worker.name,
                role=worker.role,
                **period,
            )
    return table
