"""Does each statement in force hold an element?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sos_audit.casefile import Element, StatementKind
from sos_audit.checks.answers import (
    Absent,
    Answer,
    CheckKind,
    Settings,
    first_of,
    looked_in,
    overall,
    quoted,
    whole,
    without_statement,
)
from sos_audit.findings import Outcome
from sos_audit.reading.model import Reach

if TYPE_CHECKING:
    from sos_audit.checks.answers import (
        Inquiry,
    )
    from sos_audit.findings import Evidence
    from sos_audit.reading.case import PlacedStatement
    from sos_audit.reading.model import ElementSpan


class ElementPresent(Settings):
    """Every element of `all_of`, or any of `any_of`, must stand in each statement.

    Some but not all of `all_of` is `partly`; so is a vague element, unless `vague_counts` is off,
    and with `soon_and_later` an impact that looks only one way.
    """

    statement: tuple[StatementKind, ...]
    any_of: tuple[Element, ...] = ()
    all_of: tuple[Element, ...] = ()
    soon_and_later: bool = False
    vague_counts: bool = True
    absent: Absent = "not_applicable"


def ask(settings: ElementPresent, inquiry: Inquiry) -> Answer:
    """One outcome for the statements in force; those that lack the element are quoted."""
    reading = inquiry.reading
    current = reading.current(*settings.statement)
    slot = f"{settings.statement[0]}:{'+'.join((*settings.any_of, *settings.all_of))}"
    if not current:
        return without_statement(reading, settings.statement, settings.absent, slot)
    judged = [(placed, _judge(settings, placed)) for placed in current]
    outcome = overall([result for _, result in judged])
    evidence = [e for placed, result in judged for e in _evidence(settings, placed, result)]
    lacking = sum(result is not Outcome.MET for _, result in judged)
    message = (
        f"found in all {len(judged)}" if not lacking else f"lacking in {lacking} of {len(judged)}"
    )
    return Answer(outcome, message, first_of(evidence), looked_in(reading.documents), slot)


def _judge(settings: ElementPresent, placed: PlacedStatement) -> Outcome:
    if settings.all_of:
        return overall([_held(placed.statement.of(element)) for element in settings.all_of])
    found = placed.statement.of(*settings.any_of)
    if not found:
        return Outcome.GAP
    telling = [element for element in found if not element.vague]
    if not telling and not settings.vague_counts:
        return Outcome.GAP
    if not telling or (settings.soon_and_later and not _looks_both_ways(telling)):
        return Outcome.PARTLY
    return Outcome.MET


def _held(found: tuple[ElementSpan, ...]) -> Outcome:
    if not found:
        return Outcome.GAP
    return Outcome.PARTLY if all(element.vague for element in found) else Outcome.MET


def _looks_both_ways(found: list[ElementSpan]) -> bool:
    reaches = {element.reach for element in found}
    return Reach.BOTH in reaches or {Reach.SOON, Reach.LATER} <= reaches


def _evidence(settings: ElementPresent, placed: PlacedStatement, result: Outcome) -> list[Evidence]:
    if result is Outcome.GAP:
        return [whole(placed, "not found in this statement")]
    found = sorted(
        placed.statement.of(*settings.any_of, *settings.all_of), key=lambda e: (e.vague, e.span)
    )
    return [quoted(placed.document, element.span, _note(element)) for element in found[:3]]


def _note(element: ElementSpan) -> str:
    name = element.element.replace("_", " ")
    return f"{name}, in general words only" if element.vague else name


KIND = CheckKind("element_present", ElementPresent, ask, of_text=True)
