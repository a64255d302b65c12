"""Is there a real statement of a kind in the file?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sos_audit.casefile import StatementKind
from sos_audit.checks.answers import (
    Answer,
    CheckKind,
    Settings,
    counted,
    first_of,
    looked_in,
    whole,
)
from sos_audit.findings import Outcome

if TYPE_CHECKING:
    from sos_audit.checks.answers import (
        Inquiry,
    )


class StatementExists(Settings):
    """`statement` lists the kinds that count; `at_most` turns a long list into `partly`."""

    statement: tuple[StatementKind, ...]
    at_least: int = 1
    at_most: int | None = None


def ask(settings: StatementExists, inquiry: Inquiry) -> Answer:
    """Met by the statements in force; fillers are shown as what stands in their place."""
    reading = inquiry.reading
    current = reading.current(*settings.statement)
    slot = settings.statement[0]
    if len(current) >= settings.at_least:
        many = settings.at_most is not None and len(current) > settings.at_most
        return Answer(
            Outcome.PARTLY if many else Outcome.MET,
            f"{counted(len(current), 'statement')} in {current[0].document.label}",
            first_of(whole(placed) for placed in current),
            slot=slot,
        )
    fillers = [p for p in reading.of_kind(*settings.statement) if p.statement.placeholder]
    return Answer(
        Outcome.GAP,
        "a filler stands where the statement would be" if fillers else "no statement found",
        first_of(whole(p, "a filler") for p in fillers),
        looked_in(reading.documents),
        slot,
    )


KIND = CheckKind("statement_exists", StatementExists, ask)
