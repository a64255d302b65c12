"""Agreement of two readers, or of more, above what chance alone would bring.

Two readers' labels are a table: how often the one said this and the other said that.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Hashable, Mapping, Sequence

T = TypeVar("T", bound="Hashable")


def identity(first: object, second: object) -> float:
    """The weight of agreement for unordered categories: all or nothing."""
    return 1.0 if first == second else 0.0


def linear(order: Sequence[T]) -> Callable[[T, T], float]:
    """Weights that fall evenly with the steps between two ordered categories."""
    place = {category: at for at, category in enumerate(order)}
    return lambda first, second: 1 - abs(place[first] - place[second]) / (len(order) - 1)


def quadratic(order: Sequence[T]) -> Callable[[T, T], float]:
    """Weights that fall with the square of the steps between two ordered categories."""
    place = {category: at for at, category in enumerate(order)}
    return lambda first, second: 1 - ((place[first] - place[second]) / (len(order) - 1)) ** 2


def percent_agreement(table: Mapping[tuple[T, T], int]) -> float | None:
    """The share of items given the same label; None of no items."""
    return _observed(table, identity)


def cohen_kappa(
    table: Mapping[tuple[T, T], int], weight: Callable[[T, T], float] = identity
) -> float | None:
    """Cohen's kappa (1960), or with weights his weighted kappa (1968).

    None of no items, and where both readers gave one and the same label throughout.
    """
    observed = _observed(table, weight)
    if observed is None:
        return None
    rows, columns = _margins(table)
    total = sum(rows.values())
    expected = sum(
        weight(row, column) * by_row * by_column
        for row, by_row in rows.items()
        for column, by_column in columns.items()
    ) / (total * total)
    return _above_chance(observed, expected)


def gwet_ac(
    table: Mapping[tuple[T, T], int],
    weight: Callable[[T, T], float] = identity,
    categories: Collection[T] = (),
) -> float | None:
    """Gwet's AC1 of two readers (2008), or with weights AC2 (2014).

    `categories` are all labels there are, where some may never have been used. A single label
    throughout is perfect agreement.
    """
    observed = _observed(table, weight)
    if observed is None:
        return None
    rows, columns = _margins(table)
    total = sum(rows.values())
    shares = {k: (rows[k] + columns[k]) / (2 * total) for k in (*rows, *columns)}
    return _gwet(observed, shares, weight, (*shares, *categories))


def gwet_ac_of_units(
    units: Sequence[Sequence[T]],
    weight: Callable[[T, T], float] = identity,
    categories: Collection[T] = (),
) -> float | None:
    """Gwet's AC1 or AC2 of any number of readers; each unit holds the labels it was given.

    Units with one label only count towards how common a label is, as Gwet (2014) has it.
    """
    rated = [unit for unit in units if unit]
    paired = [unit for unit in rated if len(unit) > 1]
    if not paired:
        return None
    observed = sum(_agreement_within(unit, weight) for unit in paired) / len(paired)
    shares: defaultdict[T, float] = defaultdict(float)
    for unit in rated:
        for label in unit:
            shares[label] += 1 / (len(unit) * len(rated))
    return _gwet(observed, shares, weight, (*shares, *categories))


def _agreement_within(unit: Sequence[T], weight: Callable[[T, T], float]) -> float:
    agreeing = sum(
        weight(first, second)
        for at, first in enumerate(unit)
        for other, second in enumerate(unit)
        if at != other
    )
    return agreeing / (len(unit) * (len(unit) - 1))


def _observed(table: Mapping[tuple[T, T], int], weight: Callable[[T, T], float]) -> float | None:
    total = sum(table.values())
    if not total:
        return None
    return sum(weight(*pair) * count for pair, count in table.items()) / total


def _margins(table: Mapping[tuple[T, T], int]) -> tuple[Counter[T], Counter[T]]:
    rows: Counter[T] = Counter()
    columns: Counter[T] = Counter()
    for (row, column), count in table.items():
        rows[row] += count
        columns[column] += count
    return rows, columns


def _gwet(
    observed: float,
    shares: Mapping[T, float],
    weight: Callable[[T, T], float],
    categories: Collection[T],
) -> float | None:
    labels = list(dict.fromkeys(categories))
    if len(labels) == 1:
        return 1.0
    total_weight = sum(weight(first, second) for first in labels for second in labels)
    spread = sum(share * (1 - share) for share in shares.values())
    return _above_chance(observed, total_weight * spread / (len(labels) * (len(labels) - 1)))


def _above_chance(observed: float, expected: float) -> float | None:
    nothing_left = 1 - expected < 1e-12
    return None if nothing_left else (observed - expected) / (1 - expected)
