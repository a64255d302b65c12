"""What keeps a run from being whole ends it with exit code 3, and harms nothing else."""

import json

import pytest

from sos_audit.adapters.discovery import discover
from sos_audit.checks import CHECKS
from sos_audit.engine import cases
from sos_audit.findings import Outcome
from sos_audit.runs import FailOn, RunRequest, run
from tests.adapters.interchange_lines import case, write
from tests.runs.shapes import LINES, PACK, Shape, Unwatched, shape, write_lines


@pytest.fixture
def broken_plugin(tmp_path, monkeypatch):
    """An installed distribution whose module cannot be imported."""
    site = tmp_path / "site"
    information = site / "sos_audit_broken-1.0.dist-info"
    information.mkdir(parents=True)
    (information / "METADATA").write_text(
        "Metadata-Version: 2.1\nName: sos-audit-broken\nVersion: 1.0\n"
    )
    (information / "entry_points.txt").write_text("[sos_audit]\nbroken = sos_audit_broken\n")
    (site / "sos_audit_broken.py").write_text("import a_module_that_is_not_there\n")
    monkeypatch.syspath_prepend(site)
    return "sos-audit-broken"


SECRET = "BLUETIT"
NOT_IMPORTED = "ModuleNotFoundError: No module named 'a_module_that_is_not_there'"


def _run(tmp_path, *, allowed=None, **options):
    request = RunRequest(export=LINES, pack=PACK, out=tmp_path / "out", **options)
    return run(request, discover(allowed=allowed), Unwatched())


def test_a_plugin_that_cannot_be_imported_is_listed_and_harms_nothing(
    broken_plugin, tmp_path, runs
):
    result = _run(tmp_path)
    assert result.exit_code(FailOn.NEVER) == 0
    written = json.loads((result.folder / "load_report.json").read_bytes())
    assert written["not_loaded"] == [{"plugin": "broken", "reason": NOT_IMPORTED}]
    assert result.bundle.findings == runs["casefile"].result.bundle.findings


def test_the_same_plugin_named_in_the_configuration_makes_the_run_incomplete(
    broken_plugin, tmp_path
):
    result = _run(tmp_path, allowed=[broken_plugin], required_plugins=(broken_plugin,))
    assert result.exit_code(FailOn.NEVER) == 3
    assert result.incomplete == (f"the configured plugin broken was not loaded: {NOT_IMPORTED}",)


def test_a_configured_plugin_that_is_not_installed_makes_the_run_incomplete(tmp_path):
    result = _run(tmp_path, required_plugins=("sos-audit-nowhere",))
    assert result.exit_code(FailOn.NEVER) == 3
    assert result.incomplete == ("the configured plugin sos-audit-nowhere is not installed",)


def test_a_configured_plugin_that_was_loaded_is_no_reason(tmp_path):
    result = _run(tmp_path, required_plugins=("sos-audit-mosaic", "mosaic"))
    assert result.incomplete == ()


