"""A second audit says what is new since the first."""

import dataclasses

import pytest

from sos_audit.bundle import compare
from sos_audit.bundle.v1 import Change
from sos_audit.errors import ConfigurationError
from sos_audit.findings import Outcome
from tests.bundle import example


def _with_finding(bundle, number, **changes):
    findings = list(bundle.findings)
    findings[number] = dataclasses.replace(findings[number], **changes)
    return dataclasses.replace(bundle, findings=tuple(findings))


def _with_manifest(**changes):
    bundle = example.bundle()
    return dataclasses.replace(bundle, manifest=dataclasses.replace(bundle.manifest, **changes))


def test_the_same_findings_are_the_same():
    marked = compare(example.bundle(), example.bundle())

    assert {finding.change for finding in marked.findings} == {Change.SAME}


def test_a_finding_that_was_not_there_is_new():
    previous = example.bundle()
    previous = dataclasses.replace(previous, findings=previous.findings[1:])

    assert compare(example.bundle(), previous).findings[0].change is Change.NEW


def test_a_finding_with_another_outcome_is_new():
    previous = _with_finding(example.bundle(), 0, outcome=Outcome.PARTLY)

    assert compare(example.bundle(), previous).findings[0].change is Change.NEW


def test_the_same_outcome_on_other_words_is_changed_evidence():
    previous = _with_finding(example.bundle(), 0, evidence_hash="0" * 32)

    assert compare(example.bundle(), previous).findings[0].change is Change.EVIDENCE_CHANGED


def test_without_a_stable_key_nothing_is_compared():
    with pytest.raises(ConfigurationError, match="no stable key"):
        compare(example.bundle(), _with_manifest(stable_child_key=None))


def test_bundles_of_two_authorities_are_not_compared():
    with pytest.raises(ConfigurationError, match="the previous one is of E08000000 by child_id"):
        compare(example.bundle(), _with_manifest(authority="E08000000"))
