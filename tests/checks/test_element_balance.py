"""What is wanted in a statement is weighed against what stands in for it."""

import pytest

from sos_audit.findings import Outcome
from tests.checks.example_case import ask, document, inquiry, quotes

ACT = "Nan is worried that Jodie will leave the twins locked in alone again."
LABEL = "Nan is worried about neglect."
BOTH = "Nan is worried about neglect, because Jodie locked the twins in and left them alone."


def acts(*texts, both="partly", neither="gap"):
    file = inquiry(document(answers=[("danger_statement", text) for text in texts]))
    return ask(
        "element_balance",
        file,
        statement=["danger_statement"],
        good=["act"],
        bad=["label"],
        both=both,
        neither=neither,
    )


def test_only_what_is_wanted_meets_it():
    assert acts(ACT).outcome is Outcome.MET


def test_only_what_stands_in_for_it_is_a_gap_that_quotes_the_words():
    answer = acts(LABEL)
    assert (answer.outcome, quotes(answer)) == (Outcome.GAP, ["neglect"])


@pytest.mark.parametrize("both", ["met", "partly", "gap"])
def test_the_rule_says_what_both_together_are(both):
    assert acts(BOTH, both=both).outcome == both


@pytest.mark.parametrize("neither", ["met", "partly", "gap"])
def test_the_rule_says_what_neither_is(neither):
    text = "Nan is worried that things will get worse for the twins."
    assert acts(text, neither=neither).outcome == neither


def test_one_good_statement_and_one_bad_are_partly():
    answer = acts(ACT, LABEL)
    assert (answer.outcome, answer.message) == (Outcome.PARTLY, "as asked in 1 of 2")


def test_nothing_to_look_in_has_no_quality():
    assert acts().outcome is Outcome.NOT_APPLICABLE
