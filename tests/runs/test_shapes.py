"""The same families say the same whichever system they were exported from."""

import pytest

from sos_audit.adapters.interchange import case_file_to_v1
from sos_audit.checks import settings_by_kind
from sos_audit.findings import Outcome
from sos_audit.rulepacks import load_pack
from tests.runs.shapes import PACK, as_casefile, demo_lines

NEEDS = {c.id: c.needs for c in load_pack(PACK, settings_by_kind()).criteria}

NOT_IN_TABLES = ("people", "episodes", "events", "assessments", "plans", "reviews")
"""What the plain tables cannot carry."""

ENTITIES_IN_TABLES = frozenset({"document", "answer", "visit", "worker"})

# A form's answers follow each other in the mapping's order in tables, in their own order in the
# interchange form; where one document shows several things, another of them may be shown.
SHOWS_ANOTHER = frozenset({"integ.placeholder", "family.both_views"})
# Mosaic's tables hold no child-in-need episode, so visits are counted from the referral.
COUNTS_OTHERWISE = frozenset({"integ.placeholder", "stat.visits"})


def _by_criterion(bundle):
    return {(finding.child_id, finding.criterion): finding for finding in bundle.findings}


def _words(finding):
    """What a finding says, without the titles that systems make up for documents."""
    message = finding.message
    for piece in finding.evidence:
        message = message.replace(piece.title, "a document")
    return message


def _quotes(finding):
    return [piece.quote for piece in finding.evidence]


@pytest.fixture(scope="module")
def without_people(tmp_path_factory):
    """The interchange form of the families with no more in it than the plain tables hold."""
    header, cases = demo_lines()
    header["coverage"] = {
        entity: "supplied" if entity in ENTITIES_IN_TABLES else "not_supplied"
        for entity in header["coverage"]
    }
    for case in cases:
        case.update({part: [] for part in NOT_IN_TABLES})
    folder = tmp_path_factory.mktemp("without_people")
    return as_casefile(folder, header, cases).run(folder / "out").bundle


@pytest.fixture
def pair(request, runs, without_people):
    """Two bundles of the same families with the same parts supplied."""
    return {
        "mosaic": (runs["casefile"].bundle, runs["mosaic"].bundle),
        "tabular": (without_people, runs["tabular"].bundle),
    }[request.param]


both = pytest.mark.parametrize("pair", ["mosaic", "tabular"], indirect=True)


@both
def test_every_outcome_is_the_same(pair):
    one, other = map(_by_criterion, pair)
    assert {key: f.outcome for key, f in other.items()} == {
        key: f.outcome for key, f in one.items()
    }


@both
def test_every_message_is_the_same(pair):
    one, other = map(_by_criterion, pair)
    for key, finding in one.items():
        if key[1] not in COUNTS_OTHERWISE:
            assert _words(other[key]) == _words(finding), key


@both
def test_every_quote_is_the_same(pair):
    one, other = map(_by_criterion, pair)
    for key, finding in one.items():
        if key[1] not in SHOWS_ANOTHER:
            assert _quotes(other[key]) == _quotes(finding), key


def test_what_is_needed_and_not_supplied_cannot_be_assessed(finished):
    supplied = {
        e for e, supply in finished.bundle.manifest.coverage.items() if supply != "not_supplied"
    }
    for finding in finished.bundle.findings:
        needs = {str(entity) for entity in NEEDS[finding.criterion]}
        cannot = finding.outcome is Outcome.NOT_ASSESSABLE
        assert cannot == bool(needs - supplied), (finding.child_id, finding.criterion)


def test_the_plain_tables_lack_people_and_events(runs):
    unassessed = {
        finding.message
        for finding in runs["tabular"].bundle.findings
        if finding.outcome is Outcome.NOT_ASSESSABLE
    }
    assert unassessed == {
        "the export does not supply: event",
        "the export does not supply: person",
    }


@pytest.mark.parametrize("name", ["tabular", "mosaic"])
def test_what_tables_were_read_into_gives_the_same_findings_when_read_again(runs, tmp_path, name):
    finished = runs[name]
    header, _ = demo_lines()
    header["coverage"] = dict(finished.bundle.manifest.coverage)
    cases = [
        case_file_to_v1(case).model_dump(mode="json", by_alias=True)
        for case in finished.shape.read(tmp_path)
    ]
    again = as_casefile(tmp_path / "export", header, cases).run(tmp_path / "out")
    assert (again.folder / "findings.jsonl").read_bytes() == (
        finished.result.folder / "findings.jsonl"
    ).read_bytes()
