"""Krippendorff's alpha: any number of readers, missing labels, and what distance means."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Mapping, Sequence

T = TypeVar("T", bound="Hashable")


def nominal(first: object, second: object, _counts: Mapping[Any, float]) -> float:
    """The distance of unordered labels."""
    return 0.0 if first == second else 1.0


def ordinal(first: float, second: float, counts: Mapping[float, float]) -> float:
    """The distance of ranks: how many values lie between, the two themselves half."""
    low, high = sorted((first, second))
    between = sum(count for value, count in counts.items() if low <= value <= high)
    return (between - (counts[first] + counts[second]) / 2) ** 2


def interval(first: float, second: float, _counts: Mapping[float, float]) -> float:
    """The distance of numbers."""
    return (first - second) ** 2


def krippendorff_alpha(
    units: Sequence[Sequence[T]],
    distance: Callable[[T, T, Mapping[T, float]], float] = nominal,
) -> float | None:
    """Alpha of units, each with the labels it was given; a missing one is left out.

    None where no unit has two labels, or where only one label was ever given.
    """
    pairable = [unit for unit in units if len(unit) > 1]
    counts = Counter(label for unit in pairable for label in unit)
    total = sum(counts.values())
    expected = sum(
        counts[first] * counts[second] * distance(first, second, counts)
        for first in counts
        for second in counts
    )
    if not expected:
        return None
    observed = sum(_within(unit, counts, distance) for unit in pairable)
    return 1 - (total - 1) * observed / expected


def _within(
    unit: Sequence[T],
    counts: Mapping[T, float],
    distance: Callable[[T, T, Mapping[T, float]], float],
) -> float:
    """The distances between a unit's labels; a label lies at no distance from itself."""
    apart = sum(distance(first, second, counts) for first in unit for second in unit)
    return apart / (len(unit) - 1)
