"""Each danger has partners of its own."""

from sos_audit.findings import Outcome
from tests.checks.example_case import DANGER, GOAL, ask, document, inquiry, quotes

SCALE = "About the tablets Abena says 6."
OTHER = "Mrs Tuck is worried that Marley could fall from the balcony."


def goals(*answers):
    file = inquiry(document(answers=answers))
    return ask("matched_to_danger", file, danger=["danger_statement"], partners=["safety_goal"])


def linked(*answers):
    file = inquiry({"kind": "assessment", "date": "2026-02-09", "answers": answers})
    return ask(
        "matched_to_danger",
        file,
        danger=["danger_statement"],
        partners=["safety_goal", "scale"],
        by_topic=True,
    )


def answered(kind, text, row=None):
    return {"kind": kind, "text": text, "row": row}


def test_as_many_goals_as_dangers_meet_it():
    assert goals(("danger_statement", DANGER), ("safety_goal", GOAL)).outcome is Outcome.MET


def test_a_danger_without_a_goal_is_partly_and_is_shown_first():
    answer = goals(("danger_statement", DANGER), ("danger_statement", OTHER), ("safety_goal", GOAL))
    assert (answer.outcome, quotes(answer)[0]) == (Outcome.PARTLY, OTHER)


def test_dangers_without_any_goal_are_a_gap():
    answer = goals(("danger_statement", DANGER))
    assert (answer.outcome, quotes(answer)) == (Outcome.GAP, [DANGER])


def test_a_goal_without_a_danger_is_partly():
    assert goals(("safety_goal", GOAL)).outcome is Outcome.PARTLY


def test_nothing_at_all_is_a_gap():
    assert goals().outcome is Outcome.GAP


def test_by_topic_words_in_common_make_a_set():
    answer = linked(
        answered("danger_statement", DANGER),
        answered("safety_goal", GOAL),
        answered("scale", SCALE),
    )
    assert answer.outcome is Outcome.MET


def test_one_danger_goal_and_scale_are_a_set_whatever_their_words():
    answer = linked(
        answered("danger_statement", OTHER),
        answered("safety_goal", GOAL),
        answered("scale", SCALE),
    )
    assert answer.outcome is Outcome.MET


def test_the_same_form_row_makes_a_set_without_words_in_common():
    answer = linked(
        answered("danger_statement", OTHER, row="1"),
        answered("safety_goal", GOAL, row="1"),
        answered("scale", SCALE, row="1"),
    )
    assert answer.outcome is Outcome.MET
