"""What an export cannot carry is never a gap, and nothing is missed before its time."""

import datetime as dt

import pytest

from sos_audit.checks import settings_by_kind
from sos_audit.findings import Outcome
from sos_audit.rulepacks import load_pack
from tests.runs.shapes import PACK, as_casefile, demo_lines

CRITERIA = load_pack(PACK, settings_by_kind()).criteria
EXTRACT_DATE = "2026-10-30"
DAY_BEFORE = "2026-10-29"


@pytest.fixture(scope="module")
def structured(tmp_path_factory):
    """The families with all their fields and none of their narrative."""
    header, cases = demo_lines()
    header["coverage"] |= {"document": "not_supplied", "answer": "not_supplied"}
    for case in cases:
        case["documents"] = []
    folder = tmp_path_factory.mktemp("structured")
    return as_casefile(folder, header, cases).run(folder / "out").bundle


def test_without_documents_no_question_of_text_is_a_gap(structured):
    of_text = {c.id for c in CRITERIA if "document" in c.needs}
    outcomes = {f.outcome for f in structured.findings if f.criterion in of_text}
    assert outcomes == {Outcome.NOT_ASSESSABLE}


def test_without_documents_questions_of_fields_are_still_answered(structured):
    of_fields = {c.id for c in CRITERIA if "document" not in c.needs}
    outcomes = {f.outcome for f in structured.findings if f.criterion in of_fields}
    assert {Outcome.MET, Outcome.GAP} <= outcomes


def test_every_question_of_text_says_that_it_needs_documents():
    assert [c.id for c in CRITERIA if c.auto == "B" and "document" not in c.needs] == []


def test_with_nothing_supplied_nothing_is_a_gap(tmp_path):
    header, cases = demo_lines()
    header["coverage"] = dict.fromkeys(header["coverage"], "not_supplied")
    bundle = as_casefile(tmp_path, header, cases).run(tmp_path / "out").bundle
    assert {finding.outcome for finding in bundle.findings} == {Outcome.NOT_ASSESSABLE}
    assert [domain.fidelity.percent for domain in bundle.summary.domains] == [None] * len(
        bundle.summary.domains
    )


def _opened_yesterday(case, case_type):
    """A file with nothing in it but that the case was opened."""
    empty = ("visits", "assessments", "plans", "reviews", "documents")
    start = {"kind": case_type, "start": DAY_BEFORE, "end": None, "category": None}
    opening = {"kind": "referral", "date": DAY_BEFORE, "due": None, "outcome": None}
    return (
        case
        | {part: [] for part in empty}
        | {
            "case_type": case_type,
            "opened": DAY_BEFORE,
            "episodes": [start],
            "events": [opening],
        }
    )


@pytest.mark.parametrize("case_type", ["ref", "eh", "asm", "cin", "cp", "plo", "cla"])
def test_a_case_opened_yesterday_has_no_gap(tmp_path, case_type):
    header, (case, *_) = demo_lines()
    assert header["extract_date"] == EXTRACT_DATE
    shape = as_casefile(tmp_path, header, [_opened_yesterday(case, case_type)])
    bundle = shape.run(tmp_path / "out").bundle
    missed = [f.criterion for f in bundle.findings if f.outcome in {Outcome.GAP, Outcome.PARTLY}]
    assert missed == []


def test_what_is_not_due_yet_says_by_when(tmp_path):
    header, (case, *_) = demo_lines()
    shape = as_casefile(tmp_path, header, [_opened_yesterday(case, "cp")])
    bundle = shape.run(tmp_path / "out").bundle
    said = {f.criterion: (f.outcome, f.message) for f in bundle.findings}
    by = dt.date.fromisoformat(DAY_BEFORE) + dt.timedelta(days=45)
    assert said["danger.exists"] == (Outcome.NOT_APPLICABLE, f"due by {by.isoformat()}")


def test_the_same_case_has_gaps_once_they_are_due(tmp_path):
    header, (case, *_) = demo_lines()
    shape = as_casefile(tmp_path, header, [_opened_yesterday(case, "cp")])
    bundle = shape.run(tmp_path / "out", as_at=dt.date(2027, 6, 1)).bundle
    gaps = {f.criterion for f in bundle.findings if f.outcome is Outcome.GAP}
    assert {"danger.exists", "goal.exists", "scale.exists", "stat.visits"} <= gaps
