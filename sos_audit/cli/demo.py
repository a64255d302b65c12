"""`sos-audit demo`: the whole thing on shipped, invented data."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from sos_audit.adapters.discovery import discover
from sos_audit.cli.options import ANY_PATH, pack_path
from sos_audit.cli.running import run_and_report
from sos_audit.resources import data_path
from sos_audit.runs import RunRequest

if TYPE_CHECKING:
    from sos_audit.adapters.discovery import Adapters

_VENDORS = ("mosaic",)


@click.command("demo")
@click.option(
    "--out",
    type=ANY_PATH,
    default=Path("sos-audit-demo"),
    show_default=True,
    help="Where to save the bundle and the pages.",
)
@click.option("--jobs", type=click.IntRange(1, 64), default=1, help="Worker processes.")
def command(out: Path, jobs: int) -> None:
    """Audit invented families and say where to look.

    Reads a vendor's tables through its plugin when one is installed, and the same families in the
    interchange form otherwise. Nobody in the data is real.
    """
    adapters = discover()
    vendor = _vendor(adapters)
    folder = data_path("demo", vendor or "casefile")
    click.echo(
        f"Auditing invented families, read through the {vendor} plugin."
        if vendor
        else "Auditing invented families in the interchange form (no vendor plugin is installed)."
    )
    request = RunRequest(
        export=folder,
        pack=pack_path(None),
        out=out,
        adapter=vendor or "casefile",
        mapping=folder / "mapping.yaml" if vendor else None,
        jobs=jobs,
    )
    run_and_report(request, adapters)


def _vendor(adapters: Adapters) -> str | None:
    return next((name for name in _VENDORS if name in adapters.names), None)
