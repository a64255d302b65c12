"""The interchange form: closed, dated, and the same after a journey through the common model."""

import json

import pytest
from pydantic import ValidationError

from sos_audit.adapters.interchange import (
    case_file_from_v1,
    case_file_to_v1,
    header_from_v1,
    header_to_v1,
)
from sos_audit.casefile.v1 import CaseFileV1, DocumentV1, HeaderV1
from sos_audit.resources import data_path

HEADER, *CASES = (
    data_path("demo", "casefile", "families.jsonl").read_text(encoding="utf-8").splitlines()
)

SMALLEST = {"child_id": "C1", "restricted": False, "child": {}}


def _plain(record):
    return record.model_dump(mode="json", by_alias=True)


@pytest.mark.parametrize("line", CASES, ids=lambda line: json.loads(line)["child_id"])
def test_a_line_comes_back_as_it_was(line):
    case = CaseFileV1.model_validate_json(line)
    # Marks that keep a document or a child out are not part of the common model.
    open_case = case.model_copy(
        update={"documents": tuple(d for d in case.documents if not d.restricted)}
    )
    again = case_file_to_v1(case_file_from_v1(open_case, {}))
    assert _plain(again) == _plain(open_case)


def test_the_header_comes_back_as_it_was():
    header = HeaderV1.model_validate_json(HEADER)
    assert _plain(header_to_v1(header_from_v1(header))) == json.loads(HEADER)


def test_text_with_mark_up_comes_back_as_the_system_held_it():
    html = {"id": "D1", "kind": "letter", "format": "html", "text": "<p>Mum &amp; Dad</p>"}
    case = CaseFileV1.model_validate(SMALLEST | {"documents": [html]})
    model = case_file_from_v1(case, {})
    assert model.documents[0].text == "Mum & Dad"
    assert case_file_to_v1(model).documents[0].text == "<p>Mum &amp; Dad</p>"


def test_what_is_absent_is_null():
    case = _plain(CaseFileV1.model_validate(SMALLEST))
    assert case["opened"] is None
    assert case["child"]["name"] is None
    assert case["documents"] == []


def test_of_a_date_with_a_time_the_day_is_kept():
    for written in ("2026-03-02", "2026-03-02T09:30:00", "2026-03-02 09:30:00Z"):
        case = CaseFileV1.model_validate_json(json.dumps(SMALLEST | {"opened": written}))
        assert _plain(case)["opened"] == "2026-03-02"


@pytest.mark.parametrize(
    ("change", "place", "message"),
    [
        ({"surprise": 1}, "surprise", "Extra inputs are not permitted"),
        ({"child": {"nickname": "E"}}, "child.nickname", "Extra inputs are not permitted"),
        ({"restricted": None}, "restricted", "Input should be a valid boolean"),
        ({"opened": "soon"}, "opened", "Input should be a valid date"),
        ({"case_type": "pigeon"}, "case_type", "Input should be 'ref'"),
        ({"visits": [{"kind": "cp"}]}, "visits.0.date", "Field required"),
    ],
)
def test_what_is_not_in_the_form_is_refused(change, place, message):
    with pytest.raises(ValidationError) as caught:
        CaseFileV1.model_validate_json(json.dumps(SMALLEST | change))
    (first, *_) = caught.value.errors()
    assert ".".join(map(str, first["loc"])) == place
    assert first["msg"].startswith(message)


@pytest.mark.parametrize(("start", "end"), [(0, 11), (5, 4), (11, 11)])
def test_an_answer_must_lie_in_its_text(start, end):
    answer = {"start": start, "end": end}
    with pytest.raises(ValidationError, match="do not lie in a text of 10 code points"):
        DocumentV1.model_validate(
            {"id": "D1", "kind": "letter", "text": "ten points", "answers": [answer]}
        )


def test_a_record_cannot_be_changed():
    case = CaseFileV1.model_validate(SMALLEST)
    with pytest.raises(ValidationError, match="frozen"):
        case.team = "North"
