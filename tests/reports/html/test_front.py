"""The front page counts what was found and what could not be read."""

import dataclasses

from sos_audit.reports.html.front import front_page
from tests.bundle import example


def test_critical_gaps_are_counted_by_criterion():
    assert front_page(example.bundle(), ()).critical == {
        "A danger statement before conference": 1,
        "The family's own safety plan where there is danger": 2,
    }


def test_what_was_not_read_is_counted():
    page = front_page(example.bundle(), ())

    assert (page.withheld, page.refused, page.not_supplied) == (3, 2, ("review",))


def test_many_reasons_are_cut_short_and_the_rest_counted():
    bundle = example.bundle()
    failed = next(f for f in bundle.findings if f.outcome == "failed")
    many = tuple(dataclasses.replace(failed, message=f"Reason {n:02}") for n in range(20))

    page = front_page(dataclasses.replace(bundle, findings=many), ())

    assert len(page.not_assessed) == 12
    assert page.other_reasons == 8
