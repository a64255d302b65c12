"""Several people score, the family among them."""

from sos_audit.findings import Outcome
from tests.checks.example_case import ask, document, inquiry


def voices(text):
    return ask("score_voices", inquiry(document(answers=[("scale", text)])))


def test_two_people_one_of_the_family_meet_it():
    answer = voices("Mum 6. Social worker 4.")
    assert (answer.outcome, answer.message) == (Outcome.MET, "2 named people scored")


def test_professionals_alone_are_a_gap():
    answer = voices("School 6. Social worker 4.")
    assert (answer.outcome, answer.message) == (
        Outcome.GAP,
        "2 named people scored, nobody of the family",
    )


def test_one_parent_alone_is_partly():
    assert voices("Mum 6.").outcome is Outcome.PARTLY


def test_two_people_may_agree():
    assert voices("Mum 5. Social worker 5.").outcome is Outcome.MET


def test_one_number_from_everybody_is_partly():
    assert voices("Mum 5. Nan 5. Social worker 5.").outcome is Outcome.PARTLY


def test_a_number_that_belongs_to_nobody_is_a_gap():
    assert voices("Safety was scaled at 5.").outcome is Outcome.GAP


def test_the_latest_decision_document_is_the_scaling_in_force():
    before = document("conference", answers=[("scale", "Mum 6. Social worker 4.")])
    latest = document("review", "2026-03-02", answers=[("scale", "Social worker 5.")])
    assert ask("score_voices", inquiry(before, latest)).outcome is Outcome.GAP
