"""Each parent's or carer's view is on file, or a reason why not."""

import pytest

from sos_audit.findings import Outcome
from tests.checks.example_case import ask, document, inquiry

MOTHER = {"name": "Hayley Crane", "relation": "mother"}
FATHER = {"name": "Jo Crane", "relation": "father"}
HEARD = 'Hayley said, "I ring him when I can\'t cope at all".'


def views(text, people=(MOTHER, FATHER)):
    return ask("views_of_each", inquiry(document(text=text), people=people))


def test_words_of_the_only_parent_meet_it():
    answer = views(HEARD, [MOTHER])
    assert (answer.outcome, answer.message) == (Outcome.MET, "a view of each is on file")


def test_a_parent_who_is_not_heard_makes_it_partly_and_is_named_by_relation():
    answer = views(HEARD)
    assert (answer.outcome, answer.message) == (Outcome.PARTLY, "no view found of: father")


def test_nobody_heard_is_a_gap():
    assert views("The home was warm.").outcome is Outcome.GAP


def test_a_reason_stands_for_a_view():
    assert views(f"{HEARD}\nWe were unable to trace Jo.").outcome is Outcome.MET


@pytest.mark.parametrize(
    "text", ["Ruby enjoyed it and Nan declined.", "Jo studied at the college in Hull."]
)
def test_a_name_or_a_reason_inside_other_words_is_none(text):
    assert views(f"{HEARD}\n{text}").outcome is Outcome.PARTLY


def test_a_score_is_a_view():
    scored = document(answers=[("scale", "Hayley 6 because he has gone.")])
    assert ask("views_of_each", inquiry(scored, people=[MOTHER])).outcome is Outcome.MET


def test_no_parent_in_the_record_is_unclear():
    assert views(HEARD, []).outcome is Outcome.UNCLEAR
