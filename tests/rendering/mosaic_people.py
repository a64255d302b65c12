"""Persons, their relationships, and workers, as Mosaic's tables hold them."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

from tests.rendering.mosaic_codes import prof_relationship
from tests.rendering.table import Table, uk_date, yes_no

if TYPE_CHECKING:
    from tests.rendering.families import Families

FAMILY_CATEGORIES = {
    "mother": "Child's Parents",
    "father": "Child's Parents",
    "brother": "Child's Siblings",
    "sister": "Child's Siblings",
}


def persons(families: Families) -> Table:
    """DM_PERSONS: the children, and their families and friends."""
    table = Table(
        "DM_PERSONS",
        (
            "PERSON_ID",
            "FULL_NAME",
            "DATE_OF_BIRTH",
            "GENDER",
            "RESTRICTED",
            "FULL_ETHNICITY_CODE",
            "FIRST_LANGUAGE",
            "CONTEXT_FLAG",
            "INTERPRETER_REQUIRED",
        ),
        encoding="cp1252",
    )
    for case in families.cases:
        child = case.child
        table.add(
            PERSON_ID=case.child_id,
            FULL_NAME=child.name,
            DATE_OF_BIRTH=uk_date(child.dob),
            GENDER=child.sex,
            RESTRICTED=yes_no(case.restricted),
            FULL_ETHNICITY_CODE=child.ethnicity,
            FIRST_LANGUAGE=child.first_language,
            CONTEXT_FLAG="C",
            INTERPRETER_REQUIRED=yes_no(child.interpreter),
        )
    for person_id, name in _others(families).items():
        table.add(PERSON_ID=person_id, FULL_NAME=name, RESTRICTED="N", CONTEXT_FLAG="A")
    return table


def _others(families: Families) -> dict[str, str | None]:
    children = {case.child_id for case in families.cases}
    people = [person for case in families.cases for person in case.people]
    return {p.id: p.name for p in people if not p.professional and p.id not in children}


def relationships(families: Families) -> list[Table]:
    """Who is who to a child: PERSON_ID is the mother, uncle, ... of OTHER_PERSON_ID."""
    words = sorted({p.relation for c in families.cases for p in c.people if p.relation})
    types = Table("DM_PERSONAL_REL_TYPES", ("PERSONAL_REL_TYPE_ID", "DESCRIPTION"))
    for at, word in enumerate(words, 1):
        types.add(PERSONAL_REL_TYPE_ID=at, DESCRIPTION=word.replace("_", " ").capitalize())
    links = Table(
        "DM_PERSONAL_RELATIONSHIPS",
        (
            "PERSONAL_RELATIONSHIP_ID",
            "PERSON_ID",
            "PERSONAL_REL_TYPE_ID",
            "OTHER_PERSON_ID",
            "IS_MOTHER",
            "FAMILY_CATEGORY",
        ),
    )
    number = count(1)
    for case in families.cases:
        for person in case.people:
            if person.professional or person.relation is None:
                continue
            links.add(
                PERSONAL_RELATIONSHIP_ID=next(number),
                PERSON_ID=person.id,
                PERSONAL_REL_TYPE_ID=words.index(person.relation) + 1,
                OTHER_PERSON_ID=case.child_id,
                IS_MOTHER=yes_no(person.relation == "mother"),
                FAMILY_CATEGORY=FAMILY_CATEGORIES.get(
                    person.relation, "Other Family Relationships"
                ),
            )
    return [types, links]


def workers(families: Families, ids: dict[str, str]) -> list[Table]:
    """DM_WORKERS, DM_PROF_RELATIONSHIPS and the older WORKERS that case notes refer to."""
    names = Table("DM_WORKERS", ("WORKER_ID", "FULL_NAME"))
    users = Table("workers", ("id", "first_names", "last_names", "system_user_id"))
    links = Table(
        "DM_PROF_RELATIONSHIPS",
        (
            "PROF_RELATIONSHIP_ID",
            "PERSON_ID",
            "WORKER_ID",
            "PROF_REL_TYPE_CODE",
            "START_DATE",
            "END_DATE",
        ),
    )
    known: dict[str, str | None] = {}
    number = count(1)
    for case in families.cases:
        involved = [(w.id, w.name, w.role, w.from_, w.to) for w in case.workers]
        involved += [(p.id, p.name, p.relation, None, None) for p in case.people if p.professional]
        for worker_id, name, role, start, end in involved:
            known[worker_id] = name
            links.add(
                PROF_RELATIONSHIP_ID=next(number),
                PERSON_ID=case.child_id,
                WORKER_ID=worker_id,
                PROF_REL_TYPE_CODE=prof_relationship(role or "other"),
                START_DATE=uk_date(start),
                END_DATE=uk_date(end),
            )
    known |= {worker_id: name for name, worker_id in ids.items()}
    for worker_id, name in known.items():
        first, _, last = (name or "").rpartition(" ")
        names.add(WORKER_ID=worker_id, FULL_NAME=name)
        users.add(
            id=worker_id, first_names=first, last_names=last, system_user_id=worker_id.lower()
        )
    return [names, users, links]
