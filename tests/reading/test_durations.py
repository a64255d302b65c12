"""How long something must be seen; ages and frequencies are no lengths of time."""

import pytest

from sos_audit.reading.durations import find_durations
from tests.reading.shipped import passage


def durations(text):
    return [(found.span.of(text), found.vague) for found in find_durations(passage(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dad will do this for 12 weeks.", ["12 weeks"]),
        ("over the next six months", ["six months"]),
        ("for a whole term", ["a whole term"]),
        ("until the next review", ["until the next review"]),
        ("We need to see this for at least 3 months.", ["3 months"]),
    ],
)
def test_a_length_of_time_is_found(text, expected):
    assert durations(text) == [(words, False) for words in expected]


@pytest.mark.parametrize(
    "text",
    [
        "Ella is 6 months old.",
        "twice a week",
        "every 4 weeks",
        "It happened 3 weeks ago.",
        "within 10 days",
        "Dad will stop drinking.",
    ],
)
def test_an_age_a_frequency_or_a_deadline_is_none(text):
    assert [words for words, vague in durations(text) if not vague] == []


def test_sustained_is_vague():
    assert durations("There will be sustained change.") == [("sustained", True)]
