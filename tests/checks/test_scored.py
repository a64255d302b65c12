"""A score stands in the file: at each decision, or by a given voice."""

from sos_audit.findings import Outcome
from tests.checks.example_case import ask, document, inquiry, quotes


def test_any_score_meets_it():
    file = inquiry(document("case_note", answers=[("scale", "Mum 6.")]))
    answer = ask("scored", file)
    assert (answer.outcome, quotes(answer)) == (Outcome.MET, ["6"])


def test_no_score_is_a_gap():
    file = inquiry(document("case_note", text="Mum was out."))
    assert ask("scored", file).outcome is Outcome.GAP


def test_a_decision_document_without_a_score_makes_it_partly():
    scored = document("assessment", answers=[("scale", "Mum 6.")])
    unscored = document("conference", "2026-03-30", text="All agreed to the plan.")
    answer = ask("scored", inquiry(scored, unscored), at_decisions=True)
    assert (answer.outcome, answer.message) == (
        Outcome.PARTLY,
        "scored at 1 of 2 decision points",
    )


def test_a_score_in_a_note_is_no_score_at_a_decision():
    note = document("case_note", answers=[("scale", "Mum 6.")])
    decision = document("review", "2026-03-30", text="All agreed to the plan.")
    answer = ask("scored", inquiry(note, decision), at_decisions=True)
    assert answer.outcome is Outcome.PARTLY


def test_only_the_voice_that_is_asked_for_counts():
    file = inquiry(document(answers=[("scale", "Mum 6. Social worker 4.")]))
    assert ask("scored", file, by="mother").outcome is Outcome.MET
    assert ask("scored", file, by="child").outcome is Outcome.GAP
