"""What a bundle keeps of one case file, and what it leaves out."""

import dataclasses
import json

import pytest

from sos_audit.bundle import Quotes
from sos_audit.findings import Evidence, Finding, Outcome
from tests.bundle import example


def _record(child, quotes=Quotes.FULL, **changes):
    records = {r.case.child_id: r for r in example.records(quotes, **changes)}
    return records[child]


def _finding(record, criterion):
    return next(f for f in record.findings if f.criterion == criterion)


def test_findings_follow_the_order_of_the_criteria():
    asked = [c.id for c in example.criteria()]
    found = [f.criterion for f in _record("C2").findings]

    assert found == [criterion for criterion in asked if criterion in found]


def test_documents_are_listed_by_date_whatever_order_they_came_in():
    documents = tuple(example.DOCUMENTS.values())

    forwards = example.records(documents=documents)
    backwards = example.records(documents=documents[::-1])

    assert forwards == backwards
    assert [d.title for d in forwards[0].case.documents] == [
        "Assessment and planning form",
        "core group",
        "Child protection plan",
    ]


def test_new_document_ids_change_nothing():
    renamed = {d.id: dataclasses.replace(d, id=f"X{d.id}") for d in example.DOCUMENTS.values()}
    recorder = example.Recorder(example.AUTHORITY, {c.id: c for c in example.criteria()})
    audit = example.audits()[0]
    reissued = dataclasses.replace(audit, findings=tuple(map(_reissue, audit.findings)))

    assert recorder.record(reissued, renamed.values()) == _record("C2")


def _reissue(finding):
    return dataclasses.replace(
        finding,
        evidence=tuple(
            dataclasses.replace(e, document_id=e.document_id and f"X{e.document_id}")
            for e in finding.evidence
        ),
    )


def test_of_two_documents_alike_in_everything_the_first_is_pointed_at():
    original = example.DOCUMENTS["map"]
    copy = dataclasses.replace(original, id="D0")

    one = example.records(documents=(original, copy))
    other = example.records(documents=(copy, original))

    assert one == other


def test_evidence_keeps_the_rest_of_its_sentence():
    (evidence,) = _finding(_record("C2"), "danger.child_impact").evidence

    assert evidence.document == 0
    assert evidence.quote == "Ella could be hit by something"
    assert evidence.before.startswith("Ms Khan (social worker) and Nan Pat are worried that if")
    assert evidence.after == "."


def test_short_quotes_keep_twelve_words_and_no_context():
    (evidence,) = _finding(_record("C2", Quotes.SHORT), "strength.protective").evidence

    assert evidence.quote == "Nan Pat took Ella to her house on 3 May"
    assert (evidence.before, evidence.after) == (None, None)


@pytest.mark.parametrize("child", ["C2", "C10", "S/3"])
def test_without_quotes_no_word_of_a_document_is_kept(child):
    record = _record(child, Quotes.NONE)

    for finding in record.findings:
        for evidence in finding.evidence:
            assert (evidence.quote, evidence.before, evidence.after) == (None, None, None)
    everything = " ".join(json.dumps(f.plain()) for f in record.findings)
    assert "shouting" not in everything
    assert "Nan Pat" not in everything


def test_the_quotes_setting_does_not_change_what_identifies_a_finding():
    full, none = _record("C2"), _record("C2", Quotes.NONE)

    assert [(f.fingerprint, f.evidence_hash) for f in full.findings] == [
        (f.fingerprint, f.evidence_hash) for f in none.findings
    ]


def test_evidence_in_another_childs_file_is_pointed_at_and_never_quoted():
    elsewhere = Evidence("plan", "Plan for Ella Doe", None, "Ella sleeps", 0, 11, "D99")
    audit = dataclasses.replace(
        example.audits()[0],
        findings=(Finding("map.exists", Outcome.MET, "Found.", evidence=(elsewhere,)),),
    )
    recorder = example.Recorder(example.AUTHORITY, {c.id: c for c in example.criteria()})

    record = recorder.record(audit, ())

    assert "Ella" not in json.dumps(record.findings[0].plain())
    assert record.findings[0].evidence[0].title == "a document of another child's file"


def test_the_stable_key_and_not_the_id_identifies_a_child_between_runs():
    recorder = example.Recorder(example.AUTHORITY, {c.id: c for c in example.criteria()})
    audit = example.audits()[2]
    moved = dataclasses.replace(audit, child_id="another")
    documents = tuple(example.DOCUMENTS.values())

    before = recorder.record(audit, documents, stable_key="K1")
    after = recorder.record(moved, documents, stable_key="K1")

    assert [f.fingerprint for f in before.findings] == [f.fingerprint for f in after.findings]
