"""Watching a run: a progress bar on a terminal, JSON lines on stderr otherwise; never names."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

import structlog
from rich.console import Console
from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sos_audit.runs.request import Progress as Watcher


class _Bar:
    """A spinner with the stage and the number of case files audited."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress
        self._task = progress.add_task("starting", total=None, done=0)
        self._done = 0

    def stage(self, name: str) -> None:
        """Show the stage."""
        self._progress.update(self._task, description=name)

    def audited(self, case_files: int) -> None:
        """Show how many are done."""
        self._done += case_files
        self._progress.update(self._task, done=self._done)


class _Log:
    """A line a stage, and one whenever another thousand case files are done."""

    def __init__(self) -> None:
        self._log = structlog.wrap_logger(
            structlog.PrintLogger(sys.stderr),
            processors=[
                structlog.processors.TimeStamper(fmt="iso", utc=True),
                structlog.processors.add_log_level,
                structlog.processors.JSONRenderer(sort_keys=True),
            ],
        )
        self._done = 0

    def stage(self, name: str) -> None:
        """Log the stage."""
        self._log.info("stage", stage=name, case_files=self._done)

    def audited(self, case_files: int) -> None:
        """Log each thousand."""
        before = self._done // _EVERY
        self._done += case_files
        if self._done // _EVERY != before:
            self._log.info("audited", case_files=self._done)


_EVERY = 1000


@contextmanager
def watching() -> Iterator[Watcher]:
    """Watch a run in the way that suits where stderr goes."""
    console = Console(stderr=True)
    if not console.is_terminal:
        yield _Log()
        return
    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(bar_width=20),
        TextColumn("{task.fields[done]} case files"),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=console, transient=True) as progress:
        yield _Bar(progress)
