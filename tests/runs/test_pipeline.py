"""From an export to a saved bundle: what decides a run, and what cannot be run."""

import datetime as dt
import json

import pytest

from sos_audit.adapters.discovery import discover
from sos_audit.bundle import Quotes, read_bundle, read_run_info
from sos_audit.errors import ConfigurationError, MappingError, NothingReadable
from sos_audit.findings import Outcome
from sos_audit.runs import RunRequest, run
from tests.adapters.interchange_lines import HEADER, case, document, write
from tests.runs.shapes import PACK, Shape, Unwatched, shape

DANGER = "Nan and Mr Ikande are worried that if Dad drinks again, as on 3 May, Ella could be hurt."
GOAL = "Dad will walk Ella to school, and Ella will arrive on time, every day for 12 weeks."


def _form(text, kind, document_id="D1", **fields):
    answer = {"kind": kind, "start": 0, "end": len(text)}
    usual = {"kind": "assessment_and_planning", "date": "2026-06-01", "answers": [answer]}
    return document(document_id, text, **(usual | fields))


def _ella(*documents, **fields):
    usual = {
        "child": {"name": "Ella Doe", "dob": "2018-03-02"},
        "case_type": "cp",
        "status": "open",
        "opened": "2026-01-05",
        "people": [{"id": "P1", "name": "Craig Doe", "relation": "father"}],
        "documents": list(documents),
    }
    return case("C1", **(usual | fields))


def _export(path, *lines, **header):
    coverage = dict.fromkeys(HEADER["coverage"] | {"person": "", "visit": ""}, "supplied")
    return Shape("casefile", write(path, lines, HEADER | {"coverage": coverage} | header), None)


def _one(result, criterion):
    (finding,) = [f for f in result.bundle.findings if f.criterion == criterion]
    return finding


@pytest.fixture
def first(tmp_path):
    """A first run of one small case file."""
    return _export(tmp_path / "1.jsonl", _ella(_form(DANGER, "danger_statement"))).run(
        tmp_path / "first"
    )


def _second(tmp_path, first, *documents, **header):
    export = _export(tmp_path / "2.jsonl", _ella(*documents), **header)
    return export.run(tmp_path / "second", previous=first.folder)


def test_a_run_without_a_previous_bundle_marks_nothing(first):
    assert {finding.change for finding in first.bundle.findings} == {None}


def test_the_same_record_again_is_the_same(tmp_path, first):
    second = _second(tmp_path, first, _form(DANGER, "danger_statement"))
    assert {finding.change for finding in second.bundle.findings} == {"same"}


def test_other_words_for_the_same_answer_are_changed_evidence(tmp_path, first):
    later = DANGER.replace("3 May", "4 May")
    second = _second(tmp_path, first, _form(later, "danger_statement"))
    now, then = _one(second, "danger.grounded"), _one(first, "danger.grounded")
    assert (now.outcome, now.change) == (then.outcome, "evidence_changed")
    assert _one(second, "danger.who_worried").change == "same"


def test_another_answer_is_new(tmp_path, first):
    forms = (_form(DANGER, "danger_statement"), _form(GOAL, "safety_goal", "D2"))
    second = _second(tmp_path, first, *forms)
    assert _one(first, "goal.duration").outcome is Outcome.NOT_APPLICABLE
    assert (_one(second, "goal.duration").outcome, _one(second, "goal.duration").change) == (
        Outcome.MET,
        "new",
    )
    assert _one(second, "danger.exists").change == "same"


def test_a_form_issued_under_another_id_is_the_same(tmp_path, first):
    second = _second(tmp_path, first, _form(DANGER, "danger_statement", "another-id"))
    assert {finding.change for finding in second.bundle.findings} == {"same"}


def test_the_marks_are_saved(tmp_path, first):
    second = _second(tmp_path, first, _form(DANGER, "danger_statement"))
    assert read_bundle(second.folder).findings == second.bundle.findings


def test_the_manifest_names_the_previous_bundle_however_it_is_given(tmp_path, first):
    export = _export(tmp_path / "2.jsonl", _ella())
    runs = [
        export.run(tmp_path / "second", previous=previous)
        for previous in (first.folder, first.folder.parent)
    ]
    assert [run.bundle.manifest.previous for run in runs] == [first.folder.name] * 2
    assert runs[0].folder == runs[1].folder


