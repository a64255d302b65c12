"""`sos-audit rules`: read, explain, prove and check the rules."""

from __future__ import annotations

import sys
from collections import Counter
from typing import TYPE_CHECKING

import click
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from sos_audit.checks import CHECKS, settings_by_kind
from sos_audit.cli.criterion_page import facts, shown
from sos_audit.cli.options import pack_option, pack_path
from sos_audit.engine import Verdict, try_examples
from sos_audit.rulepacks import load_examples, load_pack
from sos_audit.rulepacks.lint import lint
from sos_audit.rulepacks.problems import did_you_mean

if TYPE_CHECKING:
    from pathlib import Path

    from sos_audit.rulepacks import Criterion, Example, RulePack

_PIPED = 120
"""Columns where the output is no terminal."""


@click.group("rules")
def command() -> None:
    """Read, explain, prove and check the rules."""


@command.command("list")
@pack_option
def list_(pack: Path | None) -> None:
    """List the criteria, in the order in which reports show them."""
    rules = _load(pack)
    table = Table("id", "domain", "auto", "axis", "weight", "severity", "title", box=None)
    for c in rules.criteria:
        table.add_row(c.id, c.domain, c.auto, c.axis, str(c.weight), c.severity, c.title)
    console = _console()
    console.print(table)
    console.print(f"{len(rules.criteria)} criteria of {_name(rules)}")


@command.command()
@click.argument("criterion_id", metavar="ID")
@pack_option
def explain(criterion_id: str, pack: Path | None) -> None:
    """Explain one criterion: what it asks and why, how it is judged, and its examples."""
    rules = _load(pack)
    criterion = _criterion(rules, criterion_id)
    examples = [e for e in load_examples(pack_path(pack)) if e.criterion == criterion_id]
    _print_page(_console(), criterion, examples)


@command.command()
@click.argument("ids", nargs=-1, metavar="[ID]...")
@pack_option
def test(ids: tuple[str, ...], pack: Path | None) -> None:
    """Try the examples of all criteria, or of those named.

    Exit code 1 when a criterion answers an example in another way than a careful reader, or
    reaches one that is marked as a known miss.
    """
    rules = _load(pack)
    for criterion_id in ids:
        _criterion(rules, criterion_id)
    examples = [e for e in load_examples(pack_path(pack)) if not ids or e.criterion in ids]
    trials = try_examples(rules, examples, CHECKS)
    wrong = [trial for trial in trials if not trial.passed]
    for trial in wrong:
        click.echo(str(trial))
    verdicts = Counter(trial.verdict for trial in trials)
    click.echo(
        f"{len(trials)} examples of {_name(rules)}: {verdicts[Verdict.AS_EXPECTED]} as expected, "
        f"{verdicts[Verdict.KNOWN_MISS]} known misses, {len(wrong)} to put right"
    )
    sys.exit(1 if wrong or not trials else 0)


@command.command("lint")
@pack_option
def lint_(pack: Path | None) -> None:
    """Check a pack as a careful reviewer would; exit code 1 when there is something to say."""
    problems = lint(pack_path(pack), settings_by_kind())
    for problem in problems:
        click.echo(str(problem))
    if problems:
        click.echo(f"{len(problems)} to put right in {pack_path(pack).name}")
        sys.exit(1)
    rules = _load(pack)
    lists = len(rules.lexicon.lists)
    click.echo(f"Nothing to put right in {len(rules.criteria)} criteria and {lists} word lists")


def _load(pack: Path | None) -> RulePack:
    return load_pack(pack_path(pack), settings_by_kind())


def _name(rules: RulePack) -> str:
    return f"{rules.id} {rules.version}"


def _criterion(rules: RulePack, criterion_id: str) -> Criterion:
    criterion = rules.criterion(criterion_id)
    if criterion is None:
        hint = did_you_mean(criterion_id, [c.id for c in rules.criteria])
        message = f"there is no criterion {criterion_id!r}"
        raise click.UsageError(f"{message}; {hint}" if hint else f"{message}; see: rules list")
    return criterion


def _console() -> Console:
    console = Console(highlight=False)
    return console if console.is_terminal else Console(highlight=False, width=_PIPED)


def _print_page(console: Console, criterion: Criterion, examples: list[Example]) -> None:
    console.print(Text.assemble((criterion.id, "bold"), f"  {criterion.title}"))
    table = Table(show_header=False, box=None, padding=(0, 2, 0, 0))
    for heading, text in facts(criterion):
        table.add_row(Text(heading, style="bold"), Text(text))
    console.print(Padding(table, (0, 0, 0, 2)))
    console.print(Text("  Examples", style="bold"))
    for example in shown(examples):
        known = " (a known miss: the check does not reach this)" if example.known_miss else ""
        console.print(Padding(Text(f"{example.outcome}: {example.name}{known}"), (0, 0, 0, 4)))
        if example.text:
            console.print(Padding(Text(example.text, style="italic"), (0, 0, 0, 8)))
