"""`sos-audit preflight`: what an export is and what a run would lack, before the run."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from sos_audit.adapters.discovery import discover
from sos_audit.adapters.mapping import load_mapping, with_entries
from sos_audit.cli.options import ANY_PATH, EXISTING
from sos_audit.cli.surveying import (
    choose,
    needs_mapping,
    starter_mapping,
    starter_text,
    suggested_for,
    survey_export,
    vocabulary_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sos_audit.cli.surveying import Surveyed

_SHOWN = 12


@click.command("preflight")
@click.argument("export", type=ANY_PATH)
@click.option("--adapter", help="The adapter to read it with.  [default: the one that claims it]")
@click.option("--mapping", type=EXISTING, help="The authority's mapping file.")
@click.option("--write-mapping", type=ANY_PATH, help="Write a mapping to complete.")
def command(
    export: Path, adapter: str | None, mapping: Path | None, write_mapping: Path | None
) -> None:
    """Say what EXPORT is, which adapter claims it, and what is missing, unmapped or restricted.

    Reads everything and audits nothing. Without a mapping it reads with an empty one, so that the
    questions to map can be listed; no narrative is printed.
    """
    loaded, reason = choose(discover(), export, adapter)
    click.echo(f"{export}: read by {loaded.adapter.name} ({loaded.distribution} {loaded.version})")
    click.echo(f"  because {reason}")
    needed = needs_mapping(loaded)
    used = load_mapping(mapping) if mapping else starter_mapping(loaded, export)
    surveyed = survey_export(loaded, export, used, Path.cwd())
    _print(_lines(surveyed, missing=needed and mapping is None))
    if write_mapping is not None and needed:
        _, lines = suggested_for(loaded, export, surveyed, vocabulary_of(None))
        base = mapping.read_text("utf-8-sig") if mapping else starter_text(loaded, export)
        write_mapping.write_text(with_entries(base, lines), encoding="utf-8", newline="\n")
        click.echo(f"A mapping to complete: {write_mapping}")


def _print(lines: Iterable[str]) -> None:
    for line in lines:
        click.echo(line)


def _lines(surveyed: Surveyed, *, missing: bool) -> Iterator[str]:
    header, children, report = surveyed.header, surveyed.children, surveyed.report
    kinds = ", ".join(f"{count} {kind}" for kind, count in sorted(children.items()))
    yield f"Case files: {children.total()}" + (f" ({kinds})" if kinds else "")
    yield f"Taken: {header.extract_date or 'not said: a run will need --as-at'}"
    yield f"Rows: {report.rows_in} read, {report.rows_refused} refused"
    for (table, reason), rows in sorted(report.refused.items()):
        yield f"  {table or 'file'}: {rows} refused, {reason}"
    for note in report.refused_files:
        yield f"  {note.file}: refused, {note.reason}"
    for reason, count in sorted(report.withheld.items()):
        yield f"Withheld: {count} {reason.replace('_', ' ')}"
    if report.missing_tables:
        yield f"Not in this export: {', '.join(sorted(report.missing_tables))}"
    lacking = [entity for entity, supply in header.coverage.items() if supply == "not_supplied"]
    if lacking:
        yield f"Cannot be assessed from it: {', '.join(sorted(lacking))}"
    yield from _unmapped(surveyed, missing=missing)


def _unmapped(surveyed: Surveyed, *, missing: bool) -> Iterator[str]:
    unmapped = surveyed.report.unmapped
    if missing:
        yield (
            "No mapping was given, so nothing in it is known yet and a run would end with "
            "exit code 2; --write-mapping FILE writes one to complete."
        )
    if unmapped:
        questions = sum(what.startswith("question ") for what in unmapped)
        yield f"Not mapped ({len(unmapped)}, {questions} of them questions), most frequent first:"
    for what, count in sorted(unmapped.items(), key=lambda item: (-item[1], item[0]))[:_SHOWN]:
        wording = surveyed.report.wordings.get(what)
        yield f"  {count:6} {what}" + (f" ({wording})" if wording else "")
    if len(unmapped) > _SHOWN:
        yield f"  and {len(unmapped) - _SHOWN} more; --write-mapping FILE lists them all"
