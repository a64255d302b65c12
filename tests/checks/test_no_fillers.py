"""The latest forms hold content."""

from sos_audit.findings import Outcome
from tests.checks.example_case import DANGER, GOAL, ask, document, inquiry, quotes


def fillers(*answers, date="2026-02-09"):
    return ask("no_fillers", inquiry(document(date=date, answers=answers)))


def test_content_everywhere_meets_it():
    answer = fillers(("danger_statement", DANGER), ("safety_goal", GOAL))
    assert (answer.outcome, answer.message) == (Outcome.MET, "0 of 2 places hold a filler")


def test_one_filler_is_partly_and_is_quoted():
    answer = fillers(("danger_statement", DANGER), ("safety_goal", "TBC"))
    assert (answer.outcome, quotes(answer)) == (Outcome.PARTLY, ["TBC"])


def test_three_are_a_gap():
    answer = fillers(("danger_statement", "N/A"), ("safety_goal", "TBC"), ("network", "n/a"))
    assert answer.outcome is Outcome.GAP


def test_old_forms_are_left_alone():
    answer = fillers(("danger_statement", "N/A"), date="2024-02-09")
    assert answer.outcome is Outcome.NOT_APPLICABLE


def test_the_slot_is_the_same_whatever_the_outcome():
    assert {fillers(("safety_goal", GOAL)).slot, fillers().slot} == {"fillers"}
