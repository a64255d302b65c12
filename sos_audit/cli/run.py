"""`sos-audit run`: audit an export."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from sos_audit.adapters.discovery import discover
from sos_audit.bundle.v1 import Quotes
from sos_audit.cli.configuration import load_configuration
from sos_audit.cli.options import ANY_PATH, DAY, EXISTING, pack_option, pack_path
from sos_audit.cli.running import run_and_report
from sos_audit.cli.surveying import refuse_without_mapping
from sos_audit.runs import FailOn, RunRequest

if TYPE_CHECKING:
    import datetime as dt

_REPORTS = ("html",)


@click.command("run")
@click.argument("export", type=ANY_PATH)
@click.option("--adapter", help="The adapter to read it with.  [default: the one that claims it]")
@click.option("--mapping", type=EXISTING, help="The authority's mapping file.")
@pack_option
@click.option("--as-at", type=DAY, metavar="YYYY-MM-DD", help="Judge the record as it stood then.")
@click.option("--previous", type=EXISTING, help="An earlier bundle, to say what is new.")
@click.option("--out", type=ANY_PATH, help="Where to save.  [default: ./sos-audit-out]")
@click.option(
    "--report",
    "reports",
    default="html",
    show_default=True,
    help="Reports to write beside the bundle, separated by commas.",
)
@click.option(
    "--quotes",
    type=click.Choice([choice.value for choice in Quotes]),
    help="How much of the record's words to keep.  [default: full]",
)
@click.option("--jobs", type=click.IntRange(1, 64), help="Worker processes.  [default: 1]")
@click.option(
    "--fail-on",
    type=click.Choice([choice.value for choice in FailOn]),
    default=FailOn.NEVER.value,
    show_default=True,
    help="Findings that make the exit code 1.",
)
@click.option("--exit-zero", is_flag=True, help="Turn exit code 1 into 0.")
@click.option("--config", type=EXISTING, help="A file of settings; options here win over it.")
def command(
    *,
    export: Path,
    adapter: str | None,
    mapping: Path | None,
    pack: Path | None,
    as_at: dt.datetime | None,
    previous: Path | None,
    out: Path | None,
    reports: str,
    quotes: str | None,
    jobs: int | None,
    fail_on: str,
    config: Path | None,
    exit_zero: bool,
) -> None:
    """Audit EXPORT: a folder, ZIP or file that your case system's tables were exported to.

    Saves a bundle (the result, with the evidence for every finding) and an HTML report, readable
    by you alone, and prints a summary.
    """
    settings = load_configuration(config)
    request = RunRequest(
        export=export,
        pack=pack_path(pack or settings.pack),
        out=out or settings.out or Path("sos-audit-out"),
        adapter=adapter or settings.adapter,
        mapping=mapping or settings.mapping,
        as_at=as_at.date() if as_at else None,
        previous=previous,
        quotes=Quotes(quotes or settings.quotes),
        jobs=jobs or settings.jobs,
        max_refused=settings.max_refused,
        required_plugins=settings.plugins or (),
    )
    adapters = discover(allowed=settings.plugins)
    if request.mapping is None:
        refuse_without_mapping(adapters, export, request.adapter, request.out)
    run_and_report(
        request,
        adapters,
        reports=_chosen(reports),
        fail_on=FailOn(fail_on),
        exit_zero=exit_zero,
    )


def _chosen(reports: str) -> list[str]:
    wanted = [name.strip() for name in reports.split(",") if name.strip()]
    unknown = [name for name in wanted if name not in _REPORTS]
    if unknown:
        raise click.BadParameter(
            f"there is no report {unknown[0]!r}; there is: {', '.join(_REPORTS)}",
            param_hint="--report",
        )
    return wanted
