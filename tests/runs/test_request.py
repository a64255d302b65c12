"""The exit code of a run that came to its end."""

import pytest

from sos_audit.runs import FailOn, RunResult


@pytest.fixture
def result(runs):
    """A whole run with critical gaps and others."""
    found = runs["casefile"].result
    assert found.bundle.summary.critical_gaps
    return found


@pytest.mark.parametrize(
    ("fail_on", "code"), [(FailOn.NEVER, 0), (FailOn.CRITICAL, 1), (FailOn.GAP, 1)]
)
def test_a_whole_run_ends_by_what_it_found(result, fail_on, code):
    assert result.exit_code(fail_on) == code


@pytest.mark.parametrize("fail_on", list(FailOn))
def test_findings_can_be_kept_from_failing_the_run(result, fail_on):
    assert result.exit_code(fail_on, exit_zero=True) == 0


@pytest.mark.parametrize("fail_on", list(FailOn))
@pytest.mark.parametrize("exit_zero", [False, True])
def test_an_incomplete_run_is_3_whatever_it_found(result, fail_on, exit_zero):
    incomplete = RunResult(result.folder, result.bundle, ("a file was refused",), {})
    assert incomplete.exit_code(fail_on, exit_zero=exit_zero) == 3
