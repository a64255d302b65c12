"""A step was taken within its statutory time of the one before it."""

import pytest
from pydantic import ValidationError

from sos_audit.checks.in_time import InTime
from sos_audit.findings import Outcome
from tests.checks.example_case import ask, inquiry

CONFERENCE = {"after": "strategy_discussion", "step": "icpc", "limit": "icpc_working_days"}
REVIEWS = {
    "after": "icpc",
    "step": "rcpc",
    "limit": "first_rcpc_months",
    "every": "rcpc_interval_months",
}


def in_time(settings, *events, as_at="2026-04-20", **written):
    dated = [{"kind": kind, "date": date} for kind, date in events]
    return ask("in_time", inquiry(events=dated, as_at=as_at, **written), **settings)


def test_the_last_day_is_in_time():
    answer = in_time(CONFERENCE, ("strategy_discussion", "2026-01-12"), ("icpc", "2026-02-02"))
    assert (answer.outcome, answer.message) == (Outcome.MET, "in time")


def test_the_day_after_is_late():
    answer = in_time(CONFERENCE, ("strategy_discussion", "2026-01-12"), ("icpc", "2026-02-03"))
    assert answer.outcome is Outcome.GAP
    assert [e.note for e in answer.evidence] == ["due by 2 February 2026"]


def test_overdue_and_not_held_is_a_gap():
    answer = in_time(CONFERENCE, ("strategy_discussion", "2026-01-12"))
    assert [e.note for e in answer.evidence] == ["was due by 2 February 2026, none recorded"]
    assert answer.outcome is Outcome.GAP


def test_not_yet_due_is_not_a_gap():
    answer = in_time(CONFERENCE, ("strategy_discussion", "2026-01-12"), as_at="2026-02-02")
    assert (answer.outcome, answer.message) == (
        Outcome.NOT_APPLICABLE,
        "due by 2 February 2026",
    )


def test_without_a_start_there_is_nothing_to_ask():
    answer = in_time(CONFERENCE)
    assert (answer.outcome, answer.message) == (
        Outcome.NOT_APPLICABLE,
        "no strategy discussion on record",
    )


def test_a_later_start_that_led_to_a_step_counts_from_itself():
    answer = in_time(
        CONFERENCE,
        ("strategy_discussion", "2026-01-12"),
        ("strategy_discussion", "2026-03-02"),
        ("icpc", "2026-03-12"),
    )
    assert answer.outcome is Outcome.MET


def test_a_step_that_repeats_is_due_again():
    events = [("icpc", "2026-01-15"), ("rcpc", "2026-04-09")]
    assert in_time(REVIEWS, *events, as_at="2026-10-09").outcome is Outcome.MET
    assert in_time(REVIEWS, *events, as_at="2026-10-10").outcome is Outcome.PARTLY


def test_an_assessment_ends_with_its_authorisation():
    settings = {
        "after": "referral",
        "step": "assessment_end",
        "limit": "assessment_working_days",
    }
    answer = in_time(
        settings,
        ("referral", "2026-01-05"),
        assessments=[{"start": "2026-01-06", "end": "2026-02-13", "authorised": "2026-04-01"}],
    )
    assert answer.outcome is Outcome.GAP


def test_a_limit_that_is_no_deadline_is_refused():
    with pytest.raises(ValidationError, match="there is no deadline 'icpc_days'"):
        InTime(after="strategy_discussion", step="icpc", limit="icpc_days")
