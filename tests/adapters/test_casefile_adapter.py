"""Interchange files are read in one order, and one bad line ends nothing."""

import json
import random

import pytest

from sos_audit.adapters.casefile_adapter import CaseFileAdapter
from sos_audit.adapters.load_report import LoadReport
from sos_audit.adapters.protocol import Adapter, ReadContext
from sos_audit.errors import ConfigurationError, NothingReadable
from sos_audit.resources import data_path
from tests.adapters.interchange_lines import HEADER, case, document, write

SECRET = "ZEBRAFINCH"


def read(path, report=None):
    context = ReadContext(None, path.parent, LoadReport() if report is None else report)
    return list(CaseFileAdapter().read(path, context).case_files)


def refusals(path):
    report = LoadReport()
    cases = read(path, report)
    return [c.child.id for c in cases], [(r.row, r.column, r.reason) for r in report.refusals]


def test_it_is_an_adapter():
    assert isinstance(CaseFileAdapter(), Adapter)


def test_it_claims_a_file_or_a_folder_with_the_schema_in_its_first_line(tmp_path):
    path = write(tmp_path / "a.jsonl", [])
    assert CaseFileAdapter().claims(path).reason == (
        "a.jsonl begins with the schema sos_audit.casefile.v1"
    )
    assert CaseFileAdapter().claims(tmp_path) is not None


def test_it_does_not_claim_other_lines(tmp_path):
    (tmp_path / "a.jsonl").write_text('{"id": 1}\n', encoding="utf-8")
    assert CaseFileAdapter().claims(tmp_path) is None


def test_the_demonstration_families_are_read_whole():
    report = LoadReport()
    cases = read(data_path("demo", "casefile", "families.jsonl"), report)
    assert report.refusals == []
    assert [c.child.id for c in cases] == sorted(c.child.id for c in cases)
    assert all(c.documents for c in cases)


def test_families_come_together_whatever_the_order_of_lines(tmp_path):
    lines = [
        case("C3", family_id="F1"),
        case("C2"),
        case("C1", family_id="F2"),
        case("C4", family_id="F1"),
    ]
    expected = [("C2", None), ("C3", "F1"), ("C4", "F1"), ("C1", "F2")]
    for seed in range(5):
        random.Random(seed).shuffle(lines)
        cases = read(write(tmp_path / "a.jsonl", lines))
        assert [(c.child.id, c.family_id) for c in cases] == expected


def test_bad_lines_are_refused_with_their_place_and_the_rest_is_read(tmp_path):
    path = write(
        tmp_path / "a.jsonl",
        [
            case("C1"),
            "not json",
            case("C2", documents=[document(kind="diary")]),
            case("C3", surprise=1),
            "",
            case("C4"),
        ],
    )
    children, refused = refusals(path)
    assert children == ["C1", "C4"]
    assert [(row, column) for row, column, _ in sorted(refused)] == [
        (3, ""),
        (4, "documents.0.kind"),
        (5, "surprise"),
    ]


def test_a_refusal_never_repeats_narrative(tmp_path):
    bad = document(text=SECRET, kind=SECRET, answers=[{"start": 5, "end": SECRET}])
    report = LoadReport()
    read(write(tmp_path / "a.jsonl", [case(documents=[bad], status=[SECRET])]), report)
    assert report.refusals
    assert SECRET not in json.dumps(report.as_record())


def test_an_answer_outside_the_readable_text_is_refused(tmp_path):
    answer = {"start": 0, "end": 9}
    html = document(text="<p>Words</p>", format="html", answers=[answer])
    _, refused = refusals(write(tmp_path / "a.jsonl", [case(documents=[html])]))
    assert refused == [
        (
            2,
            "documents.0.answers.0",
            "start 0 and end 9 do not lie in a readable text of 5 code points",
        )
    ]


def test_html_is_made_readable_and_leads_back(tmp_path):
    html = document(text="<p>Mum &amp; Gran</p>", format="html")
    (read_case,) = read(write(tmp_path / "a.jsonl", [case(documents=[html])]))
    (shown,) = read_case.documents
    assert shown.text == "Mum & Gran"
    assert shown.raw == "<p>Mum &amp; Gran</p>"
    start, end = shown.source_map.raw_span(6, 10)
    assert shown.raw[start:end] == "Gran"


def test_a_child_with_two_different_lines_is_refused_altogether(tmp_path):
    lines = [case("C1"), case("C2", status="open"), case("C2", status="closed")]
    children, refused = refusals(write(tmp_path / "a.jsonl", lines))
    assert children == ["C1"]
    assert [(row, column) for row, column, _ in refused] == [(3, "child_id"), (4, "child_id")]


def test_a_line_repeated_word_for_word_is_read_once(tmp_path):
    children, refused = refusals(write(tmp_path / "a.jsonl", [case("C1"), case("C1")]))
    assert children == ["C1"]
    assert [row for row, _, _ in refused] == [3]


def test_a_header_names_all_its_mistakes(tmp_path):
    header = {key: value for key, value in HEADER.items() if key != "restricted"} | {"extra": 1}
    path = write(tmp_path / "a.jsonl", [], header)
    with pytest.raises(ConfigurationError) as caught:
        read(path)
    assert [str(problem) for problem in caught.value.problems] == [
        "a.jsonl:1 restricted: Field required",
        "a.jsonl:1 extra: Extra inputs are not permitted",
    ]


def test_a_folder_with_two_files_must_be_told_which(tmp_path):
    write(tmp_path / "a.jsonl", [])
    write(tmp_path / "b.jsonl", [])
    with pytest.raises(ConfigurationError, match="name one"):
        read(tmp_path)


def test_nothing_to_read(tmp_path):
    with pytest.raises(NothingReadable):
        read(tmp_path)


def test_restricted_text_appears_in_nobodys_file(tmp_path):
    shared = {"text": SECRET, "subjects": ["C1", "C2"]}
    lines = [
        case("C1", documents=[document("D1", **shared), document("D2", SECRET, restricted=True)]),
        case("C2", restricted=True, child={"name": SECRET}, documents=[document("D1", **shared)]),
        case("C3", people=[{"id": "C2", "name": SECRET, "relation": "brother"}]),
        case("C4", documents=[document("D1", SECRET), document("D3")]),
    ]
    report = LoadReport()
    cases = read(write(tmp_path / "a.jsonl", lines), report)
    assert [c.child.id for c in cases] == ["C1", "C3", "C4"]
    assert SECRET not in repr(cases)
    assert [person.relation for person in cases[1].people] == ["brother"]
    assert [d.id for d in cases[2].documents] == ["D3"]
    assert report.withheld == {
        "restricted_case": 1,
        "restricted_document": 1,
        "restricted_subject": 1,
    }


@pytest.mark.parametrize("slip", ["yes", None, 1])
def test_a_restriction_badly_written_still_protects_the_siblings(tmp_path, slip):
    shared = document("D1", SECRET, subjects=["C1", "C2"])
    lines = [case("C1", documents=[shared]), case("C2", restricted=slip, documents=[shared])]
    report = LoadReport()
    cases = read(write(tmp_path / "a.jsonl", lines), report)
    assert [(c.child.id, c.documents) for c in cases] == [("C1", ())]


def test_every_line_is_accounted_for(tmp_path):
    report = LoadReport()
    read(write(tmp_path / "a.jsonl", [case("C1"), "x", case("C2")]), report)
    (table,) = report.tables
    assert (table.rows_in, table.rows_read, table.rows_refused) == (3, 2, 1)
