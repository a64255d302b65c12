"""Findings land where the case page shows them."""

import dataclasses

from sos_audit.reports.html.case import case_page
from tests.bundle import example

BUNDLE = example.bundle()


def _page(child):
    case = next(case for case in BUNDLE.cases if case.child_id == child)
    return case_page(case, BUNDLE.findings_by_child()[child], BUNDLE.criterion_by_id())


def _ids(groups):
    return {group.title: [item.criterion.id for item in group.items] for group in groups}


def test_what_was_found_is_grouped_by_part_of_the_record():
    assert _ids(_page("C10").working) == {
        "Map": ["map.exists"],
        "The child’s voice": ["child.verbatim"],
    }


def test_critical_gaps_stand_apart_from_other_gaps():
    page = _page("C10")

    assert [item.criterion.id for item in page.critical] == ["danger.exists", "plan.exists"]
    assert _ids(page.gaps) == {"Strengths and safety": ["strength.protective"]}
    assert _ids(page.unclear) == {"Danger": ["danger.dispute"]}


def test_every_gap_has_a_question():
    page = _page("C10")

    asked = [item.criterion.id for item in page.critical_questions]
    asked += [item.criterion.id for group in page.questions for item in group.items]
    assert asked == ["danger.exists", "plan.exists", "strength.protective"]


def test_a_criterion_with_several_gaps_is_asked_about_once():
    case = next(case for case in BUNDLE.cases if case.child_id == "C2")
    gap = next(f for f in BUNDLE.findings if f.criterion == "goal.child_experience")
    twice = (gap, dataclasses.replace(gap, slot="second"))

    page = case_page(case, twice, BUNDLE.criterion_by_id())

    assert _ids(page.gaps) == {"Safety goals": ["goal.child_experience"] * 2}
    assert _ids(page.questions) == {"Safety goals": ["goal.child_experience"]}


def test_prompts_are_for_the_reader_and_never_a_worry():
    page = _page("C2")

    assert [item.criterion.id for item in page.prompts] == ["child.used_in_plan"]
    assert page.unclear == ()


def test_what_was_not_assessed_is_listed_with_failures_first():
    assert _ids(_page("C10").aside) == {
        "The check stopped on an error": ["danger.child_impact"],
        "Could not be assessed": ["danger.who_worried"],
    }


def test_scales_that_run_different_ways_are_kept_apart():
    safer, unknown = _page("C2").scales

    assert (safer.direction, len(safer.points)) == ("A higher score is safer.", 8)
    assert (len(unknown.points), unknown.chart) == (1, "")


def test_findings_on_one_sentence_stand_together():
    danger = next(group for group in _page("C2").working if group.title == "Danger")

    assert [[item.criterion.id for item in c.items] for c in danger.clusters] == [
        ["danger.exists", "danger.who_worried", "danger.child_impact"],
        ["danger.dispute"],
    ]


def test_further_passages_for_a_finding_are_kept():
    scaling = next(group for group in _page("C2").working if group.title == "Scaling")

    (cluster,) = scaling.clusters
    assert [other.source.quote for other in cluster.others] == ["Mum now scales 7"]
