"""What `run` and `demo` share: run, write the reports asked for, print the summary, exit."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click
from rich.console import Console

from sos_audit.cli.watching import watching
from sos_audit.reports.html import write_html
from sos_audit.reports.terminal import print_summary
from sos_audit.runs import FailOn, run

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from sos_audit.adapters.discovery import Adapters
    from sos_audit.runs import RunRequest


def run_and_report(
    request: RunRequest,
    adapters: Adapters,
    *,
    reports: Sequence[str] = ("html",),
    fail_on: FailOn = FailOn.NEVER,
    exit_zero: bool = False,
) -> None:
    """Run an audit, write its reports beside the bundle and end with its exit code."""
    with watching() as progress:
        result = run(request, adapters, progress)
        html: Path | None = None
        if "html" in reports:
            progress.stage("writing the pages")
            html = write_html(result.bundle, request.out / "html")
    code = result.exit_code(fail_on, exit_zero=exit_zero)
    print_summary(result.bundle, Console(), saved=result.folder, html=html, exit_code=code)
    for reason in result.incomplete:
        click.echo(f"  incomplete: {reason}", err=True)
    sys.exit(code)
