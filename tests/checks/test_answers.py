"""What checks share: one outcome for several statements, dates and counts in words."""

import datetime as dt

import pytest

from sos_audit.checks import CHECKS
from sos_audit.checks.answers import counted, looked_through, overall, written
from sos_audit.findings import Outcome, Searched

MET, PARTLY, GAP = Outcome.MET, Outcome.PARTLY, Outcome.GAP


@pytest.mark.parametrize(
    ("several", "one"),
    [([MET, MET], MET), ([GAP, GAP], GAP), ([MET, GAP], PARTLY), ([PARTLY, PARTLY], PARTLY)],
)
def test_several_outcomes_make_one(several, one):
    assert overall(several) is one


def test_a_date_is_read_out():
    assert written(dt.date(2026, 3, 3)) == "3 March 2026"


@pytest.mark.parametrize(("number", "said"), [(1, "1 person"), (2, "2 people")])
def test_a_count_has_its_noun(number, said):
    assert counted(number, "person", "people") == said


def test_the_places_searched_leave_out_unknown_dates():
    days = [dt.date(2026, 3, 3), None, dt.date(2026, 1, 2)]
    assert looked_through("visits", days) == (
        Searched("visits", 3, dt.date(2026, 1, 2), dt.date(2026, 3, 3)),
    )


@pytest.mark.parametrize("name", CHECKS)
def test_every_kind_of_check_has_a_test_module(name, request):
    assert (request.path.parent / f"test_{name}.py").is_file()
