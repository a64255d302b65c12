"""Every score of the scaling in force has its reason."""

from sos_audit.findings import Outcome
from tests.checks.example_case import ask, document, inquiry, quotes


def reasons(text):
    return ask("score_reasons", inquiry(document(answers=[("scale", text)])))


def test_a_reason_for_each_score_meets_it():
    answer = reasons("Mum 6 because the locks are on.")
    assert (answer.outcome, answer.message) == (Outcome.MET, "1 of 1 scores explained")


def test_a_reason_for_one_of_two_is_partly():
    assert reasons("Mum 6 because the locks are on. School 4.").outcome is Outcome.PARTLY


def test_bare_numbers_are_a_gap_that_quotes_them():
    answer = reasons("Mum 6. School 4.")
    assert (answer.outcome, quotes(answer)) == (Outcome.GAP, ["6", "4"])


def test_no_score_is_a_gap():
    answer = ask("score_reasons", inquiry(document(text="Mum was out.")))
    assert (answer.outcome, answer.message) == (Outcome.GAP, "no score found")
