"""`sos-audit statement`: what one statement holds, or many as JSON Lines."""

from __future__ import annotations

import codecs
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import click
from pydantic import ValidationError

from sos_audit.casefile import StatementKind
from sos_audit.checks import settings_by_kind
from sos_audit.cli.options import pack_option, pack_path
from sos_audit.engine import assess_statement
from sos_audit.engine.statement_v1 import StatementV1, as_record, assess
from sos_audit.findings import Outcome
from sos_audit.rulepacks import load_pack

if TYPE_CHECKING:
    from sos_audit.engine import StatementAudit
    from sos_audit.rulepacks import RulePack

_KINDS = [kind.value for kind in StatementKind]
_WORDS = {
    Outcome.MET: "there",
    Outcome.PARTLY: "partly there",
    Outcome.GAP: "not found",
    Outcome.UNCLEAR: "unclear",
    Outcome.NOT_APPLICABLE: "does not apply",
}


@click.command("statement")
@click.argument("kind", type=click.Choice(_KINDS), required=False, metavar="[KIND]")
@click.argument("text", required=False)
@click.option("--jsonl", metavar="FILE|-", help="Assess many: JSON Lines in, JSON Lines out.")
@pack_option
def command(kind: str | None, text: str | None, jsonl: str | None, pack: Path | None) -> None:
    """Assess one statement and say why: what a reader looks for, what is there, what to ask.

    KIND is, for example, danger_statement, safety_goal, scale or child_voice. Without TEXT it is
    read from standard input. Nothing is rewritten and nothing is stored.
    """
    rules = load_pack(pack_path(pack), settings_by_kind())
    if jsonl is not None:
        sys.exit(_assess_lines(rules, jsonl))
    if kind is None:
        raise click.UsageError(f"say which kind of statement: {', '.join(_KINDS)}")
    words = _typed() if text is None else text
    _explain(rules, assess_statement(rules, StatementKind(kind), words))


def _typed() -> str:
    """The statement from standard input."""
    return sys.stdin.buffer.read().decode("utf-8-sig", errors="replace")


def _assess_lines(rules: RulePack, source: str) -> int:
    """Assess each line; a line that cannot be read is answered with an error, and exit code 3."""
    refused = 0
    with _opened(source) as stream:
        for number, line in enumerate(stream, 1):
            if not line.strip():
                continue
            answer = _answer(rules, line)
            if "error" in answer:
                refused += 1
                click.echo(f"line {number}: {answer['error']}", err=True)
            click.echo(json.dumps(answer, ensure_ascii=not _prints_everything()))
    return 3 if refused else 0


def _prints_everything() -> bool:
    """Whether standard output can carry every character; escapes are the same JSON otherwise."""
    return (sys.stdout.encoding or "").lower().startswith("utf")


def _opened(source: str) -> BinaryIO:
    """JSON Lines are UTF-8, whatever the console's own encoding."""
    if source == "-":
        return sys.stdin.buffer
    path = Path(source)
    if not path.is_file():
        raise click.BadParameter(f"{source} does not exist", param_hint="--jsonl")
    return path.open("rb")


def _answer(rules: RulePack, line: bytes) -> dict[str, object]:
    line = line.removeprefix(codecs.BOM_UTF8)
    try:
        statement = StatementV1.model_validate_json(line)
    except ValidationError as error:
        return {"id": _id_of(line), "error": _mistake(error)}
    try:
        return as_record(statement.id, assess(rules, statement))
    except Exception as error:  # noqa: BLE001 - one statement never ends the others
        return {"id": statement.id, "error": f"not assessed ({type(error).__name__})"}


def _id_of(line: bytes) -> object:
    try:
        value = json.loads(line)
    except ValueError:
        return None
    return value.get("id") if isinstance(value, dict) else None


def _mistake(error: ValidationError) -> str:
    first = error.errors(include_url=False, include_input=False)[0]
    place = ".".join(str(part) for part in first["loc"])
    return f"{place}: {first['msg']}" if place else first["msg"]


def _explain(rules: RulePack, audit: StatementAudit) -> None:
    """Say in plain words what a reader would look for and what is there."""
    kind = audit.statement.kind.replace("_", " ")
    if not audit.statement.present:
        why = "it reads like a filler" if audit.statement.placeholder else "it holds none"
        click.echo(f"No {kind} found in this text: {why}.")
        return
    for finding in audit.findings:
        criterion = rules.criterion(finding.criterion)
        if criterion is None:
            continue
        click.echo(f"{criterion.question}")
        click.echo(f"  {_WORDS.get(finding.outcome, finding.outcome)}: {finding.message}")
        for piece in finding.evidence:
            if finding.outcome is not Outcome.GAP:
                click.echo(f"    “{piece.quote}”")
        if finding.outcome in {Outcome.GAP, Outcome.PARTLY}:
            click.echo(f"  Ask: {criterion.ask}")
    for scale in audit.statement.scales:
        who = scale.who or scale.voice.replace("_", " ")
        click.echo(f"Score: {scale.value:g}, given by {who}")
    if not audit.findings:
        click.echo(f"No criterion of this pack can be asked of one {kind} alone.")
