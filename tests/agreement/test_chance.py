"""Kappa, AC1 and AC2 give the figures that their authors published."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sos_audit.agreement import (
    cohen_kappa,
    gwet_ac,
    gwet_ac_of_units,
    linear,
    percent_agreement,
    quadratic,
)
from tests.agreement.published import FOUR_OBSERVERS


def table(*rows):
    """A table of counts: row i, column j is how often the first said i and the second j."""
    return {(i, j): count for i, row in enumerate(rows) for j, count in enumerate(row)}


DIAGNOSES = table((88, 14, 18), (10, 40, 10), (2, 6, 12))
"""Cohen, J. (1968), Psychological Bulletin 70, Table 1: 200 cases, two judges, three diagnoses."""

ABSTRACTORS = table((13, 0, 0), (0, 20, 7), (0, 4, 56))
"""Gwet, K. L. (2014), Handbook of Inter-Rater Reliability, 4th ed.: two abstractors, 100 charts."""

ORDER = (0, 1, 2)


def test_agreement_is_the_share_of_equal_labels():
    assert percent_agreement(DIAGNOSES) == pytest.approx(0.70)


def test_kappa_of_cohens_diagnoses():
    assert cohen_kappa(DIAGNOSES) == pytest.approx(0.492, abs=0.0005)


def test_kappa_of_the_diagnoses_in_fleiss_cohen_and_everitt():
    """Fleiss, Cohen & Everitt (1969), Psychological Bulletin 72, Table 1: kappa = .429."""
    assert cohen_kappa(table((106, 10, 4), (22, 28, 10), (2, 12, 6))) == pytest.approx(
        0.429, abs=0.0005
    )


def test_weighted_kappa_of_cohens_diagnoses():
    """Cohen (1968) weighs the disagreements 0 to 6 and reports kappa_w = .348."""
    graver = {(0, 1): 1, (1, 0): 1, (0, 2): 3, (2, 0): 3, (1, 2): 6, (2, 1): 6}
    weighted = cohen_kappa(DIAGNOSES, lambda a, b: 1 - graver.get((a, b), 0) / 6)
    assert weighted == pytest.approx(0.348, abs=0.0005)


def test_kappa_of_the_abstractors():
    assert cohen_kappa(ABSTRACTORS) == pytest.approx(0.7964094)
    assert cohen_kappa(ABSTRACTORS, quadratic(ORDER)) == pytest.approx(0.8921569)


def test_ac1_of_the_abstractors():
    assert gwet_ac(ABSTRACTORS) == pytest.approx(0.8493305)


def test_ac2_of_the_abstractors():
    assert gwet_ac(ABSTRACTORS, linear(ORDER)) == pytest.approx(0.900, abs=0.0005)
    assert gwet_ac(ABSTRACTORS, quadratic(ORDER)) == pytest.approx(0.940, abs=0.0005)


def test_ac1_stays_high_where_nearly_everything_is_one_label():
    """Gwet (2008), British Journal of Mathematical and Statistical Psychology 61: the paradox."""
    paradox = table((118, 5), (2, 0))
    assert cohen_kappa(paradox) == pytest.approx(-0.0234, abs=0.00005)
    assert gwet_ac(paradox) == pytest.approx(0.9408, abs=0.00005)


def test_ac1_of_four_readers_with_missing_labels():
    """Gwet (2014): the same data as Krippendorff (2011); AC1 = .775."""
    assert gwet_ac_of_units(FOUR_OBSERVERS) == pytest.approx(0.77544, abs=0.000005)


def test_ac2_of_four_readers_with_missing_labels():
    order = (1, 2, 3, 4, 5)
    assert gwet_ac_of_units(FOUR_OBSERVERS, linear(order)) == pytest.approx(0.859, abs=0.0005)
    assert gwet_ac_of_units(FOUR_OBSERVERS, quadratic(order)) == pytest.approx(0.914, abs=0.0005)


def test_categories_that_were_never_used_lower_what_chance_brings():
    used = gwet_ac(table((4, 1), (1, 4)))
    assert used == pytest.approx(0.6)
    assert gwet_ac(table((4, 1), (1, 4)), categories=(0, 1, 2)) == pytest.approx(0.55 / 0.75)


def test_nothing_read_is_no_agreement_at_all():
    assert percent_agreement({}) is None
    assert cohen_kappa({}) is None
    assert gwet_ac({}) is None
    assert gwet_ac_of_units([[1], []]) is None


def test_one_label_throughout_leaves_kappa_nothing_to_measure():
    assert cohen_kappa(table((9,))) is None
    assert gwet_ac(table((9,))) == 1.0


TABLES = st.dictionaries(
    st.tuples(st.integers(0, 3), st.integers(0, 3)), st.integers(1, 30), min_size=1
)


@given(TABLES)
def test_it_does_not_matter_who_is_called_first(counts):
    turned = {(b, a): count for (a, b), count in counts.items()}
    for coefficient in (percent_agreement, cohen_kappa, gwet_ac):
        assert coefficient(counts) == pytest.approx(coefficient(turned))


@given(TABLES)
def test_no_coefficient_exceeds_one_and_none_the_agreement_it_corrects(counts):
    agreed = percent_agreement(counts)
    for coefficient in (cohen_kappa, gwet_ac):
        value = coefficient(counts)
        assert value is None or value <= agreed + 1e-9


@given(TABLES)
def test_many_readers_of_two_labels_are_two_readers(counts):
    units = [pair for pair, count in counts.items() for _ in range(count)]
    assert gwet_ac_of_units(units) == pytest.approx(gwet_ac(Counter(units)))
