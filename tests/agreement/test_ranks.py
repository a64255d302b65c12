"""Spearman's rank correlation, with and without ties."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sos_audit.agreement import spearman


def test_ranks_without_ties_as_in_the_textbook_example():
    """IQ and hours of television, as in Myers & Well (2003): rho = -29/165."""
    iq = [106, 86, 100, 101, 99, 103, 97, 113, 112, 110]
    hours = [7, 0, 27, 50, 28, 29, 20, 12, 6, 17]
    assert spearman(iq, hours) == pytest.approx(-29 / 165)


def test_ties_share_the_mean_of_their_ranks():
    """The example in SciPy's reference of `spearmanr`: 0.82078..."""
    assert spearman([1, 2, 3, 4, 5], [5, 6, 7, 8, 7]) == pytest.approx(0.82078268)


@pytest.mark.parametrize(("first", "second"), [([], []), ([1], [2]), ([1, 1], [1, 2])])
def test_no_order_has_no_correlation(first, second):
    assert spearman(first, second) is None


def test_values_that_cannot_be_paired_are_refused():
    with pytest.raises(ValueError, match="2 values cannot be paired with 1"):
        spearman([1, 2], [1])


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5)), min_size=2, max_size=20))
def test_only_the_order_counts_and_turning_it_turns_the_sign(pairs):
    first, second = [a for a, _ in pairs], [b for _, b in pairs]
    rho = spearman(first, second)
    assert spearman([a**3 for a in first], second) == pytest.approx(rho)
    turned = spearman([-a for a in first], second)
    assert (turned is None and rho is None) or turned == pytest.approx(-rho)
