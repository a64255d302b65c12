"""Precision, recall and F1, and what they are where there is nothing to divide."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sos_audit.agreement import Hits, mean_f1


def test_the_three_figures():
    hits = Hits(right=6, wrong=2, missed=4)
    assert (hits.precision, hits.recall, hits.f1) == (0.75, 0.6, pytest.approx(2 / 3))


@pytest.mark.parametrize(
    ("hits", "figures"),
    [
        (Hits(), (None, None, None)),
        (Hits(missed=3), (None, 0.0, 0.0)),
        (Hits(wrong=3), (0.0, None, 0.0)),
        (Hits(wrong=1, missed=1), (0.0, 0.0, 0.0)),
    ],
)
def test_nothing_divided_by_nothing_is_unknown(hits, figures):
    assert (hits.precision, hits.recall, hits.f1) == figures


def test_lots_are_counted_together():
    assert Hits(1, 2, 3) + Hits(4, 5, 6) == Hits.total([Hits(5, 7, 9)]) == Hits(5, 7, 9)


def test_the_mean_leaves_out_only_what_has_no_f1():
    assert mean_f1([Hits(1, 0, 0), Hits(0, 0, 1), Hits()]) == 0.5
    assert mean_f1([Hits()]) is None


COUNTS = st.integers(0, 50)


@given(COUNTS, COUNTS, COUNTS)
def test_f1_lies_between_precision_and_recall(right, wrong, missed):
    hits = Hits(right, wrong, missed)
    if hits.precision is not None and hits.recall is not None:
        low, high = sorted((hits.precision, hits.recall))
        assert low - 1e-9 <= hits.f1 <= high + 1e-9
