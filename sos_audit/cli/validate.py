"""`sos-audit validate`: how far a rule pack agrees with careful readers."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, cast

import click

from sos_audit.checks import settings_by_kind
from sos_audit.cli.options import ANY_PATH, pack_option, pack_path
from sos_audit.evaluate.validation.figures import Bootstrap
from sos_audit.evaluate.validation.gold import read_gold
from sos_audit.evaluate.validation.reader import PackReader
from sos_audit.evaluate.validation.rendering import FORMATS
from sos_audit.evaluate.validation.report import measure
from sos_audit.rulepacks import load_pack

if TYPE_CHECKING:
    from pathlib import Path

    from sos_audit.evaluate.validation.gold_v1 import Split

_INCOMPLETE = 3


@click.command("validate")
@click.argument("gold", type=ANY_PATH)
@click.option("--split", type=click.Choice(["dev", "test"]), help="Measure one half only.")
@pack_option
@click.option(
    "--format",
    "form",
    type=click.Choice(list(FORMATS)),
    default="table",
    show_default=True,
    help="How to write the figures.",
)
@click.option("--out", type=ANY_PATH, help="Write into this file instead of printing.")
@click.option("--demoted", is_flag=True, help="Ask the pack's prompts too, as criteria.")
@click.option(
    "--robust",
    is_flag=True,
    help="Also change names, marks, case, mark-up and order, and list what flips.",
)
@click.option(
    "--misses",
    type=click.IntRange(min=0),
    default=0,
    metavar="N",
    help="Quote the N worst misses; never of the test half unless --show-test is given.",
)
@click.option("--show-test", is_flag=True, help="Let --misses quote the test half.")
@click.option(
    "--resamples",
    type=click.IntRange(min=0),
    default=1000,
    show_default=True,
    metavar="N",
    help="How often families are drawn again for an interval; 0 leaves intervals out.",
)
def command(
    *,
    gold: Path,
    split: str | None,
    pack: Path | None,
    form: str,
    out: Path | None,
    demoted: bool,
    robust: bool,
    misses: int,
    show_test: bool,
    resamples: int,
) -> None:
    """Measure a rule pack against texts that careful readers have labelled.

    GOLD is a folder with statements_*.jsonl and cases_*.jsonl, or one such file: the project's
    own or an authority's sample. Per criterion it gives precision, recall and F1 of met and of
    gap, agreement, kappa and AC1, beside the readers' agreement among themselves.

    Exit codes: 0 measured, 2 nothing that can be used, 3 some lines were refused.
    """
    if misses and split == "test" and not show_test:
        raise click.UsageError("--misses quotes no text of the test half without --show-test")
    half = cast("Split | None", split)
    labelled = read_gold(_existing(gold), half)
    for problem in labelled.problems:
        click.echo(str(problem), err=True)
    report = measure(
        labelled,
        PackReader(load_pack(pack_path(pack), settings_by_kind()), demoted=demoted),
        name=gold.name,
        split=half,
        misses=misses,
        show_test=show_test,
        robust=robust,
        bootstrap=Bootstrap(resamples),
    )
    _write(FORMATS[form](report), out)
    sys.exit(_INCOMPLETE if labelled.problems else 0)


def _existing(gold: Path) -> Path:
    if not gold.exists():
        raise click.BadParameter(f"{gold} does not exist", param_hint="GOLD")
    return gold


def _write(text: str, out: Path | None) -> None:
    if out is None:
        click.echo(text, nl=False)
    else:
        out.parent.mkdir(parents=True, exist_ok=True)
        out.write_text(text, encoding="utf-8", newline="\n")
