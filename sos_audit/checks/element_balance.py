"""Does a statement hold what is wanted, rather than only what stands in for it?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

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

if TYPE_CHECKING:
    from sos_audit.checks.answers import (
        Inquiry,
    )
    from sos_audit.findings import Evidence
    from sos_audit.reading.case import PlacedStatement


class ElementBalance(Settings):
    """`good` elements against `bad` ones, in each statement in force.

    Only good is met, only bad a gap; `both` and `neither` say what the rest is.
    """

    statement: tuple[StatementKind, ...]
    good: tuple[Element, ...]
    bad: tuple[Element, ...]
    both: Literal["met", "partly", "gap"]
    neither: Literal["met", "partly", "gap"]
    absent: Absent = "not_applicable"


def ask(settings: ElementBalance, inquiry: Inquiry) -> Answer:
    """One outcome for the statements in force, with the words that weigh either way."""
    reading = inquiry.reading
    current = reading.current(*settings.statement)
    slot = f"{settings.statement[0]}:{'+'.join(settings.bad)}"
    if not current:
        return without_statement(reading, settings.statement, settings.absent, slot)
    judged = [(placed, _judge(settings, placed)) for placed in current]
    evidence = [e for placed, result in judged for e in _evidence(settings, placed, result)]
    outcome = overall([result for _, result in judged])
    short = sum(result is not Outcome.MET for _, result in judged)
    message = f"as asked in {len(judged) - short} of {len(judged)}"
    return Answer(outcome, message, first_of(evidence), looked_in(reading.documents), slot)


def _judge(settings: ElementBalance, placed: PlacedStatement) -> Outcome:
    good = any(not element.vague for element in placed.statement.of(*settings.good))
    bad = bool(placed.statement.of(*settings.bad))
    if good and bad:
        return Outcome(settings.both)
    if good:
        return Outcome.MET
    return Outcome.GAP if bad else Outcome(settings.neither)


def _evidence(settings: ElementBalance, placed: PlacedStatement, result: Outcome) -> list[Evidence]:
    wanted = settings.good if result is Outcome.MET else settings.bad
    found = [e for e in placed.statement.of(*wanted) if not e.vague]
    if not found:
        return [whole(placed)]
    return [quoted(placed.document, e.span, e.element.replace("_", " ")) for e in found[:3]]


KIND = CheckKind("element_balance", ElementBalance, ask, of_text=True)
