"""Krippendorff's alpha of his own worked example."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sos_audit.agreement import interval, krippendorff_alpha, nominal, ordinal
from tests.agreement.published import FOUR_OBSERVERS


@pytest.mark.parametrize(
    ("distance", "published"), [(nominal, 0.743), (ordinal, 0.815), (interval, 0.849)]
)
def test_alpha_of_four_observers_with_missing_labels(distance, published):
    assert krippendorff_alpha(FOUR_OBSERVERS, distance) == pytest.approx(published, abs=0.0005)


def test_alpha_of_two_observers_and_two_labels():
    """Krippendorff (2011), example A: ten units, alpha = .095."""
    first = [0, 1, 0, 0, 0, 0, 0, 0, 1, 0]
    second = [1, 1, 1, 0, 0, 1, 0, 0, 0, 0]
    assert krippendorff_alpha(list(zip(first, second, strict=True))) == pytest.approx(
        0.095, abs=0.0005
    )


def test_alpha_of_two_observers_and_five_labels():
    """Krippendorff (2011), example B: twelve units, alpha = .692."""
    pairs = "ab aa bb bb db cc cc cc ee dd dd ad".split()
    assert krippendorff_alpha([tuple(pair) for pair in pairs]) == pytest.approx(0.692, abs=0.0005)


@pytest.mark.parametrize("units", [[], [[1], [2]], [[1, 1], [1, 1]]])
def test_nothing_to_compare_has_no_alpha(units):
    assert krippendorff_alpha(units) is None


@given(st.lists(st.lists(st.integers(1, 4), min_size=2, max_size=4), min_size=2, max_size=8))
def test_alpha_of_full_agreement_is_one_and_never_more(units):
    value = krippendorff_alpha(units)
    assert value is None or value <= 1
    agreed = [[unit[0]] * len(unit) for unit in units]
    assert krippendorff_alpha(agreed) in {None, 1.0}
