"""`sos-audit preflight`: what an export is and what a run would lack, before the run."""

from __future__ import annotations

import tempfile
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sos_audit.adapters.discovery import discover
from sos_audit.adapters.load_report import LoadReport
from sos_audit.adapters.mapping import blank_mapping, load_mapping, suggest
from sos_audit.adapters.protocol import ReadContext
from sos_audit.cli.options import ANY_PATH, EXISTING
from sos_audit.errors import ConfigurationError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sos_audit.adapters.discovery import Loaded
    from sos_audit.adapters.mapping import Mapping
    from sos_audit.casefile import ExportHeader

_SHOWN = 12


@click.command("preflight")
@click.argument("export", type=ANY_PATH)
@click.option("--adapter", help="The adapter to read it with.  [default: the one that claims it]")
@click.option("--mapping", type=EXISTING, help="The authority's mapping file.")
@click.option("--write-mapping", type=ANY_PATH, help="Write the lines a mapping lacks to a file.")
def command(
    export: Path, adapter: str | None, mapping: Path | None, write_mapping: Path | None
) -> None:
    """Say what EXPORT is, which adapter claims it, and what is missing, unmapped or restricted.

    Reads everything and audits nothing. Without a mapping it reads with an empty one, so that the
    questions to map can be listed; no narrative is printed.
    """
    if not export.exists():
        raise ConfigurationError(f"{export} does not exist")
    found = discover()
    if adapter is None:
        claimant = found.for_export(export)
        loaded, reason = claimant.loaded, claimant.claim.reason
    else:
        loaded, reason = found.by_name(adapter), "named on the command line"
    click.echo(f"{export}: read by {loaded.adapter.name} ({loaded.distribution} {loaded.version})")
    click.echo(f"  because {reason}")
    used = load_mapping(mapping) if mapping else _blank(loaded)
    report = LoadReport()
    header, children = _read(loaded, export, used, report)
    _print(_lines(header, children, report, mapping))
    if report.unmapped and write_mapping is not None:
        write_mapping.write_text(suggest(report.unmapped), encoding="utf-8")
        click.echo(f"Lines to complete and add to the mapping: {write_mapping}")


def _blank(loaded: Loaded) -> Mapping | None:
    return blank_mapping(loaded.adapter.name) if loaded.adapter.contract().tables else None


def _read(
    loaded: Loaded, export: Path, mapping: Mapping | None, report: LoadReport
) -> tuple[ExportHeader, Counter[str]]:
    """Read the whole export, counting case files by type, in a spool that is then removed."""
    with tempfile.TemporaryDirectory(prefix=".sos-audit-", dir=Path.cwd()) as spool:
        reading = loaded.adapter.read(export, ReadContext(mapping, Path(spool), report))
        children = Counter(case.case_type or "unknown" for case in reading.case_files)
    return reading.header, children


def _print(lines: Iterable[str]) -> None:
    for line in lines:
        click.echo(line)


def _lines(
    header: ExportHeader, children: Counter[str], report: LoadReport, mapping: Path | None
) -> Iterator[str]:
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
    yield from _unmapped(report, mapping)


def _unmapped(report: LoadReport, mapping: Path | None) -> Iterator[str]:
    if mapping is None and report.unmapped:
        yield "No mapping was given, so nothing in it is known yet."
    if report.unmapped:
        yield f"Not mapped ({len(report.unmapped)}), most frequent first:"
    for what, count in report.unmapped.most_common(_SHOWN):
        yield f"  {count:6} {what}"
    if len(report.unmapped) > _SHOWN:
        yield f"  and {len(report.unmapped) - _SHOWN} more; --write-mapping FILE lists them all"
