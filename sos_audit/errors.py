"""Every error this project raises on purpose.

The hierarchy, with the exit code that each one ends a run with::

    SosAuditError                 2   anything a person can put right
    ├── ConfigurationError        2   a setting, file or option that cannot be used as written
    │   ├── MappingError          2   a mapping file
    │   ├── RulePackError         2   a rule pack or an overlay
    │   └── PluginError           2   a plugin that is missing, broken or too old
    ├── NothingReadable           2   the export holds nothing that any adapter can read
    ├── RefusedInput              3   one record or row that was refused; the run goes on
    └── IncompleteRun             3   the run ended, but not everything was audited

A person should be able to correct all their mistakes at once, so an error carries a list of
:class:`Problem`, each with its place and, where possible, what to write instead.  Messages
never hold narrative or names from a case file.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake: what is wrong, where, and what to write instead."""

    message: str
    file: str | None = None
    line: int | None = None
    hint: str | None = None

    def __str__(self) -> str:
        """Give the problem as ``file:line message (hint)``, without the parts not known."""
        text = self.message if self.hint is None else f"{self.message} ({self.hint})"
        place = _place(self.file, self.line)
        return f"{place} {text}" if place else text


class SosAuditError(Exception):
    """The base of all errors that this project raises on purpose."""

    exit_code: ClassVar[int] = 2

    def __init__(self, summary: str, problems: Iterable[Problem] = ()) -> None:
        """Keep the summary line and every problem found, in the order found."""
        super().__init__(summary)
        self.summary = summary
        self.problems = tuple(problems)

    def __str__(self) -> str:
        """Give the summary, then one line for each problem."""
        return "\n".join([self.summary, *(f"  {problem}" for problem in self.problems)])


class ConfigurationError(SosAuditError):
    """A setting, a file or a command-line option cannot be used as it is written."""


class MappingError(ConfigurationError):
    """A mapping file does not describe the export it is used for."""


class RulePackError(ConfigurationError):
    """A rule pack or an overlay is not well formed, or asks for something unknown."""


class PluginError(ConfigurationError):
    """A plugin that was asked for is missing, broken, not allowed or of another API version."""


class NothingReadable(SosAuditError):
    """The export holds nothing that any adapter recognises or can read."""


class RefusedInput(SosAuditError):
    """One record or row was refused.

    The run goes on without it and counts it; above ``max_refused`` the run is incomplete.
    """

    exit_code: ClassVar[int] = 3

    def __init__(
        self,
        reason: str,
        *,
        file: str | None = None,
        row: int | None = None,
        column: str | None = None,
        hint: str | None = None,
    ) -> None:
        """Keep the place (rows count from 1, the heading included) and the reason apart."""
        super().__init__(_refusal(reason, file=file, row=row, column=column, hint=hint))
        self.reason = reason
        self.file = file
        self.row = row
        self.column = column
        self.hint = hint


class IncompleteRun(SosAuditError):
    """The run ended, but a file, a case, a criterion or a configured plugin is missing from it."""

    exit_code: ClassVar[int] = 3


def _place(file: str | None, line: int | None) -> str:
    """Join the known parts of a place."""
    if line is None:
        return file or ""
    return f"{file}:{line}" if file else f"line {line}"


def _refusal(
    reason: str, *, file: str | None, row: int | None, column: str | None, hint: str | None
) -> str:
    """Write a refusal on one line, leaving out what is not known."""
    parts = [
        file,
        None if row is None else f"row {row}",
        None if column is None else f"column {column!r}",
    ]
    place = ", ".join(part for part in parts if part)
    text = f"{place}: {reason}" if place else reason
    return text if hint is None else f"{text} ({hint})"
