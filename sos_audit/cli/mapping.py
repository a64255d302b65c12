"""`sos-audit mapping`: say what an authority's codes mean, and check what was said."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from sos_audit.adapters.discovery import discover
from sos_audit.adapters.mapping import blank_mapping, lint, load_mapping, mapping_page, with_entries
from sos_audit.adapters.mapping.strict_yaml import read_yaml
from sos_audit.bundle.storage import replace_private
from sos_audit.cli.options import ANY_PATH, EXISTING, pack_option
from sos_audit.cli.surveying import (
    choose,
    needs_mapping,
    starter_mapping,
    starter_text,
    suggested_for,
    survey_export,
    vocabulary_of,
)
from sos_audit.errors import ConfigurationError

_SHOWN = 30


@click.group("mapping")
def command() -> None:
    """What one authority's form questions, note types and step types mean."""


adapter_option = click.option(
    "--adapter", help="The adapter to read it with.  [default: the one that claims it]"
)


@command.command("suggest")
@click.argument("export", type=ANY_PATH)
@click.option("--mapping", type=EXISTING, help="A mapping to add to; what is in it stays.")
@click.option("--out", type=ANY_PATH, help="Write the mapping here.  [default: print it]")
@click.option("--html", type=ANY_PATH, help="Write a page with example answers, to fill in.")
@pack_option
@adapter_option
def suggest(
    *,
    export: Path,
    mapping: Path | None,
    out: Path | None,
    html: Path | None,
    pack: Path | None,
    adapter: str | None,
) -> None:
    """Write a mapping for EXPORT, or what a mapping lacks, with guesses at what things mean.

    The mapping holds codes and wordings only. The page quotes answers, so that a practitioner can
    say what each question is: it is readable by you alone, and is to be deleted afterwards.
    """
    loaded, _ = choose(discover(), export, adapter)
    _insist(loaded.adapter.name, needed=needs_mapping(loaded))
    used = load_mapping(mapping) if mapping else starter_mapping(loaded, export)
    surveyed = survey_export(loaded, export, used, Path.cwd())
    found, lines = suggested_for(loaded, export, surveyed, vocabulary_of(pack))
    base = mapping.read_text("utf-8-sig") if mapping else starter_text(loaded, export)
    text = with_entries(base, lines)
    if out is None:
        click.echo(text, nl=False)
    else:
        out.write_text(text, encoding="utf-8", newline="\n")
        added = sum(map(len, lines.values()))
        click.echo(f"{out}: {added} lines added, {len(found)} of them questions; go through each.")
    if html is not None:
        others = [(name, held) for name, held in sorted(lines.items()) if name != "questions"]
        page = mapping_page(export.name, found, others)
        replace_private(html, page.encode("utf-8"))
        click.echo(f"{html}: quotes case records; complete it together, then delete it.", err=True)


@command.command("lint")
@click.argument("mapping", type=EXISTING)
@click.argument("export", type=ANY_PATH)
@adapter_option
def lint_(*, mapping: Path, export: Path, adapter: str | None) -> None:
    """Compare MAPPING with EXPORT: what is not mapped, what never occurs, what contradicts.

    Ends with exit code 1 if something would make findings wrong.
    """
    loaded, _ = choose(discover(), export, adapter)
    _insist(loaded.adapter.name, needed=needs_mapping(loaded))
    known, source = load_mapping(mapping), read_yaml(mapping)
    surveyed = survey_export(loaded, export, known, Path.cwd())
    inventory = survey_export(loaded, export, blank_mapping(loaded.adapter.name), Path.cwd())
    complaints = lint(source, known, surveyed.survey.questions, surveyed.report, inventory.report)
    for complaint in complaints:
        click.echo(f"{'error  ' if complaint.serious else 'warning'} {complaint.problem}")
    unmapped = [
        (what, times)
        for what, times in surveyed.report.unmapped.items()
        if not what.startswith("question ")
    ] + [(f"question {asked.label}", asked.times) for asked in surveyed.survey.unmapped]
    if unmapped:
        click.echo(f"Not mapped ({len(unmapped)}), most frequent first:")
    for what, times in sorted(unmapped, key=lambda item: (-item[1], item[0]))[:_SHOWN]:
        click.echo(f"  {times:6} {what}")
    if len(unmapped) > _SHOWN:
        click.echo(f"  and {len(unmapped) - _SHOWN} more; mapping suggest lists them all")
    serious = sum(complaint.serious for complaint in complaints)
    click.echo(
        f"{mapping}: {serious} errors, {len(complaints) - serious} warnings, "
        f"{len(unmapped)} not mapped"
    )
    sys.exit(1 if serious else 0)


def _insist(name: str, *, needed: bool) -> None:
    if not needed:
        raise ConfigurationError(f"The {name} form says itself what everything means: no mapping")
