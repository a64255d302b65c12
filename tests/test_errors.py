"""The errors: what they say and how they end a run."""

import pytest

from sos_audit import errors
from sos_audit.errors import (
    ConfigurationError,
    IncompleteRun,
    MappingError,
    NothingReadable,
    PluginError,
    Problem,
    RefusedInput,
    RulePackError,
    SosAuditError,
)


@pytest.mark.parametrize(
    ("error", "exit_code"),
    [
        (ConfigurationError, 2),
        (MappingError, 2),
        (RulePackError, 2),
        (PluginError, 2),
        (NothingReadable, 2),
        (RefusedInput, 3),
        (IncompleteRun, 3),
    ],
)
def test_each_error_has_its_exit_code(error, exit_code):
    assert error.exit_code == exit_code


def test_every_error_is_drawn_in_the_hierarchy():
    raised = [
        name
        for name, value in vars(errors).items()
        if isinstance(value, type) and issubclass(value, SosAuditError)
    ]
    drawn = [name for name in raised if f"{name} " in errors.__doc__]
    assert drawn == raised


def test_an_error_shows_all_problems_at_once():
    error = MappingError(
        "The mapping cannot be used as written:",
        [
            Problem("there is no table 'DOCS'", "mapping.yaml", 3, "did you mean 'DOC'?"),
            Problem("restricted is not declared", "mapping.yaml"),
        ],
    )
    assert str(error) == (
        "The mapping cannot be used as written:\n"
        "  mapping.yaml:3 there is no table 'DOCS' (did you mean 'DOC'?)\n"
        "  mapping.yaml restricted is not declared"
    )


def test_problems_may_be_produced_one_by_one():
    error = SosAuditError("Two things:", (Problem(text) for text in ["one", "two"]))
    assert [problem.message for problem in error.problems] == ["one", "two"]


def test_a_problem_without_a_file_names_its_line():
    assert str(Problem("the date is not a date", line=7)) == "line 7 the date is not a date"


def test_a_refusal_names_file_row_column_and_remedy():
    refusal = RefusedInput(
        "the date is not a date",
        file="visits.csv",
        row=12,
        column="VISIT_DATE",
        hint="write it as 2026-01-31",
    )
    assert str(refusal) == (
        "visits.csv, row 12, column 'VISIT_DATE': the date is not a date (write it as 2026-01-31)"
    )


def test_a_refusal_leaves_out_what_is_not_known():
    assert str(RefusedInput("no child key")) == "no child key"
