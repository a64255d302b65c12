"""The dated record: visits, registrations, referrals, and what steps mean as events."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sos_audit.casefile import Assessment, Episode, Event, Plan, Review, Visit
from sos_audit_mosaic.contract import CATEGORIES, REFERRALS, REGISTRATIONS, VISITS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sos_audit.adapters.cells import Cells
    from sos_audit.adapters.table_export import TableExport
    from sos_audit_mosaic.steps import Step

REVIEWS = frozenset({"rcpc", "cin_review", "cla_review"})

_ABUSE = {
    "NEG": "neglect",
    "PHY": "physical abuse",
    "EMO": "emotional abuse",
    "SAB": "sexual abuse",
    "MUL": "multiple",
}
"""The categories of the children in need census."""


def visits_of(tables: TableExport, child_id: str) -> tuple[Visit, ...]:
    """The visits to a child; one planned and never dated is none."""
    found = {
        Visit(date, _visit_kind(tables, row), _seen(row), row.flag("SEEN_ALONE_FLAG"))
        for row in tables.rows_for(VISITS, "PERSON_ID", child_id)
        if (date := row.date("ACTUAL_DATE") or row.date("PLANNED_DATETIME"))
    }
    return tuple(sorted(found, key=lambda visit: (visit.date, repr(visit))))


def _visit_kind(tables: TableExport, row: Cells) -> str | None:
    word = row.text("VISIT_TYPE")
    known = tables.mapping.visit_kind(word)
    if known is None:
        known = next((kind for kind in ("cp", "cla", "cin") if row.flag(kind.upper())), None)
    if known is None and word:
        tables.report.unmap("visit type", word)
    return known


def _seen(row: Cells) -> bool | None:
    """Whether the child was seen; the tables say so only for a visit alone or one not made."""
    if row.flag("SEEN_ALONE_FLAG"):
        return True
    if row.text("REASON_VISIT_NOT_MADE"):
        return False
    return row.flag("COMPLETED_FLAG")


def registrations_of(tables: TableExport, child_id: str) -> tuple[Episode, ...]:
    """The child's periods of child protection planning."""
    found = {
        Episode(
            "cp",
            row.date("REGISTRATION_START_DATE"),
            row.date("DEREGISTRATION_DATE"),
            _category(tables, row.id("REGISTRATION_ID")),
        )
        for row in tables.rows_for(REGISTRATIONS, "PERSON_ID", child_id)
        if row.flag("IS_CHILD_PROTECTION_PLAN") is not False
        and not row.flag("IS_TEMPORARY_CHILD_PROTECTION")
    }
    return _in_order(found)


def _category(tables: TableExport, registration_id: str | None) -> str | None:
    """The latest category of a registration."""
    if registration_id is None:
        return None
    rows = tables.rows_for(CATEGORIES, "REGISTRATION_ID", registration_id)
    dated = [
        (str(row.date("CATEGORY_START_DATE") or ""), code)
        for row in rows
        if (code := row.text("CIN_ABUSE_CATEGORY_CODE"))
    ]
    code = max(dated, default=("", ""))[1]
    return _ABUSE.get(code.upper(), code.casefold() or None)


def referrals_of(tables: TableExport, child_id: str) -> tuple[Episode, ...]:
    """The child's referrals, until they were closed or came to nothing."""
    return _in_order(
        {
            Episode(
                "referral",
                row.date("REFERRAL_DATE"),
                row.date("CLOSURE_DATE") or row.date("NFA_DATE"),
            )
            for row in tables.rows_for(REFERRALS, "PERSON_ID", child_id)
        }
    )


def enquiries_in(steps: Iterable[Step]) -> tuple[Episode, ...]:
    """Section 47 enquiries."""
    return tuple(Episode("s47", s.started, s.completed) for s in steps if s.is_section_47)


def assessments_in(steps: Iterable[Step]) -> tuple[Assessment, ...]:
    """Child and family assessments; a step is completed when it is authorised."""
    return tuple(Assessment(s.started, s.completed, s.completed) for s in steps if s.is_assessment)


def events_in(steps: Iterable[Step]) -> tuple[Event, ...]:
    """What the mapping calls an event; due dates and outcomes are not in these tables."""
    return tuple(
        Event(s.meaning.event, s.date) for s in steps if s.meaning is not None and s.meaning.event
    )


def reviews_in(steps: Iterable[Step]) -> tuple[Review, ...]:
    """Those events that review a plan."""
    return tuple(
        Review(s.meaning.event, s.date, participation=s.participation)
        for s in steps
        if s.meaning is not None and s.meaning.event in REVIEWS
    )


def plans_of(registrations: Iterable[Episode]) -> tuple[Plan, ...]:
    """Child protection plans; other plans are not in these tables."""
    return tuple(Plan("cp", episode.start, episode.end) for episode in registrations)


def _in_order(episodes: set[Episode]) -> tuple[Episode, ...]:
    return tuple(sorted(episodes, key=lambda episode: (str(episode.start), repr(episode))))
