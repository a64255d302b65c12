"""`sos-audit report`: write the pages of a saved bundle again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from sos_audit.bundle import read_bundle
from sos_audit.cli.options import ANY_PATH, EXISTING
from sos_audit.reports.html import write_html

if TYPE_CHECKING:
    from pathlib import Path


@click.command("report")
@click.argument("bundle", type=EXISTING)
@click.option("--out", type=ANY_PATH, help="Where to write.  [default: html beside the bundle]")
def command(bundle: Path, out: Path | None) -> None:
    """Write the HTML report of BUNDLE, a saved result or the folder that holds them."""
    html = write_html(read_bundle(bundle), out or _beside(bundle))
    click.echo(f"Report: {html}")


def _beside(bundle: Path) -> Path:
    return (bundle.parent if (bundle / "manifest.json").is_file() else bundle) / "html"
