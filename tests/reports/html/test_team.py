"""A team's index puts children in bands and ranks nobody."""

import dataclasses

from sos_audit.bundle.v1 import Change
from sos_audit.reports.html.team import team_pages
from tests.bundle import example


def _bands(bundle):
    return {
        team.title: {b.title: [e.case.child_id for e in b.entries] for b in team.bands}
        for team in team_pages(bundle)
    }


def _with_change(change):
    bundle = example.bundle()
    marked = tuple(dataclasses.replace(f, change=change) for f in bundle.findings)
    manifest = dataclasses.replace(bundle.manifest, previous="2026-10-01-000000000000")
    return dataclasses.replace(bundle, manifest=manifest, findings=marked)


def test_teams_are_in_order_of_name_and_children_by_opening_date():
    assert _bands(example.bundle()) == {
        "North 2": {"Critical gaps": ["C2", "C10"]},
        "Südwest & Co": {"All others": ["S/3"]},
    }


def test_critical_gaps_known_before_are_not_new_but_still_marked():
    bundle = _with_change(Change.SAME)

    assert _bands(bundle)["North 2"] == {"Dates to look at": ["C2"], "All others": ["C10"]}
    north = team_pages(bundle)[0]
    assert north.with_critical_gaps == 2
    assert not any(entry.is_new for entry in north.entries)


def test_critical_gaps_that_were_not_there_before_are_called_new():
    assert _bands(_with_change(Change.NEW))["North 2"] == {"New critical gaps": ["C2", "C10"]}


def test_a_critical_gap_is_given_in_words():
    entry = team_pages(example.bundle())[0].entries[0]

    assert entry.critical == ("The family's own safety plan where there is danger",)
    assert entry.deadlines == ("Visits at the frequency of the plan",)


def test_children_without_a_team_are_not_lost():
    bundle = example.bundle()
    cases = tuple(dataclasses.replace(case, team=None) for case in bundle.cases)

    (team,) = team_pages(dataclasses.replace(bundle, cases=cases))

    assert team.title == "Team not recorded"
    assert len(team.entries) == 3
