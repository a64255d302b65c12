"""Visits, child protection registrations and referrals."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

from tests.rendering.mosaic_codes import CATEGORIES
from tests.rendering.table import Table, uk_date, yes_no

if TYPE_CHECKING:
    from tests.rendering.families import Families

VISIT_WORDS = {"cp": "CP visit", "cin": "CIN visit", "assessment": "Assessment visit"}


def visits(families: Families) -> Table:
    """DM_VISITS in its longer shape; a child who was not seen makes a visit that was not made."""
    table = Table(
        "DM_VISITS",
        (
            "visit_id",
            "person_id",
            "visit_type",
            "planned_datetime",
            "actual_datetime",
            "seen_alone_flag",
            "completed_flag",
        ),
    )
    number = count(8_001)
    for case in families.cases:
        for visit in case.visits:
            table.add(
                visit_id=next(number),
                person_id=case.child_id,
                visit_type=VISIT_WORDS.get(visit.kind or "", visit.kind),
                planned_datetime=f"{visit.date} 15:30:00",
                actual_datetime=f"{visit.date} 15:40:00",
                seen_alone_flag=yes_no(visit.seen_alone),
                completed_flag=yes_no(visit.seen),
            )
    return table


def registrations(families: Families) -> list[Table]:
    """DM_REGISTRATIONS with the categories of abuse."""
    periods = Table(
        "DM_REGISTRATIONS",
        (
            "REGISTRATION_ID",
            "PERSON_ID",
            "IS_CHILD_PROTECTION_PLAN",
            "IS_TEMPORARY_CHILD_PROTECTION",
            "REGISTRATION_START_DATE",
            "DEREGISTRATION_DATE",
        ),
    )
    categories = Table(
        "DM_REGISTRATION_CATEGORIES",
        ("REGISTRATION_ID", "CIN_ABUSE_CATEGORY_CODE", "CATEGORY_START_DATE", "CATEGORY_END_DATE"),
    )
    number = count(4_001)
    for case in families.cases:
        for episode in (e for e in case.episodes if e.kind == "cp"):
            registration = next(number)
            periods.add(
                REGISTRATION_ID=registration,
                PERSON_ID=case.child_id,
                IS_CHILD_PROTECTION_PLAN="Y",
                IS_TEMPORARY_CHILD_PROTECTION="N",
                REGISTRATION_START_DATE=uk_date(episode.start),
                DEREGISTRATION_DATE=uk_date(episode.end),
            )
            categories.add(
                REGISTRATION_ID=registration,
                CIN_ABUSE_CATEGORY_CODE=CATEGORIES.get(episode.category or ""),
                CATEGORY_START_DATE=uk_date(episode.start),
            )
    return [periods, categories]


def referrals(families: Families) -> Table:
    """DM_CIN_REFERRALS: one for each case, open as long as the case is."""
    table = Table("DM_CIN_REFERRALS", ("REFERRAL_ID", "PERSON_ID", "REFERRAL_DATE", "CLOSURE_DATE"))
    for number, case in enumerate(families.cases, 6_001):
        closed = max((e.end for e in case.episodes if e.end), default=None)
        table.add(
            REFERRAL_ID=number,
            PERSON_ID=case.child_id,
            REFERRAL_DATE=uk_date(case.opened),
            CLOSURE_DATE=uk_date(closed) if case.status == "closed" else "",
        )
    return table
