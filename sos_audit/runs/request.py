"""What a run is asked for, and what it gives back."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

from sos_audit.bundle.v1 import Quotes

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping
    from pathlib import Path

    from sos_audit.bundle import Bundle


class FailOn(StrEnum):
    """The findings that make a run end with exit code 1."""

    NEVER = "never"
    CRITICAL = "critical"
    GAP = "gap"


@dataclass(frozen=True, slots=True)
class RunRequest:
    """Everything that decides a run; `as_at` None stands for the export's own extract date."""

    export: Path
    pack: Path
    out: Path
    adapter: str | None = None
    mapping: Path | None = None
    as_at: dt.date | None = None
    previous: Path | None = None
    quotes: Quotes = Quotes.FULL
    jobs: int = 1
    max_refused: float = 0.01
    required_plugins: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RunResult:
    """A saved bundle, and what kept it from being whole."""

    folder: Path
    bundle: Bundle
    incomplete: tuple[str, ...]
    """Why the run is incomplete, in words; empty when everything was audited."""
    timings: Mapping[str, float]

    def exit_code(self, fail_on: FailOn, *, exit_zero: bool = False) -> int:
        """3 incomplete, 1 findings at or above `fail_on`, 0 otherwise."""
        if self.incomplete:
            return 3
        summary = self.bundle.summary
        found = {
            FailOn.NEVER: 0,
            FailOn.CRITICAL: summary.critical_gaps,
            FailOn.GAP: sum(
                count for outcome, count in summary.outcomes.items() if outcome == "gap"
            ),
        }[fail_on]
        return 1 if found and not exit_zero else 0


class Progress(Protocol):
    """Whoever watches a run: told of stages and of case files done, never of names."""

    def stage(self, name: str) -> None:
        """A new stage begins."""

    def audited(self, case_files: int) -> None:
        """So many more case files have been audited."""