def test_without_a_stable_key_for_a_child_nothing_can_be_compared(tmp_path, first):
    with pytest.raises(ConfigurationError, match="declares no stable key for a child"):
        _second(tmp_path, first, stable_child_key=None)


def test_a_bundle_of_another_authority_cannot_be_compared(tmp_path, first):
    with pytest.raises(ConfigurationError, match="the previous one is of E09000000 by child_id"):
        _second(tmp_path, first, authority="E08000001")


def test_the_extract_date_is_the_day_it_is_judged_by(first):
    assert first.bundle.manifest.as_at == dt.date(2026, 10, 30)
    assert first.folder.name.startswith("2026-10-30-")


def test_a_day_that_is_asked_for_wins_and_later_records_are_left_out(tmp_path):
    later = _form(GOAL, "safety_goal", "D2", date="2026-07-01")
    export = _export(tmp_path / "1.jsonl", _ella(_form(DANGER, "danger_statement"), later))
    result = export.run(tmp_path / "out", as_at=dt.date(2026, 6, 30))
    assert result.bundle.manifest.as_at == dt.date(2026, 6, 30)
    assert result.bundle.summary.documents == 1
    assert _one(result, "goal.exists").outcome is Outcome.GAP


def test_text_that_was_edited_later_is_unclear(tmp_path):
    form = _form(DANGER, "danger_statement", edited_at="2026-11-02")
    result = _export(tmp_path / "1.jsonl", _ella(form)).run(tmp_path / "out")
    found = _one(result, "danger.exists")
    assert (found.outcome, found.message) == (
        Outcome.UNCLEAR,
        "the text was edited after the audit's date",
    )


def test_without_any_date_there_is_no_run(tmp_path):
    export = _export(tmp_path / "1.jsonl", _ella(), extract_date=None)
    with pytest.raises(ConfigurationError, match="give --as-at YYYY-MM-DD"):
        export.run(tmp_path / "out")
    assert not (tmp_path / "out" / "latest").exists()


def test_an_export_without_a_case_file_is_nothing_readable(tmp_path):
    export = _export(tmp_path / "1.jsonl", case("C1", restricted=True), "{")
    with pytest.raises(NothingReadable) as caught:
        export.run(tmp_path / "out")
    assert str(caught.value) == (
        f"{tmp_path / '1.jsonl'} holds no case file that can be audited; "
        "1 rows refused; 1 records withheld"
    )


def test_a_path_that_is_not_there_is_named(tmp_path):
    with pytest.raises(ConfigurationError, match=r"nowhere\.jsonl does not exist"):
        Shape("casefile", tmp_path / "nowhere.jsonl", None).run(tmp_path / "out")


def test_an_empty_folder_is_recognised_by_nobody(tmp_path):
    (tmp_path / "empty").mkdir()
    request = RunRequest(export=tmp_path / "empty", pack=PACK, out=tmp_path / "out")
    with pytest.raises(ConfigurationError, match=r"No adapter recognises .*empty; asked: casefile"):
        run(request, discover(), Unwatched())


@pytest.mark.parametrize("text", ["mapping: [", "- a list", "restricted: declared", "\xff"])
def test_a_mapping_that_cannot_be_read_is_named(tmp_path, text):
    mapping = tmp_path / "mapping.yaml"
    mapping.write_bytes(text.encode("latin-1"))
    broken = Shape("tabular", shape("tabular").export, mapping)
    with pytest.raises(MappingError, match=r"mapping\.yaml"):
        broken.run(tmp_path / "out")


def test_what_differs_from_run_to_run_is_in_its_own_file(first):
    info = read_run_info(first.folder)
    assert (info.engine, info.jobs, info.refused) == ("local", 1, ())
    assert set(info.timings) == {"read and audit", "total"}
    assert info.started <= info.finished


def test_quotes_can_be_left_out_of_the_bundle(tmp_path):
    export = _export(tmp_path / "1.jsonl", _ella(_form(DANGER, "danger_statement")))
    result = export.run(tmp_path / "out", quotes=Quotes.NONE)
    assert b"Ikande" not in (result.folder / "findings.jsonl").read_bytes()
    assert json.loads((result.folder / "manifest.json").read_bytes())["quotes"] == "none"
