"""A real statement of a kind stands in the file."""

from sos_audit.findings import Outcome
from tests.checks.example_case import DANGER, ask, document, inquiry, quotes


def exists(*texts, **settings):
    file = inquiry(document(answers=[("danger_statement", text) for text in texts]))
    return ask("statement_exists", file, statement=["danger_statement"], **settings)


def test_a_statement_meets_it_and_is_quoted():
    answer = exists(DANGER)
    assert (answer.outcome, quotes(answer)) == (Outcome.MET, [DANGER])


def test_an_empty_file_is_a_gap():
    answer = exists()
    assert (answer.outcome, answer.message) == (Outcome.GAP, "no statement found")


def test_a_filler_is_a_gap_that_shows_the_filler():
    answer = exists("N/A")
    assert (answer.outcome, quotes(answer)) == (Outcome.GAP, ["N/A"])


def test_more_than_the_rule_allows_are_partly():
    assert exists(DANGER, DANGER, at_most=1).outcome is Outcome.PARTLY


def test_as_many_as_the_rule_allows_are_met():
    assert exists(DANGER, DANGER, at_most=2).outcome is Outcome.MET


def test_the_slot_names_the_kind_and_not_the_document():
    assert exists(DANGER).slot == "danger_statement"
