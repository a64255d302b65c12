"""Visits are made as often as the standard for the case type asks."""

import pytest

from sos_audit.findings import Outcome
from tests.checks.example_case import ask, inquiry


def visited(*dates, case_type="cp", as_at="2026-04-01", opened="2026-03-02", seen=True):
    visits = [{"date": date, "kind": case_type, "seen": seen} for date in dates]
    file = inquiry(visits=visits, case_type=case_type, opened=opened, as_at=as_at)
    return ask("visit_interval", file)


def test_ten_working_days_apart_meets_it_under_protection():
    answer = visited("2026-03-16", "2026-03-30")
    assert (answer.outcome, answer.message) == (
        Outcome.MET,
        "2 visits, 0 intervals over the standard",
    )


def test_eleven_working_days_are_over_it():
    answer = visited("2026-03-17", "2026-03-30")
    assert answer.outcome is Outcome.GAP
    assert [e.note for e in answer.evidence] == ["15 days without a visit, from 2 March 2026"]


def test_one_interval_in_four_over_it_is_partly():
    dates = ["2026-03-16", "2026-03-30", "2026-04-20"]
    assert visited(*dates, as_at="2026-04-27").outcome is Outcome.PARTLY


@pytest.mark.parametrize("case_type", ["cin", "cla"])
def test_six_weeks_apart_meets_it_for_other_children(case_type):
    answer = visited("2026-02-14", case_type=case_type, opened="2026-01-03", as_at="2026-03-28")
    assert answer.outcome is Outcome.MET


def test_no_visit_in_time_is_a_gap():
    answer = visited()
    assert (answer.outcome, answer.message) == (Outcome.GAP, "no visit found")


def test_no_visit_is_due_in_the_first_days():
    assert visited(as_at="2026-03-09").outcome is Outcome.NOT_APPLICABLE


def test_a_visit_at_which_the_child_was_not_seen_does_not_count():
    assert visited("2026-03-16", "2026-03-30", seen=False).outcome is Outcome.GAP
