"""Every labelled statement keeps the form that the readers of the files rely on.

A test names the statements that break its rule.
"""

import pytest

from sos_audit.casefile import Element, StatementKind, Voice
from tests.gold.texts import OUTCOMES, SPLITS, all_statements, statements

KEYS = """id kind text child people outcomes elements scales quotes present placeholder
must_not_flag labels split family""".split()

ROWS = all_statements()


def broken(keeps):
    """The ids of the statements that do not keep a rule."""
    return [row["id"] for row in ROWS if not keeps(row)]


@pytest.mark.parametrize("split", SPLITS)
def test_the_lines_are_in_order_of_their_ids_and_of_this_half(split):
    rows = statements(split)
    assert [row["id"] for row in rows] == sorted({row["id"] for row in rows})
    assert {row["split"] for row in rows} == {split}


def test_no_family_is_in_both_halves():
    halves = [{row["family"] for row in statements(split)} for split in SPLITS]
    assert halves[0] & halves[1] == set()


def test_the_fields_come_in_one_order():
    assert broken(lambda row: list(row) == KEYS) == []


def test_kinds_and_outcomes_are_of_the_closed_lists():
    assert broken(lambda row: row["kind"] in set(StatementKind)) == []
    assert broken(lambda row: set(row["outcomes"].values()) <= set(OUTCOMES)) == []


def test_elements_are_of_the_closed_list():
    assert broken(lambda row: {e["element"] for e in row["elements"]} <= set(Element)) == []


def test_every_span_holds_its_text():
    assert (
        broken(
            lambda row: all(
                row["text"][e["start"] : e["end"]] == e["text"] for e in row["elements"]
            )
        )
        == []
    )


def test_scores_and_quotes_lie_in_the_text_without_loose_blanks():
    def tidy(row):
        places = [row["text"][p["start"] : p["end"]] for p in [*row["scales"], *row["quotes"]]]
        return all(words and words == words.strip() for words in places)

    assert broken(tidy) == []


def test_raters_and_speakers_are_of_the_closed_list():
    assert broken(lambda row: {score["rater"] for score in row["scales"]} <= set(Voice)) == []
    assert broken(lambda row: {quote["speaker"] for quote in row["quotes"]} <= set(Voice)) == []


def test_scores_lie_between_their_ends():
    assert broken(lambda row: all(s["low"] <= s["value"] <= s["high"] for s in row["scales"])) == []


def test_what_is_no_instance_has_only_gaps():
    assert broken(lambda row: row["present"] or set(row["outcomes"].values()) <= {"gap"}) == []


def test_only_what_is_no_gap_must_not_be_flagged():
    assert broken(lambda row: "gap" not in map(row["outcomes"].get, row["must_not_flag"])) == []


def test_each_reader_answered_every_criterion():
    def whole(row):
        readers = [reader for reader in row["labels"].values() if reader is not None]
        return all(list(reader["outcomes"]) == list(row["outcomes"]) for reader in readers)

    assert broken(whole) == []


def test_where_readers_agreed_nothing_was_changed():
    def kept(row):
        first, second = row["labels"]["a"], row["labels"]["b"] or row["labels"]["a"]
        return all(
            outcome == first["outcomes"][criterion]
            for criterion, outcome in row["outcomes"].items()
            if first["outcomes"][criterion] == second["outcomes"][criterion]
        )

    assert broken(kept) == []
