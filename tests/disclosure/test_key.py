"""Ids stay different from each other, and records keep their order."""

from hypothesis import given
from hypothesis import strategies as st

from sos_audit.disclosure import Key

KEY = Key(b"k" * 32)


@given(st.lists(st.integers(0, 10**9), unique=True, min_size=2, max_size=50))
def test_numbered_records_keep_their_order(numbers):
    ids = [int(KEY.record_id(str(number))) for number in sorted(numbers)]
    assert ids == sorted(ids)
    assert len(set(ids)) == len(numbers)


@given(st.lists(st.text("abc0123", min_size=1, max_size=6), unique=True, max_size=50))
def test_people_stay_different_people(ids):
    assert len({KEY.person_id(found) for found in ids}) == len(ids)


def test_an_id_of_digits_stays_one():
    assert KEY.person_id("10452").isdigit()
    assert KEY.person_id("C1").startswith("x")
    assert KEY.record_id("D1").startswith("r")


def test_dates_move_back_by_half_a_year_to_three_years():
    assert all(-156 < Key(bytes([n]) * 32).weeks <= -26 for n in range(50))


def test_a_team_has_another_name():
    assert KEY.team("North 2").startswith("Team ")
    assert KEY.team("North 2") == KEY.team("NORTH 2") != KEY.team("North 3")
