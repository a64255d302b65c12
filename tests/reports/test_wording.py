"""Closed lists, dates and counts read as people would write them."""

import datetime as dt

import pytest

from sos_audit.bundle.v1 import Fidelity, Searched
from sos_audit.findings import Outcome
from sos_audit.reports import wording

FEB, OCT = dt.date(2026, 2, 3), dt.date(2026, 10, 30)


def _fidelity(**changes):
    fields = {
        "domain": "map",
        "percent": 50,
        "assessable": 4,
        "asked": 6,
        "unclear": 0,
        "failed": 0,
    }
    return Fidelity(**(fields | changes))


def test_every_outcome_has_words():
    assert set(wording.OUTCOMES) == set(Outcome)
    assert wording.OUTCOMES[Outcome.GAP] == "Not found in the records supplied"


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (FEB, OCT, "3 Feb – 30 Oct 2026"),
        (dt.date(2025, 12, 1), FEB, "1 Dec 2025 – 3 Feb 2026"),
        (FEB, FEB, "3 Feb 2026"),
        (None, FEB, "3 Feb 2026"),
        (None, None, "date not recorded"),
    ],
)
def test_a_period_does_not_say_the_same_twice(first, last, words):
    assert wording.period(first, last) == words


def test_a_gap_says_where_it_looked():
    places = (
        Searched(what="documents", count=7, first=FEB, last=OCT),
        Searched(what="safety_plans", count=1, first=FEB, last=FEB),
        Searched(what="visits", count=0),
    )

    assert wording.looked_in(places) == (
        "looked in 7 documents, 3 Feb – 30 Oct 2026; 1 safety plan, 3 Feb 2026; 0 visits"
    )


def test_a_percentage_always_says_what_it_rests_on():
    assert wording.assessable(_fidelity()) == "4 of 6 assessable"
    assert (
        wording.assessable(_fidelity(unclear=1, failed=2))
        == "4 of 6 assessable, 1 unclear, 2 failed"
    )


def test_nothing_assessable_is_no_score_and_not_nought():
    assert wording.percent(_fidelity(percent=0)) == "0%"
    assert wording.percent(_fidelity(percent=None)) == "no score"


def test_a_domain_of_a_local_pack_is_called_by_its_id():
    assert wording.domain("child_voice") == "The child’s voice"
    assert wording.domain("school_life") == "School life"


def test_what_is_missing_is_named_as_not_recorded():
    assert wording.case_type(None) == "Case type not recorded"
    assert wording.team(None) == "Team not recorded"


@pytest.mark.parametrize(
    ("number", "words"), [(0, "0 children"), (1, "1 child"), (1204, "1,204 children")]
)
def test_a_count_has_its_noun_in_the_right_form(number, words):
    assert wording.count(number, "child", "children") == words


def test_names_with_numbers_are_in_the_order_that_people_count():
    teams = ["Team 10", "team 2", "North", "7 Oaks"]

    assert sorted(teams, key=wording.in_order) == ["7 Oaks", "North", "team 2", "Team 10"]
