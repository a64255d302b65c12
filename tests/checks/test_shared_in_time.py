"""The family had the report before the meeting."""

import pytest

from sos_audit.findings import Outcome
from tests.checks.example_case import ask, inquiry

MEETING = {"kind": "rcpc", "date": "2026-05-13"}


def shared(date, *, question="Date shared with the family", document="2026-05-11", events=None):
    answers = [{"question": question, "text": date or "To follow", "date": date}]
    file = inquiry(
        {"kind": "report", "date": document, "answers": answers},
        as_at="2026-06-01",
        events=[MEETING] if events is None else events,
    )
    return ask(
        "shared_in_time", file, asks=["shared with the family"], working_days_before={"rcpc": 5}
    )


def test_five_working_days_before_meets_it():
    assert shared("2026-05-06").outcome is Outcome.MET


@pytest.mark.parametrize("date", ["2026-05-07", "2026-05-12"])
def test_later_but_before_the_meeting_is_partly(date):
    assert shared(date).outcome is Outcome.PARTLY


def test_at_the_meeting_is_a_gap():
    assert shared("2026-05-13").outcome is Outcome.GAP


def test_no_date_is_a_gap():
    answer = shared(None)
    assert (answer.outcome, answer.message) == (
        Outcome.GAP,
        "no date of sharing before the meeting",
    )


def test_a_date_that_answers_another_question_is_a_gap():
    assert shared("2026-05-05", question="Date of birth").outcome is Outcome.GAP


def test_a_report_for_an_earlier_meeting_does_not_count():
    assert shared("2026-01-05", document="2026-01-06").outcome is Outcome.GAP


def test_before_the_first_meeting_there_is_nothing_to_ask():
    assert shared("2026-05-05", events=[]).outcome is Outcome.NOT_APPLICABLE
