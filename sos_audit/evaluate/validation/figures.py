"""Figures with their intervals, for one criterion and for several together."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from sos_audit.agreement import (
    Hits,
    bootstrap_intervals,
    cohen_kappa,
    gwet_ac,
    percent_agreement,
    wilson_interval,
)
from sos_audit.evaluate.validation.measured import NOT_ASKED
from sos_audit.findings import Outcome

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from sos_audit.agreement import Interval

Confusion = Mapping[tuple[str, str], int]
"""How often careful readers said the first and the program the second."""


class Pair(NamedTuple):
    """What careful readers say of one criterion in one text, and what the program says."""

    family: str
    criterion: str
    gold: Outcome
    got: Outcome | None

    @property
    def labels(self) -> tuple[str, str]:
        """Both as table headings."""
        return str(self.gold), NOT_ASKED if self.got is None else str(self.got)


class Figure(NamedTuple):
    """A figure and where it may lie; None where there is nothing to compute it from."""

    value: float | None
    interval: Interval | None = None


@dataclass(frozen=True, slots=True)
class Retrieval:
    """How well one outcome is found."""

    hits: Hits
    precision: Figure
    recall: Figure
    f1: Figure


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far two labellings of the same texts agree."""

    n: int
    percent: Figure
    kappa: Figure
    ac1: Figure


@dataclass(frozen=True, slots=True)
class CriterionFigures:
    """Everything measured of one criterion."""

    criterion: str
    asked: bool
    families: int
    prevalence: Mapping[Outcome, int]
    met: Retrieval
    gap: Retrieval
    agreement: Agreement
    confusion: Confusion
    readers: Agreement | None = None

    @property
    def n(self) -> int:
        """How many texts are labelled for it."""
        return self.agreement.n

    def retrieval(self, outcome: Outcome) -> Retrieval:
        """How well met, or gap, is found."""
        return self.met if outcome is Outcome.MET else self.gap


class Bootstrap(NamedTuple):
    """How often to draw, and from which seed."""

    resamples: int = 1000
    seed: int = 1

    def __call__(
        self, tables: Sequence[Confusion], *statistics: Callable[[Confusion], float | None]
    ) -> list[Interval | None]:
        """Intervals of statistics of a confusion table when families are drawn again."""

        def of_drawn(drawn: Sequence[Confusion]) -> list[float | None]:
            table = merged(drawn)
            return [statistic(table) for statistic in statistics]

        return bootstrap_intervals(tables, of_drawn, resamples=self.resamples, seed=self.seed)


def merged(tables: Iterable[Confusion]) -> Confusion:
    """Several tables as one."""
    total: defaultdict[tuple[str, str], int] = defaultdict(int)
    for table in tables:
        for pair, count in table.items():
            total[pair] += count
    return total


def hits(table: Confusion, outcome: Outcome) -> Hits:
    """How often an outcome was rightly said, wrongly said, and missed."""
    right = wrong = missed = 0
    for (gold, got), count in table.items():
        if gold == outcome == got:
            right += count
        elif got == outcome:
            wrong += count
        elif gold == outcome:
            missed += count
    return Hits(right, wrong, missed)


def by_family(pairs: Iterable[Pair]) -> list[Counter[tuple[str, str]]]:
    """One table a family, in the order in which families come."""
    tables: defaultdict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
    for pair in pairs:
        tables[pair.family][pair.labels] += 1
    return list(tables.values())


def agreement(tables: Sequence[Confusion], bootstrap: Bootstrap) -> Agreement:
    """How far the two labellings in the tables agree, all outcomes counted."""
    return _agreement(merged(tables), *bootstrap(tables, cohen_kappa, gwet_ac))


def criterion_figures(
    criterion: str,
    pairs: Sequence[Pair],
    readers: Agreement | None,
    bootstrap: Bootstrap,
    *,
    asked: bool,
) -> CriterionFigures:
    """All figures of one criterion; Wilson for the shares, the bootstrap by family for others."""
    tables = by_family(pairs)
    table = merged(tables)
    met_f1, gap_f1, kappa, ac1 = bootstrap(tables, _met_f1, _gap_f1, cohen_kappa, gwet_ac)
    return CriterionFigures(
        criterion,
        asked,
        len(tables),
        Counter(pair.gold for pair in pairs),
        _retrieval(hits(table, Outcome.MET), met_f1),
        _retrieval(hits(table, Outcome.GAP), gap_f1),
        _agreement(table, kappa, ac1),
        table,
        readers,
    )


def _met_f1(table: Confusion) -> float | None:
    return hits(table, Outcome.MET).f1


def _gap_f1(table: Confusion) -> float | None:
    return hits(table, Outcome.GAP).f1


def _retrieval(counted: Hits, f1: Interval | None) -> Retrieval:
    return Retrieval(
        counted,
        Figure(counted.precision, wilson_interval(counted.right, counted.found)),
        Figure(counted.recall, wilson_interval(counted.right, counted.there)),
        Figure(counted.f1, f1),
    )


def _agreement(table: Confusion, kappa: Interval | None, ac1: Interval | None) -> Agreement:
    n = sum(table.values())
    same = sum(count for (first, second), count in table.items() if first == second)
    return Agreement(
        n,
        Figure(percent_agreement(table), wilson_interval(same, n)),
        Figure(cohen_kappa(table), kappa),
        Figure(gwet_ac(table), ac1),
    )
