"""Interchange lines survive the way into the common model and back."""

import pytest

from sos_audit.adapters.interchange import (
    case_file_from_v1,
    case_file_to_v1,
    header_from_v1,
    header_to_v1,
)
from sos_audit.casefile.v1 import CaseFileV1, HeaderV1
from sos_audit.resources import data_path
from tests.adapters.interchange_lines import HEADER, case, document

LINES = data_path("demo", "casefile", "families.jsonl").read_text("utf-8").splitlines()
UNRESTRICTED = [line for line in LINES[1:] if '"restricted": true' not in line]


def round_trip(line):
    return case_file_to_v1(case_file_from_v1(line, {}))


@pytest.mark.parametrize("line", UNRESTRICTED, ids=range(len(UNRESTRICTED)))
def test_the_demonstration_lines_come_back_unchanged(line):
    original = CaseFileV1.model_validate_json(line)
    assert round_trip(original) == original


def test_every_field_comes_back():
    original = CaseFileV1.model_validate(
        case(
            family_id="F1",
            child={
                "name": "Ella Doe",
                "dob": "2020-03-02",
                "sex": "F",
                "ethnicity": "e",
                "disability": "d",
                "first_language": "en",
                "interpreter": False,
            },
            case_type="cp",
            status="open",
            opened="2026-01-05",
            team="North",
            people=[
                {
                    "id": "P1",
                    "name": "Pat",
                    "relation": "aunt",
                    "professional": True,
                    "in_network": True,
                }
            ],
            workers=[
                {"id": "W", "name": "n", "role": "r", "from": "2026-01-06", "to": "2026-02-06"}
            ],
            episodes=[{"kind": "cp", "start": "2026-01-01", "end": "2026-02-01", "category": "c"}],
            events=[{"kind": "rcpc", "date": "2026-01-01", "due": "2026-02-01", "outcome": "o"}],
            visits=[{"date": "2026-01-01", "kind": "cp", "seen": True, "seen_alone": False}],
            assessments=[
                {
                    "start": "2026-01-01",
                    "end": "2026-02-01",
                    "authorised": "2026-02-02",
                    "outcome": "o",
                }
            ],
            plans=[{"kind": "cp", "start": "2026-01-01", "end": "2026-02-01"}],
            reviews=[
                {
                    "kind": "rcpc",
                    "date": "2026-01-01",
                    "due": "2026-02-01",
                    "participation": "PN1",
                }
            ],
            documents=[
                document(
                    title="t",
                    date="2026-01-01",
                    recorded_at="2026-01-02",
                    edited_at="2026-01-03",
                    author={"name": "n", "role": "r"},
                    status="complete",
                    version_of="D0",
                    subjects=["C1"],
                    ai_drafted=True,
                    scale={"low": 0, "high": 10, "higher_is_safer": False},
                    answers=[
                        {
                            "question": "q",
                            "code": "c",
                            "kind": "worry",
                            "row": "1",
                            "start": 0,
                            "end": 4,
                            "number": 1.5,
                            "date": "2026-01-01",
                        }
                    ],
                )
            ],
        )
    )
    assert round_trip(original) == original


@pytest.mark.parametrize("text_format", ["plain", "html"])
def test_the_systems_own_text_is_written_again(text_format):
    text = "<p>One &amp; two</p>\r\n"
    original = CaseFileV1.model_validate(case(documents=[document(text=text, format=text_format)]))
    assert round_trip(original) == original


def test_a_document_that_is_not_admitted_is_not_read():
    line = CaseFileV1.model_validate(case(documents=[document("D1"), document("D2")]))
    read = case_file_from_v1(line, {}, admits=lambda d: d.id == "D2")
    assert [d.id for d in read.documents] == ["D2"]


def test_the_header_comes_back():
    original = HeaderV1.model_validate(HEADER)
    assert header_to_v1(header_from_v1(original)) == original
