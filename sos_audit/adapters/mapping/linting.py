"""What is wrong with a mapping in the light of the export it is for, each with its line."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from sos_audit.adapters.mapping.lookup import Wildcard, fold
from sos_audit.casefile import StatementKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sos_audit.adapters.load_report import LoadReport
    from sos_audit.adapters.mapping.lookup import Mapping
    from sos_audit.adapters.mapping.schema import QuestionEntry
    from sos_audit.adapters.mapping.strict_yaml import Source
    from sos_audit.adapters.mapping.survey import Asked
    from sos_audit.errors import Problem


class Complaint(NamedTuple):
    """A problem; a `serious` one makes findings wrong, any other leaves something unused."""

    problem: Problem
    serious: bool


def lint(
    source: Source,
    mapping: Mapping,
    asked: Iterable[Asked],
    report: LoadReport,
    inventory: LoadReport,
) -> list[Complaint]:
    """Every complaint, serious ones first, then by line.

    `report` is of the export read with the mapping, `inventory` of the same read with an empty
    one, so that it names everything that occurs.
    """
    found = [
        *_contradictions(source, mapping),
        *_scales(source, mapping),
        *_restriction(source, mapping, report),
        *_head(source, mapping),
        *_unused_questions(source, mapping, list(asked)),
        *_unused_codes(source, mapping, inventory),
    ]
    return sorted(found, key=lambda found: (not found.serious, found.problem.line or 0))


def _contradictions(source: Source, mapping: Mapping) -> Iterator[Complaint]:
    """One code or wording with two kinds, and a pattern that says other than a wording it fits."""
    entries = list(enumerate(mapping.model.questions))
    for name in ("code", "text"):
        by_name: defaultdict[str, list[tuple[int, QuestionEntry]]] = defaultdict(list)
        for at, entry in entries:
            if (value := getattr(entry, name)) and (name == "code" or not entry.code):
                by_name[fold(value)].append((at, entry))
        for same in by_name.values():
            for at, entry in same[1:]:
                first = same[0][1]
                yield Complaint(
                    source.problem(
                        ("questions", at),
                        f"the same {name} as in entry {same[0][0] + 1}"
                        + (
                            f", there {first.kind}, here {entry.kind}"
                            if first.kind != entry.kind
                            else ""
                        ),
                        "keep one entry; case and spacing make no difference",
                    ),
                    serious=True,
                )
    for at, entry in entries:
        if entry.pattern is None:
            continue
        wildcard = Wildcard.of(entry.pattern)
        for other_at, other in entries:
            if (
                other.text
                and not other.code
                and wildcard.matches(fold(other.text))
                and other.kind != entry.kind
            ):
                yield Complaint(
                    source.problem(
                        ("questions", at),
                        f"fits the text of entry {other_at + 1} as well, "
                        f"which is {other.kind} and not {entry.kind}",
                        "the text counts; is that meant?",
                    ),
                    serious=False,
                )


def _scales(source: Source, mapping: Mapping) -> Iterator[Complaint]:
    for at, entry in enumerate(mapping.model.questions):
        if entry.scale is not None and entry.kind is not StatementKind.SCALE:
            yield Complaint(
                source.problem(
                    ("questions", at, "scale"),
                    f"a scale is declared, but the kind is {entry.kind or 'null'}",
                    "write kind: scale, or take the declaration away",
                ),
                serious=True,
            )
        if entry.kind is StatementKind.SCALE and entry.scale is None:
            yield Complaint(
                source.problem(
                    ("questions", at),
                    "a scale without its range and direction",
                    "add scale: {low: 0, high: 10, higher_is_safer: true} as the form has it",
                ),
                serious=False,
            )


def _restriction(source: Source, mapping: Mapping, report: LoadReport) -> Iterator[Complaint]:
    marked = sum(count for why, count in report.withheld.items() if why.startswith("restricted"))
    if not mapping.declares_restriction and marked:
        yield Complaint(
            source.problem(
                ("restricted",),
                f"says that the export holds no restricted record, but it marks {marked}",
                "write restricted: declared",
            ),
            serious=True,
        )


def _head(source: Source, mapping: Mapping) -> Iterator[Complaint]:
    if mapping.authority == "E00000000":
        yield Complaint(
            source.problem(("authority",), "is still the example", "your authority's ONS code"),
            serious=False,
        )
    if mapping.stable_child_key is None:
        yield Complaint(
            source.problem(
                ("stable_child_key",),
                "is null, so a run cannot be compared with an earlier one",
                "person_id, if a child keeps the same id in every export",
            ),
            serious=False,
        )


def _unused_questions(source: Source, mapping: Mapping, asked: list[Asked]) -> Iterator[Complaint]:
    used = {
        found.position
        for one in asked
        if one.times and (found := mapping.question(one.code, one.text)) is not None
    }
    for at, entry in enumerate(mapping.model.questions):
        if at not in used:
            name = entry.code or entry.text or entry.pattern
            yield Complaint(
                source.problem(("questions", at), f"{name!r} does not occur in this export"),
                serious=False,
            )


def _unused_codes(source: Source, mapping: Mapping, inventory: LoadReport) -> Iterator[Complaint]:
    occurring: defaultdict[str, set[str]] = defaultdict(set)
    for label in inventory.unmapped:
        for what, section in _INVENTORY.items():
            if label.startswith(f"{what} "):
                occurring[section].add(fold(label.removeprefix(f"{what} ")))
    for section in sorted(set(_INVENTORY.values())):
        entries = getattr(mapping.model, section)
        names = (
            [(at, entry.name) for at, entry in enumerate(entries)]
            if section == "forms"
            else [(name, name) for name in entries]
        )
        for at, name in names:
            if fold(name)[:80] not in occurring[section]:
                yield Complaint(
                    source.problem((section, at), f"{name!r} does not occur in this export"),
                    serious=False,
                )


_INVENTORY = {
    "form": "forms",
    "note type": "note_types",
    "step type with a form": "step_types",
    "step type without a form": "step_types",
    "visit type": "visit_types",
    "case type": "case_types",
}
"""By what a load report calls a thing, the section of the mapping that gives it a meaning."""
