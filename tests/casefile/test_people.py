"""Ages, and who is in a parent's place."""

import datetime as dt

import pytest

from sos_audit.casefile import Child, Person


@pytest.mark.parametrize(
    ("born", "day", "age"),
    [
        ("2020-03-02", "2026-03-01", 5),
        ("2020-03-02", "2026-03-02", 6),
        ("2020-02-29", "2021-02-28", 0),
        ("2020-02-29", "2021-03-01", 1),
        ("2026-03-01", "2026-03-01", 0),
    ],
)
def test_an_age_is_in_completed_years(born, day, age):
    child = Child("C1", born=dt.date.fromisoformat(born))
    assert child.age_on(dt.date.fromisoformat(day)) == age


def test_without_a_date_of_birth_there_is_no_age():
    assert Child("C1").age_on(dt.date(2026, 3, 1)) is None


@pytest.mark.parametrize(
    ("relation", "is_carer"),
    [("mother", True), ("step_father", True), ("carer", True), ("neighbour", False), (None, False)],
)
def test_a_carer_is_a_parent_or_in_a_parents_place(relation, is_carer):
    assert Person("P1", "Pat", relation).is_carer is is_carer
