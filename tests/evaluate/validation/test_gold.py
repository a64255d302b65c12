"""Labelled texts are read strictly, and every line that cannot be used is named."""

import datetime as dt

import pytest

from sos_audit.casefile import Entity
from sos_audit.errors import NothingReadable
from sos_audit.evaluate.validation.gold import read_gold
from tests.evaluate.validation.examples import GAP, case, labelled, written

LABELS = {"outcomes": {"danger.exists": "gap"}}
HEADER = {
    "schema": "sos_audit.casefile.v1",
    "authority": "E09000000",
    "system": "invented",
    "extract_date": "2026-11-01",
    "restricted": "declared",
    "coverage": {"document": "supplied", "visit": "not_supplied"},
}


def test_a_line_names_its_half_or_else_its_file_does(tmp_path):
    written(tmp_path, "statements_dev.jsonl", labelled("a"), labelled("b", split="test"))
    assert [s.id for s in read_gold(tmp_path, "dev").statements] == ["a"]
    assert [s.id for s in read_gold(tmp_path, "test").statements] == ["b"]
    assert [s.split for s in read_gold(tmp_path).statements] == ["dev", "test"]


def test_an_authoritys_sample_has_no_halves_and_is_read_whole(tmp_path):
    file = written(tmp_path, "sample.jsonl", labelled("a"), case(gold=LABELS))
    gold = read_gold(file)
    assert ([s.id for s in gold.statements], len(gold.cases)) == (["a"], 1)


def test_without_a_header_everything_counts_as_supplied(tmp_path):
    gold = read_gold(written(tmp_path, "cases.jsonl", case(gold=LABELS)))
    assert gold.cases[0].case.supplies(Entity.VISIT)
    assert gold.cases[0].labels.outcomes == {"danger.exists": GAP}


def test_a_header_says_what_is_supplied_and_when_the_day_is(tmp_path):
    without_day = case(gold=LABELS, as_at=None)
    gold = read_gold(written(tmp_path, "cases.jsonl", HEADER, without_day))
    assert not gold.cases[0].case.supplies(Entity.VISIT)
    assert gold.cases[0].as_at == dt.date(2026, 11, 1)


def test_files_of_a_family_are_read_beside_one_another(tmp_path):
    lines = [case(f"c{at}", gold=LABELS, family_id=family) for at, family in enumerate("ABA")]
    gold = read_gold(written(tmp_path, "cases.jsonl", *lines))
    families = [[one.case.child.id for one in family] for family in gold.families()]
    assert families == [["c0", "c2"], ["c1"]]


def test_restricted_files_and_documents_are_left_out(tmp_path):
    document = {"id": "D1", "kind": "case_note", "text": "Words.", "restricted": True}
    lines = [
        case("c1", gold=LABELS, restricted=True),
        case("c2", gold=LABELS, documents=[document]),
    ]
    gold = read_gold(written(tmp_path, "cases.jsonl", *lines))
    assert [one.case.child.id for one in gold.cases] == ["c2"]
    assert gold.cases[0].case.documents == ()


SPAN = {"element": "label", "start": 0, "end": 99}


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{", "is not JSON: Expecting property name enclosed in double quotes at column 2"),
        ("[1]", "is not a JSON object"),
        (labelled("a", outcomes={"danger.future": "maybe"}), "outcomes.danger.future: Input"),
        (labelled("a", elements=[SPAN]), "elements.0: start 0 and end 99 do not lie in a text"),
        (
            labelled("a", elements=[{**SPAN, "end": 3, "text": "Nam"}]),
            "elements.0: the text between start and end is another one",
        ),
        (labelled("ok"), "has the same id as a line above"),
        (case(gold=LABELS, as_at=None), "as_at is missing: the day the file is judged by"),
        (case(gold={}), "gold.outcomes: Field required"),
    ],
)
def test_a_line_that_cannot_be_used_is_named(tmp_path, line, reason):
    file = written(tmp_path, "sample.jsonl", labelled("ok"), "", line)
    gold = read_gold(file)
    assert len(gold.statements) == 1
    assert str(gold.problems[0]).startswith(f"{file}:3 {reason}")


@pytest.mark.parametrize("lines", [[], ["{"]])
def test_nothing_that_can_be_used_is_an_error(tmp_path, lines):
    written(tmp_path, "statements_dev.jsonl", *lines)
    with pytest.raises(NothingReadable, match="holds no labelled text of the dev half"):
        read_gold(tmp_path, "dev")
