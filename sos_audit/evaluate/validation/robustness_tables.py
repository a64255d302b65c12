"""What robustness found, as tables."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from sos_audit.evaluate.validation.groups import SMALLEST
from sos_audit.evaluate.validation.table import UNKNOWN, Table, share
from sos_audit.findings import Outcome

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sos_audit.evaluate.validation.groups import Rates
    from sos_audit.evaluate.validation.robustness import Flips, Robustness, ShownFlip

_HIDDEN = "hidden"
_SHOWN = (Outcome.MET, Outcome.PARTLY, Outcome.GAP)


def robustness_tables(of: Robustness, shown: Sequence[ShownFlip]) -> Iterator[Table]:
    """Flips by perturbation and by criterion, then outcome rates by group."""
    yield _totals(of.flips)
    yield _by_criterion(of.flips)
    if shown:
        yield _which(shown)
    for by, rows in groupby((*of.origins, *of.groups), key=lambda rates: rates.by):
        yield _rates(by, list(rows))


def _totals(flips: Iterable[Flips]) -> Table:
    rows = tuple(
        (f.perturbation, f.scope, str(f.n), str(len(f.flipped)), _percent(f.share)) for f in flips
    )
    columns = ("perturbation", "of", "outcomes", "flipped", "share")
    return Table("Robustness: flips", columns, rows, "A flip is any other outcome than before.")


def _by_criterion(flips: Iterable[Flips]) -> Table:
    rows = [
        (criterion, f.perturbation, f.scope, str(n), str(turned), _percent(turned / n))
        for f in flips
        for criterion, (n, turned) in f.by_criterion.items()
        if turned
    ]
    columns = ("criterion", "perturbation", "of", "outcomes", "flipped", "share")
    return Table("Robustness: flips by criterion", columns, tuple(sorted(rows)))


def _which(shown: Iterable[ShownFlip]) -> Table:
    rows = tuple(
        (
            flip.change.id,
            flip.perturbation,
            flip.change.criterion,
            str(flip.change.before),
            str(flip.change.after or UNKNOWN),
        )
        for flip in shown
    )
    columns = ("text", "perturbation", "criterion", "before", "after")
    return Table("Robustness: which flipped", columns, rows)


def _rates(by: str, rows: Sequence[Rates]) -> Table:
    met = [value for r in rows if (value := r.share(Outcome.MET)) is not None]
    apart = f"Met lies {100 * (max(met) - min(met)):.1f} points apart. " if len(met) > 1 else ""
    hidden = f"Numbers under {SMALLEST}, and what would give them away, are not shown."
    columns = ("group", "texts", *map(str, _SHOWN), "agreement")
    return Table(f"Outcome rates: {by}", columns, tuple(map(_rates_row, rows)), apart + hidden)


def _rates_row(of: Rates) -> tuple[str, ...]:
    texts = _HIDDEN if of.texts is None else str(of.texts)
    return of.group, texts, *(_cell(of, outcome) for outcome in _SHOWN), share(of.agreement)


def _cell(of: Rates, outcome: Outcome) -> str:
    count = of.counts[outcome]
    if count is None:
        return _HIDDEN
    percent = of.share(outcome)
    return str(count) if percent is None else f"{count} ({_percent(percent)})"


def _percent(value: float | None) -> str:
    return UNKNOWN if value is None else f"{100 * value:.1f} %"
