"""What a check is asked and what it answers, and the places it can point to."""

from __future__ import annotations

from calendar import month_name
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from pydantic import BaseModel, ConfigDict

from sos_audit.findings import Evidence, Outcome, Searched

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable, Sequence

    from sos_audit.calendar import Deadlines
    from sos_audit.casefile import Document, Span, StatementKind
    from sos_audit.reading.case import CaseReading, PlacedStatement


Absent = Literal["gap", "not_applicable"]
"""The outcome of a quality where there is no statement to have it."""


class Answer(NamedTuple):
    """A check's answer; the engine makes the finding of it."""

    outcome: Outcome
    message: str
    evidence: tuple[Evidence, ...] = ()
    searched: tuple[Searched, ...] = ()
    slot: str = ""


class Inquiry(NamedTuple):
    """A case to ask a criterion of, with the limits that apply."""

    reading: CaseReading
    deadlines: Deadlines


class Settings(BaseModel):
    """Base of a check's settings: closed and immutable."""

    model_config = ConfigDict(extra="forbid", frozen=True)


@dataclass(frozen=True, slots=True)
class CheckKind:
    """A kind of question: its settings and the function that asks it.

    `of_text` is true for kinds that can be asked of one statement alone.
    """

    name: str
    settings: type[BaseModel]
    ask: Callable[[Any, Inquiry], Answer]
    of_text: bool = False


def quoted(document: Document, span: Span, note: str | None = None) -> Evidence:
    """The words at a span of a document, as evidence."""
    return Evidence(
        document.kind,
        document.label,
        document.date,
        span.of(document.text),
        span.start,
        span.end,
        document.id,
        note,
    )


def whole(placed: PlacedStatement, note: str | None = None) -> Evidence:
    """A whole statement as evidence."""
    return quoted(placed.document, placed.statement.span, note)


def recorded(what: str, day: dt.date | None, note: str) -> Evidence:
    """A dated field as evidence: there are no words to quote."""
    return Evidence(what, what.replace("_", " "), day, "", note=note)


def looked_in(documents: Sequence[Document], what: str = "documents") -> tuple[Searched, ...]:
    """The documents that were looked through, how many and between which dates."""
    return (_searched(what, [document.date for document in documents]),)


def looked_through(what: str, days: Iterable[dt.date | None]) -> tuple[Searched, ...]:
    """The dated records that were looked through."""
    return (_searched(what, list(days)),)


def _searched(what: str, days: Sequence[dt.date | None]) -> Searched:
    known = sorted(day for day in days if day is not None)
    return Searched(what, len(days), known[0] if known else None, known[-1] if known else None)


def first_of(evidence: Iterable[Evidence], most: int = 6) -> tuple[Evidence, ...]:
    """The first few pieces of evidence: a reviewer reads no more."""
    return tuple(evidence)[:most]


def without_statement(
    reading: CaseReading, kinds: Sequence[StatementKind], absent: Absent, slot: str
) -> Answer:
    """What to say of a statement's quality where there is none in force.

    A filler in its place is always a gap. Where nothing stands, another criterion says that the
    statement is missing (`not_applicable`), unless this one is the only one to say so (`gap`).
    """
    fillers = [p for p in reading.of_kind(*kinds) if p.statement.placeholder]
    searched = looked_in(reading.documents)
    if fillers:
        evidence = first_of(whole(placed, "a filler") for placed in fillers)
        return Answer(Outcome.GAP, "a filler stands in its place", evidence, searched, slot)
    return Answer(Outcome(absent), "no statement to look in", (), searched, slot)


def overall(outcomes: Sequence[Outcome]) -> Outcome:
    """One outcome for several statements: met if all are, gap if none is, else partly."""
    if all(outcome is Outcome.MET for outcome in outcomes):
        return Outcome.MET
    if all(outcome is Outcome.GAP for outcome in outcomes):
        return Outcome.GAP
    return Outcome.PARTLY


def written(day: dt.date) -> str:
    """A date as it is read out: 3 March 2026."""
    return f"{day.day} {month_name[day.month]} {day.year}"


def counted(number: int, noun: str, plural: str | None = None) -> str:
    """ "1 statement", "3 statements"."""
    return f"{number} {noun if number == 1 else plural or noun + 's'}"
