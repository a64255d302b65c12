"""Whole files are measured by outcome, by flagged gap, and by the order of grades."""

import pytest

from sos_audit.agreement import Hits
from sos_audit.evaluate.validation.cases import measure_cases, read_cases
from sos_audit.evaluate.validation.figures import Bootstrap
from sos_audit.evaluate.validation.gold import read_gold
from tests.evaluate.validation.examples import GAP, MET, PARTLY, Told, case, written


@pytest.fixture
def measured(tmp_path):
    """Figures of files, each (labels, what is said, percents)."""

    def measure(*files):
        lines = [case(f"c{at}", gold=gold) for at, (gold, *_) in enumerate(files)]
        gold = read_gold(written(tmp_path, "cases.jsonl", *lines))
        told = Told(
            {f"c{at}": said for at, (_, said, _) in enumerate(files)},
            percents={f"c{at}": percents for at, (*_, percents) in enumerate(files)},
        )
        return measure_cases(read_cases(gold, told), told, Bootstrap(0))

    return measure


def outcomes(**labels):
    """Labels of a whole file."""
    return {"outcomes": {f"danger.{name}": outcome for name, outcome in labels.items()}}


def test_outcomes_are_pooled_over_criteria_and_counted_by_criterion(measured):
    figures = measured(
        (outcomes(future=MET, grounded=GAP), {"danger.future": MET, "danger.grounded": MET}, {}),
        (outcomes(future=GAP), {"danger.future": GAP}, {}),
    )
    assert figures.overall.percent.value == pytest.approx(2 / 3)
    by_criterion = {c.criterion: c.gap.hits for c in figures.criteria}
    assert by_criterion == {"danger.future": Hits(right=1), "danger.grounded": Hits(missed=1)}


def test_flagged_gaps_are_right_where_readers_found_a_gap_too(measured):
    figures = measured(
        *((outcomes(future=gold), {"danger.future": GAP}, {}) for gold in (GAP, GAP, PARTLY, MET))
    )
    assert figures.flagged == 4
    assert (figures.gap_precision.value, figures.gap_or_partly.value) == (0.5, 0.75)


def test_what_must_not_be_flagged_is_counted(measured):
    labels = outcomes(future=MET) | {"must_not_flag": ["danger.future"]}
    figures = measured((labels, {"danger.future": GAP}, {}), (labels, {"danger.future": MET}, {}))
    assert (figures.must_not_flag, figures.wrongly_flagged) == (2, 1)


def graded(danger, goals):
    """Labels of a whole file that are grades alone."""
    return {"outcomes": {}, "domains": {"danger": danger, "goals": goals}}


def test_fidelity_is_compared_with_grades_by_domain_and_pooled(measured):
    figures = measured(
        (graded(0, 4), {}, {"danger": 10, "goals": 20}),
        (graded(2, 2), {}, {"danger": 30, "goals": 50}),
        (graded(4, 0), {}, {"danger": 90}),
    )
    assert figures.domains["danger"].rho.value == pytest.approx(1.0)
    assert figures.domains["goals"].rho.value == pytest.approx(-1.0)
    assert (figures.pooled.n, figures.ungraded) == (5, 1)
