"""`sos-audit adapters`: which systems can be read."""

from __future__ import annotations

import json

import click

from sos_audit.adapters.discovery import discover
from sos_audit.casefile.v1 import json_schema


@click.group("adapters")
def command() -> None:
    """Which case systems' exports can be read."""


@command.command("list")
@click.option("--schema", is_flag=True, help="Print the JSON Schema of the interchange form.")
def list_(*, schema: bool) -> None:
    """List the adapters, built in and installed, and those that could not be loaded."""
    if schema:
        click.echo(json.dumps(json_schema(), indent=2, sort_keys=True))
        return
    found = discover()
    for loaded in found.loaded:
        tables = loaded.adapter.contract().tables
        needed = ", ".join(table.name for table in tables if table.required) or "its own form"
        click.echo(f"{loaded.adapter.name:12} {loaded.distribution} {loaded.version}: {needed}")
    for other in found.not_loaded:
        click.echo(f"{other.name:12} {other.distribution}: NOT LOADED, {other.reason}")
