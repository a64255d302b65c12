"""A statement is the child's own, not a sibling's."""

import pytest

from sos_audit.findings import Outcome
from tests.checks.example_case import DANGER, ask, document, inquiry, quotes

OTHER = "Gran worries that Alfie could choke in his cot with nobody free to go to him."


def compared(own, sibling):
    siblings = [] if sibling is None else [{"documents": [in_danger(sibling)]}]
    file = inquiry(in_danger(own), siblings=siblings)
    return ask("sibling_copy", file, statement=["danger_statement"])


def in_danger(text):
    return document(answers=[("danger_statement", text)])


def test_words_of_their_own_meet_it():
    assert compared(DANGER, OTHER).outcome is Outcome.MET


def test_the_same_words_are_a_gap():
    answer = compared(DANGER, DANGER)
    assert (answer.outcome, answer.message) == (
        Outcome.GAP,
        "likeness to a sibling's statement 100%",
    )


def test_nearly_the_same_words_are_partly():
    longer = DANGER.replace("tablets", "tablets on the sofa")
    assert compared(DANGER, longer).outcome is Outcome.PARTLY


def test_only_the_childs_own_statement_is_quoted():
    assert quotes(compared(DANGER, OTHER)) == [DANGER]


@pytest.mark.parametrize("sibling", [None, "N/A"])
def test_without_a_siblings_statement_there_is_nothing_to_ask(sibling):
    assert compared(DANGER, sibling).outcome is Outcome.NOT_APPLICABLE
