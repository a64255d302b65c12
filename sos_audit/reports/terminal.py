"""The summary at the end of a run: what was read, what was found, where to look next."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from sos_audit.bundle import Bundle
from sos_audit.bundle.v1 import DomainSummary
from sos_audit.findings import GAP_WORDING, Outcome
from sos_audit.reports import wording
from sos_audit.reports.reasons import reasons_not_assessed

_BAR_WIDTH = 10
_NARROW = 70
_REASONS_SHOWN = 5

_OUTCOMES = {
    Outcome.MET: "found",
    Outcome.PARTLY: "partly found",
    Outcome.GAP: GAP_WORDING,
    Outcome.UNCLEAR: "unclear, for a person to read",
    Outcome.NOT_APPLICABLE: "did not apply",
    Outcome.NOT_ASSESSABLE: "could not be assessed",
    Outcome.FAILED: "checks stopped on an error",
}

_EXITS = {
    0: "the run is complete",
    1: "the run is complete, and there are findings at or above --fail-on",
    2: "nothing was audited: a setting or the export cannot be used",
    3: "the run is incomplete: see what could not be read or assessed",
}


def print_summary(
    bundle: Bundle, console: Console, *, saved: Path, html: Path | None, exit_code: int
) -> None:
    """Print the summary of a run; colour and bars only where the console can show them."""
    sections = (
        ("Read", _read(bundle)),
        ("Outcomes", _outcomes(bundle)),
        ("Found in the records, by part", _domains(bundle, console)),
        ("Critical gaps", _critical(bundle)),
        ("Not read or not assessed", _not_assessed(bundle)),
    )
    for title, body in sections:
        console.print(Text(title, style="bold"))
        console.print(Padding(body, (0, 0, 1, 2), expand=False))
    _print_places(console, saved, html)
    meaning = _EXITS.get(exit_code, "not an exit code of this program")
    console.print(Text.assemble((f"Exit {exit_code}", "bold"), f": {meaning}"))


def _read(bundle: Bundle) -> RenderableType:
    summary, manifest, report = bundle.summary, bundle.manifest, bundle.load_report
    children = wording.count(summary.children, "child", "children")
    documents = wording.count(summary.documents, "document")
    lines = [
        f"{children} and {documents}, as at {wording.day(manifest.as_at)}",
        f"asked by rule pack {manifest.pack.id} {manifest.pack.version}",
        *_counted(
            "withheld, not read", ((wording.withheld(r), n) for r, n in report.withheld.items())
        ),
        *_counted("refused", ((f"{r.table}: {r.reason}", r.count) for r in report.refusals)),
    ]
    return _lines(lines)


def _counted(title: str, reasons: Iterable[tuple[str, int]]) -> Iterator[str]:
    listed = sorted(reasons, key=lambda item: (-item[1], item[0]))
    if listed:
        parts = "; ".join(f"{number:,} {reason}" for reason, number in listed)
        yield f"{title}: {parts}"


def _outcomes(bundle: Bundle) -> RenderableType:
    table = _grid()
    table.add_column(justify="right")
    table.add_column()
    for outcome, words in _OUTCOMES.items():
        table.add_row(f"{bundle.summary.outcomes[outcome]:,}", words)
    return table


def _domains(bundle: Bundle, console: Console) -> RenderableType:
    """A line for each part of the record; the bar gives way on a narrow screen."""
    table = _grid()
    table.add_column(no_wrap=False)
    if console.width >= _NARROW:
        table.add_column(width=_BAR_WIDTH, no_wrap=True)
    table.add_column(justify="right")
    table.add_column()
    for domain in bundle.summary.domains:
        table.add_row(*_domain(domain, console))
    return Group(table, Text("Not a grade, and no measure of risk.", style="dim"))


def _domain(domain: DomainSummary, console: Console) -> list[RenderableType]:
    fidelity = domain.fidelity
    bar = [] if console.width < _NARROW else [_bar(fidelity.percent, console)]
    words = wording.assessable(fidelity)
    return [wording.domain(domain.domain), *bar, wording.percent(fidelity), words]


def _bar(percent: int | None, console: Console) -> Text:
    full, empty = ("#", "-") if console.options.ascii_only else ("█", "░")
    if percent is None:
        return Text("")
    filled = round(percent * _BAR_WIDTH / 100)
    return Text.assemble((full * filled, "cyan"), (empty * (_BAR_WIDTH - filled), "dim"))


def _critical(bundle: Bundle) -> RenderableType:
    summary = bundle.summary
    if not summary.critical_gaps:
        return Text("none among the criteria that could be assessed")
    gaps = wording.count(summary.critical_gaps, "critical gap")
    children = wording.count(summary.children_with_critical_gaps, "child", "children")
    return Text(f"{gaps} in the records of {children}, whatever the percentages say", style="bold")


def _not_assessed(bundle: Bundle) -> RenderableType:
    report = bundle.load_report
    lines = [
        *_counted("case files that stopped on an error", _failed(bundle)),
        *(f"plugin not loaded: {p.plugin}, {p.reason}" for p in report.not_loaded),
        *_reasons(bundle),
    ]
    return _lines(lines or ["everything that was asked could be assessed"])


def _failed(bundle: Bundle) -> Iterator[tuple[str, int]]:
    if bundle.load_report.failed_cases:
        yield "in this run", len(bundle.load_report.failed_cases)


def _reasons(bundle: Bundle) -> Iterator[str]:
    """The most frequent reasons, and how many there are besides."""
    ordered = reasons_not_assessed(bundle)
    yield from (f"{number:,} × {reason}" for reason, number in ordered[:_REASONS_SHOWN])
    if len(ordered) > _REASONS_SHOWN:
        yield f"and {wording.count(len(ordered) - _REASONS_SHOWN, 'more reason')} in the report"


def _print_places(console: Console, saved: Path, html: Path | None) -> None:
    """Print each path on a line of its own, whole, so that it can be copied."""
    console.print(Text("Where to look", style="bold"))
    console.print(Text(f"  bundle  {saved}"), soft_wrap=True)
    if html is not None:
        console.print(Text(f"  pages   {html}"), soft_wrap=True)
    console.print()


def _lines(lines: Iterable[str]) -> Text:
    """Plain text: nothing in it is read as mark-up."""
    return Text("\n".join(lines))


def _grid() -> Table:
    return Table.grid(padding=(0, 2, 0, 0))
