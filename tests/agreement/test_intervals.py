"""Intervals: Wilson's as published, the bootstrap's by what must hold of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sos_audit.agreement import bootstrap_interval, wilson_interval


@pytest.mark.parametrize(
    ("hits", "total", "low", "high"),
    [
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0000, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_wilson_as_in_newcombe(hits, total, low, high):
    """Newcombe, R. G. (1998), Statistics in Medicine 17, Table I, method 3."""
    assert wilson_interval(hits, total) == pytest.approx((low, high), abs=0.00005)


def test_no_trials_have_no_interval():
    assert wilson_interval(0, 0) is None


@given(st.integers(1, 400).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_wilson_holds_the_share_and_stays_within_zero_and_one(counts):
    hits, total = counts
    low, high = wilson_interval(hits, total)
    assert 0 <= low <= hits / total + 1e-9
    assert hits / total - 1e-9 <= high <= 1


def mean(clusters):
    """The mean over all values of some clusters."""
    values = [value for cluster in clusters for value in cluster]
    return sum(values) / len(values) if values else None


def test_the_same_seed_gives_the_same_interval_and_another_one_another():
    clusters = [[value, value * 2] for value in range(20)]
    first = bootstrap_interval(clusters, mean, seed=7)
    assert bootstrap_interval(clusters, mean, seed=7) == first
    assert bootstrap_interval(clusters, mean, seed=8) != first


def test_clusters_are_drawn_whole_so_alike_items_widen_the_interval():
    values = [0.0, 1.0] * 30
    apart = bootstrap_interval([[value] for value in values], mean)
    together = bootstrap_interval([sorted(values)[at : at + 10] for at in range(0, 60, 10)], mean)
    assert together.high - together.low > 2 * (apart.high - apart.low)


def test_clusters_all_alike_leave_no_doubt():
    assert bootstrap_interval([[3], [3], [3]], mean) == (3, 3)


@pytest.mark.parametrize("clusters", [[], [[1, 2]], [[], []]])
def test_too_little_to_draw_from_has_no_interval(clusters):
    assert bootstrap_interval(clusters, mean) is None


@given(st.lists(st.lists(st.floats(0, 1), min_size=1, max_size=4), min_size=2, max_size=10))
def test_the_interval_lies_within_the_values(clusters):
    low, high = bootstrap_interval(clusters, mean, resamples=50)
    values = [value for cluster in clusters for value in cluster]
    assert min(values) - 1e-9 <= low <= high <= max(values) + 1e-9
