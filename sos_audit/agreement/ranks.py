"""Do two ways of grading put things into the same order?"""

from __future__ import annotations

from itertools import groupby
from math import sqrt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def spearman(first: Sequence[float], second: Sequence[float]) -> float | None:
    """Spearman's rank correlation; equal values share the mean of their ranks.

    None of fewer than two pairs, or where all values of one side are equal.
    """
    if len(first) != len(second):
        raise ValueError(f"{len(first)} values cannot be paired with {len(second)}")
    return _pearson(_ranks(first), _ranks(second))


def _ranks(values: Sequence[float]) -> list[float]:
    ranks = [0.0] * len(values)
    below = 0
    for _, equal in groupby(sorted(range(len(values)), key=values.__getitem__), values.__getitem__):
        places = list(equal)
        for place in places:
            ranks[place] = below + (len(places) + 1) / 2
        below += len(places)
    return ranks


def _pearson(first: Sequence[float], second: Sequence[float]) -> float | None:
    if len(first) < 2:
        return None
    middle = (len(first) + 1) / 2
    xs, ys = [x - middle for x in first], [y - middle for y in second]
    spread = sqrt(sum(x * x for x in xs) * sum(y * y for y in ys))
    return sum(x * y for x, y in zip(xs, ys, strict=True)) / spread if spread else None
