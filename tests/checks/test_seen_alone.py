"""The child is seen alone often enough."""

from sos_audit.findings import Outcome
from tests.checks.example_case import ask, inquiry


def visit(date, *, alone, seen=True):
    return {"date": date, "kind": "cp", "seen": seen, "seen_alone": alone}


def seen_alone(*visits):
    return ask("seen_alone", inquiry(visits=visits))


def test_every_second_visit_meets_it():
    answer = seen_alone(visit("2026-02-02", alone=True), visit("2026-02-16", alone=False))
    assert (answer.outcome, answer.message) == (Outcome.MET, "seen alone at 1 of 2 visits")


def test_fewer_are_partly():
    visits = [visit("2026-02-02", alone=True), visit("2026-02-16", alone=False)]
    answer = seen_alone(*visits, visit("2026-03-02", alone=False))
    assert answer.outcome is Outcome.PARTLY


def test_never_is_a_gap():
    assert seen_alone(visit("2026-02-02", alone=False)).outcome is Outcome.GAP


def test_an_empty_field_is_unclear_and_not_a_no():
    assert seen_alone(visit("2026-02-02", alone=None)).outcome is Outcome.UNCLEAR


def test_a_visit_at_which_the_child_was_not_seen_does_not_count():
    answer = seen_alone(visit("2026-02-02", alone=None, seen=False))
    assert (answer.outcome, answer.message) == (
        Outcome.GAP,
        "no visit at which the child was seen",
    )


def test_a_visit_before_the_window_does_not_count():
    assert seen_alone(visit("2025-02-03", alone=True)).outcome is Outcome.GAP
