"""The time limits that timeliness criteria are judged by, as configuration.

Every number is a default that an authority may replace.  The end of a name is its unit:
``_hours``, ``_days`` (calendar days), ``_working_days``, ``_months`` (calendar months) or
``_visits`` and ``_reviews`` (every n-th).  Each limit has a :class:`Basis`: *national* limits
come from statutory guidance as reported by procedures manuals, *local* ones are one authority's
standard chosen as a default, *unverified* ones were not found in a source and must be checked.

Source keys (procedures and practice guides as published on the web):

========  ==========================================================================
key       source
========  ==========================================================================
S40       supervision guidance for day 15 after a referral (authority not named)
S97       SpeakCase, assessment timescales
S98       tri.x keyword, review child protection conference
S99       Sussex, child protection review conference
S100      Warrington, conferences and core groups
S101      Liverpool, visits to children on child protection plans
S102      Walsall, child protection visits
S103      Southwark, child protection monitoring visits
S105      Central Bedfordshire, child protection monitoring visits
S107      Nottinghamshire, child in need plans and reviews
S108      Knowsley, child in need planning and review
S109      Hertfordshire, visits to looked-after children
S110      Nottinghamshire, visits to looked-after children
S111      Childhood First, looked-after reviews
S112      Lincolnshire, child protection review conferences
S113      East Riding, chronologies and three-monthly summaries
S118      Herefordshire, scrutiny committee 2015
none      no source read
========  ==========================================================================
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from difflib import get_close_matches
from enum import StrEnum
from typing import TYPE_CHECKING, Self

from sos_audit.errors import ConfigurationError, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_LARGEST = 10_000


class Basis(StrEnum):
    """How far a default binds: read as national, one authority's own, or not yet checked."""

    NATIONAL = "national"
    LOCAL = "local"
    UNVERIFIED = "unverified"


@dataclass(frozen=True, slots=True)
class Limit:
    """What one deadline means and where its default comes from."""

    meaning: str
    basis: Basis
    sources: tuple[str, ...]


def _limit(default: int, basis: Basis, sources: str, meaning: str) -> int:
    """Declare a field of :class:`Deadlines` with its default and its source."""
    limit = Limit(meaning, basis, tuple(sources.split()))
    return field(default=default, metadata={"limit": limit})


_NATIONAL, _LOCAL, _UNVERIFIED = Basis.NATIONAL, Basis.LOCAL, Basis.UNVERIFIED


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadlines:
    """All time limits; the unit is the end of each name, the source is in :meth:`limits`."""

    # Referral and assessment
    referral_decision_working_days: int = _limit(
        1, _NATIONAL, "S97", "referral to the decision what to do about it"
    )
    assessment_working_days: int = _limit(
        45, _NATIONAL, "S97", "referral (not allocation) to the completed assessment"
    )
    assessment_checkpoint_working_days: int = _limit(
        15, _LOCAL, "S40", "referral to supervision of the unfinished assessment"
    )

    # Child protection
    icpc_working_days: int = _limit(
        15, _NATIONAL, "S100", "strategy discussion that started the enquiry to conference"
    )
    first_core_group_working_days: int = _limit(
        10, _NATIONAL, "S101", "initial conference to the first core group"
    )
    core_group_interval_days: int = _limit(31, _LOCAL, "S101", "core group to the next (monthly)")
    first_rcpc_months: int = _limit(
        3, _NATIONAL, "S98 S99", "initial conference to the first review conference"
    )
    rcpc_interval_months: int = _limit(6, _NATIONAL, "S98 S99", "review conference to the next")
    cp_visit_interval_working_days: int = _limit(
        10, _LOCAL, "S101 S105", "visit to the next, where the plan does not say"
    )
    cp_seen_alone_every_visits: int = _limit(
        2, _LOCAL, "S103", "child seen alone at least every n-th visit"
    )
    cp_bedroom_seen_every_visits: int = _limit(
        2, _LOCAL, "S103", "child's bedroom seen at least every n-th visit"
    )
    cp_earliest_ending_reviews: int = _limit(
        2, _LOCAL, "S112", "first review conference that may end a plan with actions open"
    )
    cp_long_plan_months: int = _limit(
        24, _LOCAL, "S118", "length from which a plan is reported as not working"
    )

    # Children in need
    cin_planning_meeting_working_days: int = _limit(
        10, _LOCAL, "S107", "decision to the planning meeting"
    )
    cin_visit_interval_days: int = _limit(42, _LOCAL, "S108", "visit to the next (6 weeks)")
    cin_review_interval_days: int = _limit(42, _LOCAL, "S108", "review to the next (6 weeks)")

    # Looked-after children
    cla_first_review_working_days: int = _limit(
        20, _NATIONAL, "S111", "start of being looked after to the first review"
    )
    cla_second_review_months: int = _limit(3, _NATIONAL, "S111", "first review to the second")
    cla_review_interval_months: int = _limit(
        6, _UNVERIFIED, "none", "second and later review to the next"
    )
    cla_first_visit_days: int = _limit(
        7, _NATIONAL, "S109 S110", "start of a placement to the first visit"
    )
    cla_first_period_months: int = _limit(
        12, _NATIONAL, "S109 S110", "length of the first period of a placement"
    )
    cla_visit_interval_days: int = _limit(
        42, _NATIONAL, "S109 S110", "visit to the next in the first period and after (6 weeks)"
    )
    cla_settled_visit_interval_months: int = _limit(
        3, _NATIONAL, "S109 S110", "visit to the next after it, placed to the age of 18"
    )
    cla_long_term_fostering_visit_interval_months: int = _limit(
        6, _NATIONAL, "S109 S110", "visit to the next in designated long-term fostering, if agreed"
    )

    # Recording and supervision
    recording_critical_event_hours: int = _limit(24, _LOCAL, "S101", "critical event to its record")
    recording_visit_working_days: int = _limit(2, _LOCAL, "S101", "statutory visit to its record")
    recording_note_working_days: int = _limit(5, _LOCAL, "S101", "anything else to its record")
    supervision_interval_months: int = _limit(
        2, _LOCAL, "S101", "supervision on the child's file to the next"
    )
    case_summary_interval_months: int = _limit(
        3, _LOCAL, "S113", "case summary to the next; chronology brought up to date"
    )

    @classmethod
    def limits(cls) -> dict[str, Limit]:
        """Give, for each name, what it means and where its default comes from."""
        return {item.name: item.metadata["limit"] for item in fields(cls)}

    @classmethod
    def from_mapping(cls, values: Mapping[str, object], *, file: str | None = None) -> Self:
        """Replace defaults by ``values``; everything wrong with them is reported at once.

        ``file`` is where the values were written, for the error message.
        """
        problems = [Problem(text, file, hint=hint) for text, hint in cls._mistakes(values)]
        if problems:
            raise ConfigurationError("The deadlines cannot be used as written:", problems)
        return cls(**{name: value for name, value in values.items() if isinstance(value, int)})

    @classmethod
    def _mistakes(cls, values: Mapping[str, object]) -> Iterator[tuple[str, str | None]]:
        """Say what is wrong with each value, and what to write instead."""
        known = cls.limits()
        for name, value in values.items():
            if name not in known:
                near = get_close_matches(name, known, n=1)
                yield (
                    f"there is no deadline called {name!r}",
                    f"did you mean {near[0]!r}?" if near else None,
                )
            elif isinstance(value, bool) or not isinstance(value, int):
                yield f"{name} must be a whole number, not {value!r}", None
            elif not 1 <= value <= _LARGEST:
                yield f"{name} must be from 1 to {_LARGEST}, not {value}", None