@pytest.fixture(scope="module")
def one_failing(tmp_path_factory):
    """A run where the kind of check behind one criterion raises, with words of the record."""

    def ask(_settings, _inquiry):
        raise ZeroDivisionError(SECRET)

    kind = CHECKS["seen_alone"]
    broken = type(kind)(kind.name, kind.settings, ask, kind.of_text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sos_audit.runs.audit_work.CHECKS", {**CHECKS, "seen_alone": broken})
        return shape("casefile").run(tmp_path_factory.mktemp("one_failing"))


def test_a_criterion_that_raises_fails_alone(one_failing, runs):
    before = {(f.child_id, f.criterion): f for f in runs["casefile"].bundle.findings}
    failed = set()
    for finding in one_failing.bundle.findings:
        former = before[finding.child_id, finding.criterion]
        if finding.criterion == "child.seen_alone" and finding.outcome is Outcome.FAILED:
            failed.add(finding.message)
            assert former.outcome is not Outcome.NOT_ASSESSABLE
        else:
            assert finding == former
    assert failed == {"the check failed (ZeroDivisionError); nothing is known"}


def test_a_criterion_that_raises_makes_the_run_incomplete(one_failing):
    asked = sum(f.outcome is Outcome.FAILED for f in one_failing.bundle.findings)
    assert asked == one_failing.bundle.summary.outcomes[Outcome.FAILED] > 0
    assert one_failing.exit_code(FailOn.NEVER) == 3
    (reason,) = one_failing.incomplete
    assert reason.startswith(f"criterion failed in {asked} case files: child.seen_alone: ")


def test_the_words_of_an_exception_are_in_no_file(one_failing):
    assert all(SECRET.encode() not in path.read_bytes() for path in one_failing.folder.iterdir())


def test_a_case_file_that_cannot_be_read_fails_alone(monkeypatch, tmp_path, runs):
    read = cases.read_case

    def read_but_one(case, as_at, reader):
        if case.child.id == "C101":
            raise RuntimeError(SECRET)
        return read(case, as_at, reader)

    monkeypatch.setattr(cases, "read_case", read_but_one)
    result = shape("casefile").run(tmp_path)
    assert result.exit_code(FailOn.NEVER) == 3
    assert result.incomplete == ("1 case files could not be audited",)
    assert result.bundle.load_report.failed_cases == ("C101",)
    outcomes = {f.outcome for f in result.bundle.findings if f.child_id == "C101"}
    assert outcomes == {Outcome.FAILED}
    others = [f for f in result.bundle.findings if f.child_id not in {"C101", "C102"}]
    before = runs["casefile"].bundle.findings
    assert others == [f for f in before if f.child_id not in {"C101", "C102"}]


@pytest.fixture(scope="module")
def one_line_broken(tmp_path_factory):
    """A run of the demonstration with its third line, C102, cut in the middle."""
    folder = tmp_path_factory.mktemp("one_line_broken")
    lines = LINES.read_text(encoding="utf-8").splitlines()
    lines[2] = lines[2][:200]
    export = Shape("casefile", write_lines(folder / "families.jsonl", lines), None)
    return export.run(folder / "out")


def test_a_broken_line_is_refused_with_its_place_and_the_rest_is_audited(one_line_broken):
    run_info = json.loads((one_line_broken.folder / "run.json").read_bytes())
    assert run_info["refused"] == [
        {"file": "families.jsonl", "row": 3, "column": None, "reason": "the line is not JSON"}
    ]
    assert [case.child_id for case in one_line_broken.bundle.cases] == (
        "C101 C103 C104 C105 C401 C402 C501 C502 C601 C602".split()
    )


def test_the_bundle_counts_what_was_refused_without_a_row(one_line_broken):
    report = json.loads((one_line_broken.folder / "load_report.json").read_bytes())
    assert report["refusals"] == [{"table": "", "reason": "the line is not JSON", "count": 1}]


@pytest.mark.parametrize(
    ("max_refused", "code"), [(0.0, 3), (0.01, 3), (0.08, 3), (1 / 12, 0), (0.5, 0), (1.0, 0)]
)
def test_the_share_that_may_be_refused_decides(tmp_path, max_refused, code):
    lines = [case(f"C{number}") for number in range(11)]
    export = Shape("casefile", write(tmp_path / "x.jsonl", [*lines, "{"]), None)
    result = export.run(tmp_path / "out", max_refused=max_refused)
    assert result.exit_code(FailOn.NEVER) == code


def test_a_child_that_stands_twice_is_refused_where_the_lines_differ(tmp_path):
    lines = [case("C1"), case("C2", team="North"), case("C2", team="South")]
    export = Shape("casefile", write(tmp_path / "x.jsonl", lines), None)
    result = export.run(tmp_path / "out")
    assert result.incomplete == ("2 of 3 rows were refused, more than the 1% allowed",)
    assert [c.child_id for c in result.bundle.cases] == ["C1"]
