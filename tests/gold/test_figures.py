"""The gold is large, mixed and varied enough, or says where it is not."""

import pytest

from tests.gold import figures
from tests.gold.page import FIGURES, page
from tests.gold.texts import SPLITS, all_statements, read_twice, statements, without_added

KNOWN_SHORTFALLS: set[tuple[str, str]] = set()
"""Criteria and outcomes with fewer than 20 test statements."""

KNOWN_SHORTFALLS_READ_TWICE: set[tuple[str, str]] = set()
"""The same, counting only what two readers labelled independently: by now every statement."""

KNOWN_SHORTFALLS_WITHOUT_ADDED = {
    *((f"harm.{c}", o) for c in ("act_and_impact", "attributed", "detail") for o in ("met", "gap")),
    *((f"plan.{c}", o) for c in ("everyday_rules", "named_contacts") for o in ("met", "gap")),
    *((f"safety.{c}", o) for c in ("demonstrated", "not_attendance") for o in ("met", "gap")),
    *((f"scale.{c}", "met") for c in ("anchored", "one_step_up", "reasons")),
    ("child.verbatim", "met"),
    ("child.verbatim", "gap"),
    ("danger.future", "gap"),
    ("family.own_words", "met"),
    ("family.own_words", "gap"),
    ("goal.presence", "gap"),
    ("goal.what_not_how", "gap"),
    ("plan.triggers", "met"),
    ("plan.triggers", "gap"),
    ("steps.owned_dated", "met"),
    ("steps.owned_dated", "gap"),
    ("strength.specific", "met"),
    ("strength.specific", "gap"),
}
"""The same, without the `test3-` statements, which were written to fill these."""

KINDS = figures.by_kind(all_statements())


def test_every_statement_is_read_twice():
    assert [row["id"] for row in all_statements() if row["labels"]["b"] is None] == []


def test_shortfalls_of_the_test_half_are_the_known_ones():
    assert figures.shortfalls(statements("test")) == KNOWN_SHORTFALLS


def test_shortfalls_among_those_read_twice_are_the_known_ones():
    found = figures.shortfalls(read_twice(statements("test")))
    assert found == KNOWN_SHORTFALLS_READ_TWICE


def test_shortfalls_without_the_added_statements_are_the_known_ones():
    found = figures.shortfalls(without_added(statements("test")))
    assert found == KNOWN_SHORTFALLS_WITHOUT_ADDED


@pytest.mark.parametrize("kind", KINDS)
def test_no_two_texts_come_from_one_template(kind):
    found = figures.neighbours(KINDS[kind])
    assert found.highest < figures.TOO_NEAR, found.pair


@pytest.mark.parametrize("split", SPLITS)
def test_at_least_a_third_of_the_statements_is_hard(split):
    rows = statements(split)
    assert sum(bool(figures.hard(row)) for row in rows) >= len(rows) / 3


def test_the_page_of_figures_is_up_to_date():
    assert FIGURES.read_text(encoding="utf-8") == page()


def reading(first, second, **labels):
    readers = {
        name: {"present": True, "placeholder": False, "outcomes": outcomes}
        for name, outcomes in (("a", first), ("b", second))
    }
    return {"outcomes": first, "labels": readers, **labels}


def test_agreement_counts_each_criterion_by_itself():
    rows = [
        reading({"x": "met", "y": "gap"}, {"x": "met", "y": "met"}),
        reading({"x": "gap", "y": "gap"}, {"x": "gap", "y": "gap"}),
    ]
    found = figures.agreement(rows)
    assert found["x"] == figures.Agreement(2, 1.0, 1.0, 1.0)
    assert found["y"].percent == 0.5
    assert figures.agreement_overall(rows).percent == 0.75


def test_a_shortfall_is_too_few_met_or_too_few_gap():
    rows = [{"outcomes": {"x": "met"}}] * 20 + [{"outcomes": {"x": "gap"}}] * 19
    assert figures.shortfalls(rows) == {("x", "gap")}


def test_longer_texts_that_meet_more_correlate():
    rows = [
        {"text": "one", "outcomes": {"x": "gap"}},
        {"text": "one two", "outcomes": {"x": "met"}},
    ]
    assert figures.length_and_quality(rows) == pytest.approx(1)


def test_the_nearest_neighbours_are_named():
    rows = [{"id": i, "text": t} for i, t in (("1", "abcd"), ("2", "abcx"), ("3", "zzzz"))]
    found = figures.neighbours(rows)
    assert (found.highest, found.pair) == (0.75, ("1", "2"))
    assert found.mean == pytest.approx(0.5)


def test_variety_is_the_share_of_different_words():
    assert figures.type_token_ratio([{"text": "the dog, the cat"}]) == 0.75
