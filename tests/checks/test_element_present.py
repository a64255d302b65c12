"""An element must stand in every statement in force."""

from sos_audit.findings import Outcome
from tests.checks.example_case import DANGER, ask, document, inquiry, quotes

PASSIVE = "There are concerns that Marley could fall from the balcony."


def worried(*texts, **more):
    file = inquiry(document(answers=[("danger_statement", text) for text in texts]), **more)
    return ask("element_present", file, statement=["danger_statement"], any_of=["who_is_worried"])


def test_an_element_in_the_statement_meets_it():
    answer = worried(DANGER)
    assert (answer.outcome, answer.message) == (Outcome.MET, "found in all 1")


def test_the_evidence_is_the_element_and_not_the_statement():
    assert quotes(worried(DANGER)) == ["Mrs Tuck"]


def test_a_statement_without_it_is_a_gap_and_is_quoted_whole():
    answer = worried(PASSIVE)
    assert (answer.outcome, quotes(answer)) == (Outcome.GAP, [PASSIVE])


def test_one_statement_of_two_is_partly():
    answer = worried(DANGER, PASSIVE)
    assert (answer.outcome, answer.message) == (Outcome.PARTLY, "lacking in 1 of 2")


def test_no_statement_has_no_quality():
    assert worried().outcome is Outcome.NOT_APPLICABLE


def test_a_criterion_may_ask_for_the_statement_itself():
    settings = {"statement": ["danger_statement"], "any_of": ["who_is_worried"]}
    answer = ask("element_present", inquiry(document()), **settings, absent="gap")
    assert answer.outcome is Outcome.GAP
    assert [(place.what, place.count) for place in answer.searched] == [("documents", 1)]


def test_a_filler_in_its_place_is_a_gap():
    filler = document(answers=[("danger_statement", "n/a")])
    settings = {"statement": ["danger_statement"], "any_of": ["who_is_worried"]}
    assert ask("element_present", inquiry(filler), **settings).outcome is Outcome.GAP


def test_only_the_statements_of_the_latest_document_are_in_force():
    old = document(date="2026-01-12", answers=[("danger_statement", PASSIVE)])
    new = document(date="2026-03-02", answers=[("danger_statement", DANGER)])
    answer = ask(
        "element_present",
        inquiry(old, new),
        statement=["danger_statement"],
        any_of=["who_is_worried"],
    )
    assert answer.outcome is Outcome.MET


def test_some_of_all_that_are_asked_is_partly():
    file = inquiry(document(answers=[("scale", "10 means the tin is always locked. Abena 6.")]))
    answer = ask("element_present", file, statement=["scale"], all_of=["anchor_low", "anchor_high"])
    assert answer.outcome is Outcome.PARTLY


def test_an_impact_that_looks_only_at_the_near_future_is_partly_where_both_are_asked():
    soon = "Mrs Tuck is worried that Marley will choke on a tablet and be rushed to hospital."
    file = inquiry(document(answers=[("danger_statement", soon)]), child={"name": "Marley Quaye"})
    wanted = {"statement": ["danger_statement"], "any_of": ["child_impact"]}
    assert ask("element_present", file, **wanted).outcome is Outcome.MET
    assert ask("element_present", file, **wanted, soon_and_later=True).outcome is Outcome.PARTLY
