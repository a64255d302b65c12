"""Which children are read together: those joined by a parent, as siblings, by subgroup or step.

Never by address, carer or worker: foster homes and refuges would join strangers.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from sos_audit_mosaic.contract import PERSONS, RELATIONSHIPS, STEPS_PEOPLE, SUBJECTS
from sos_audit_mosaic.people import relation_of
from sos_audit_mosaic.steps import person_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sos_audit.adapters.table_export import TableExport

_PARENTS = frozenset({"mother", "father", "step_mother", "step_father"})
_SIBLINGS = frozenset({"brother", "sister"})


def children_of(tables: TableExport) -> frozenset[str]:
    """Everybody who is marked as a child and whom a subgroup or a step is about."""
    marked = {
        person_id
        for row in tables.rows(PERSONS)
        if (row.text("CONTEXT_FLAG") or "").upper() == "C" and (person_id := row.id("PERSON_ID"))
    }
    about = {
        *tables.keys(SUBJECTS, "SUBJECT_COMPOUND_ID"),
        *tables.keys(STEPS_PEOPLE, "PERSON_ID"),
    }
    return frozenset(marked & about)


def families_of(
    tables: TableExport, children: frozenset[str], restricted: frozenset[str]
) -> dict[str, str]:
    """The family id of every child: the smallest id of its children who are not restricted."""
    groups = _Groups()
    for one, other in _links(tables, children):
        groups.join(one, other)
    members: defaultdict[str, list[str]] = defaultdict(list)
    for child in sorted(children):
        members[groups.root(child)].append(child)
    return {
        child: next((other for other in family if other not in restricted), child)
        for family in members.values()
        for child in family
    }


def _links(tables: TableExport, children: frozenset[str]) -> Iterator[tuple[str, str]]:
    for row in tables.rows(RELATIONSHIPS):
        person, child = row.id("PERSON_ID"), row.id("OTHER_PERSON_ID")
        if person is None or child not in children:
            continue
        found = relation_of(tables, row)
        relation = found.relation if found else None
        siblings = relation in _SIBLINGS or _is_sibling_category(row.text("FAMILY_CATEGORY"))
        if relation in _PARENTS or (siblings and person in children):
            yield child, person
    for row in tables.rows(SUBJECTS):
        subgroup, person = row.id("SUBGROUP_ID"), person_in(row)
        if subgroup and person in children:
            yield f"subgroup {subgroup}", person
    for row in tables.rows(STEPS_PEOPLE):
        step_id, person = row.id("WORKFLOW_STEP_ID"), row.id("PERSON_ID")
        if step_id and person in children:
            yield f"step {step_id}", person


def _is_sibling_category(category: str | None) -> bool:
    return (category or "").casefold() == "child's siblings"


class _Groups:
    """Disjoint sets of ids."""

    def __init__(self) -> None:
        self._parents: dict[str, str] = {}

    def root(self, member: str) -> str:
        """The one member that stands for the group."""
        path = []
        while (parent := self._parents.get(member, member)) != member:
            path.append(member)
            member = parent
        for passed in path:
            self._parents[passed] = member
        return member

    def join(self, one: str, other: str) -> None:
        """Make two groups one."""
        first, second = sorted((self.root(one), self.root(other)))
        self._parents[second] = first
