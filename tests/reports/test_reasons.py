"""Reasons for not assessing are counted."""

from sos_audit.reports.reasons import reasons_not_assessed
from tests.bundle import example


def test_the_most_frequent_reason_comes_first_and_the_rest_by_name():
    assert reasons_not_assessed(example.bundle()) == [
        ("The check stopped on an error.", 1),
        ("The export carries no date of writing up.", 1),
        ("There is no danger statement to read.", 1),
    ]
