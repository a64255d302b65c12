"""Every labelled case file is an interchange line with its labels and the day it is judged by."""

from datetime import date

import pytest

from sos_audit.casefile.v1 import CaseFileV1
from tests.gold.texts import OUTCOMES, SPLITS, all_cases, cases

CASES = all_cases()
FEWEST, MOST = 8, 30


@pytest.fixture(params=CASES, ids=[case["child_id"] for case in CASES])
def case(request):
    return request.param


def test_there_are_forty():
    assert len(CASES) == 40


@pytest.mark.parametrize("split", SPLITS)
def test_the_lines_are_in_order_of_their_ids(split):
    ids = [c["child_id"] for c in cases(split)]
    assert ids == sorted(set(ids))


def test_no_family_is_in_both_halves():
    halves = [{c["family_id"] for c in cases(split)} for split in SPLITS]
    assert halves[0] & halves[1] == set()


def test_without_its_labels_it_is_an_interchange_line(case):
    line = {key: value for key, value in case.items() if key not in {"gold", "as_at"}}
    assert CaseFileV1.model_validate(line).child_id == case["child_id"]


def test_nothing_happened_after_the_day_it_is_judged_by(case):
    as_at = date.fromisoformat(case["as_at"])
    assert [d["id"] for d in case["documents"] if date.fromisoformat(d["date"]) > as_at] == []


def test_it_has_a_file_worth_reading(case):
    assert FEWEST <= len(case["documents"]) <= MOST


def test_answers_lie_in_the_text_of_their_document(case):
    for document in case["documents"]:
        for answer in document["answers"]:
            assert 0 <= answer["start"] <= answer["end"] <= len(document["text"])


def test_the_labels_are_of_the_closed_lists(case):
    gold = case["gold"]
    assert set(gold["outcomes"].values()) <= set(OUTCOMES)
    assert set(gold["domains"].values()) <= {0, 1, 2, 3, 4}
    assert [c for c in gold["must_not_flag"] if gold["outcomes"][c] == "gap"] == []
