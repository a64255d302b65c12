"""Other shapes in which the same Mosaic tables leave an authority."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tests.rendering.table import Table

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.rendering.table import Cell

    Shape = Callable[[list[Table]], list[Table]]


def with_own_answers(tables: list[Table]) -> list[Table]:
    """The application's own answer tables in place of the reporting table."""
    cached = _named(tables, "DM_CACHED_FORM_ANSWERS")
    forms = Table("MO_FORMS", ("FORM_ID", "WORKFLOW_STEP_ID", "SUBGROUP_ID"))
    questions = Table("MO_QUESTIONS", ("QUESTION_ID", "QUESTION_USER_CODE"))
    rows = Table("MO_FORM_ANSWER_ROWS", ("FORM_ANSWER_ROW_ID", "HANDLER_ROW_IDENTIFIER"))
    key = ("FORM_ID", "FORM_ANSWER_ROW_ID", "QUESTION_ID")
    answers = {
        kind: Table(f"MO_FORM_{kind}_ANSWERS", (*key, f"{kind}_ANSWER"), encoding="cp1252")
        for kind in ("SHORT_TEXT", "LONG_TEXT", "DATE", "NUMBER")
    }
    for row in cached.rows:
        _once(forms, row, forms.columns)
        _once(questions, row | {"QUESTION_ID": row["MAPPING_ID"]}, questions.columns)
        child = row["SUBJECT_PERSON_ID"]
        _once(rows, row | {"HANDLER_ROW_IDENTIFIER": child}, rows.columns)
        here = {name: row.get(name) or row["MAPPING_ID"] for name in key}
        kind = _type_of(row)
        answers[kind].add(**here, **{f"{kind}_ANSWER": row[_COLUMNS.get(kind, "TEXT_ANSWER")]})
    return [*_without(tables, cached.name), forms, questions, rows, *answers.values()]


def _type_of(row: dict[str, Cell]) -> str:
    """The type of field that a question is; one of them holds the whole answer."""
    text = str(row["TEXT_ANSWER"])
    if row.get("DATE_ANSWER"):
        return "DATE"
    number = row.get("NUMBER_ANSWER")
    if isinstance(number, float) and f"{number:g}" == text:
        return "NUMBER"
    return "SHORT_TEXT" if len(text) < 60 else "LONG_TEXT"


_COLUMNS = {"DATE": "DATE_ANSWER", "NUMBER": "NUMBER_ANSWER"}


def with_people_view(tables: list[Table]) -> list[Table]:
    """DM_WORKFLOW_STEPS_PEOPLE_VW in place of steps and subgroups."""
    steps, subjects = _named(tables, "DM_WORKFLOW_STEPS"), _named(tables, "DM_SUBGROUP_SUBJECTS")
    columns = tuple(name for name in steps.columns if name != "SUBGROUP_ID")
    view = Table("DM_WORKFLOW_STEPS_PEOPLE_VW", (*columns, "PERSON_ID"))
    for step in steps.rows:
        for member in subjects.rows:
            if member["SUBGROUP_ID"] == step["SUBGROUP_ID"]:
                cells = {name: step.get(name) for name in columns}
                view.add(**cells, PERSON_ID=member["SUBJECT_COMPOUND_ID"])
    return [*_without(tables, steps.name, subjects.name), view]


def with_short_visits(tables: list[Table]) -> list[Table]:
    """DM_VISITS as another release has it: a date, and a flag for each kind of visit."""
    visits = _named(tables, "DM_VISITS")
    flags = ("CIN", "CLA", "CP")
    short = Table(
        "DM_VISITS",
        ("VISIT_ID", "PERSON_ID", "VISIT_TYPE", "ACTUAL_DATE", "SEEN_ALONE_FLAG", *flags),
    )
    for row in visits.rows:
        kind = str(row["visit_type"]).split()[0]
        short.add(
            VISIT_ID=row["visit_id"],
            PERSON_ID=row["person_id"],
            VISIT_TYPE=row["visit_type"],
            ACTUAL_DATE=str(row["actual_datetime"]).split()[0],
            SEEN_ALONE_FLAG=row["seen_alone_flag"],
            **{flag: "Y" if flag == kind else "N" for flag in flags},
        )
    return [*_without(tables, visits.name), short]


def renamed(tables: list[Table]) -> list[Table]:
    """Names as two warehouses give them, and headers in lower case."""
    return [
        replace(
            table,
            name=f"raw.mosaic_fw_{table.name.lower()}" if at % 2 else f"{table.name}_tag_dw",
            columns=tuple(name.lower() for name in table.columns),
            rows=[{name.lower(): cell for name, cell in row.items()} for row in table.rows],
        )
        for at, table in enumerate(tables)
    ]


def _named(tables: list[Table], name: str) -> Table:
    return next(table for table in tables if table.name == name)


def _without(tables: list[Table], *names: str) -> list[Table]:
    return [table for table in tables if table.name not in names]


def _once(table: Table, cells: dict[str, Cell], columns: tuple[str, ...]) -> None:
    row = {name: cells.get(name) for name in columns}
    if row not in table.rows:
        table.add(**row)


SHAPES: dict[str, Shape] = {
    "as they are": lambda tables: tables,
    "own answer tables": with_own_answers,
    "view of people": with_people_view,
    "renamed": renamed,
    "own answers, view of people, renamed": lambda tables: renamed(
        with_people_view(with_own_answers(tables))
    ),
}
"""Every shape that must give the same audit."""
