"""How far off a figure may be."""

from __future__ import annotations

import random
from math import ceil, floor, sqrt
from statistics import NormalDist
from typing import TYPE_CHECKING, NamedTuple, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

C = TypeVar("C")


class Interval(NamedTuple):
    """From where to where a figure may lie."""

    low: float
    high: float


def wilson_interval(hits: int, total: int, level: float = 0.95) -> Interval | None:
    """Wilson's score interval of a proportion (1927), without continuity correction."""
    if not total:
        return None
    z = NormalDist().inv_cdf((1 + level) / 2)
    share, spread = hits / total, z * z / total
    centre = share + spread / 2
    half = z * sqrt((share * (1 - share) + spread / 4) / total)
    return Interval(
        max(0.0, (centre - half) / (1 + spread)), min(1.0, (centre + half) / (1 + spread))
    )


def bootstrap_intervals(
    clusters: Sequence[C],
    statistics: Callable[[Sequence[C]], Sequence[float | None]],
    *,
    resamples: int = 1000,
    seed: int = 1,
    level: float = 0.95,
) -> list[Interval | None]:
    """Percentile intervals of several statistics when whole clusters are drawn again.

    Items of one cluster (a family) are alike, so they are drawn together or not at all. Draws
    for which a statistic has no value are left out; None when there is no other, or when fewer
    than two clusters leave nothing to draw.
    """
    if len(clusters) < 2:
        return [None for _ in statistics(clusters)]
    draw = random.Random(seed)  # noqa: S311 - nothing secret: the same seed gives the same figures
    drawn = [statistics(draw.choices(clusters, k=len(clusters))) for _ in range(resamples)]
    if not drawn:
        return [None for _ in statistics(clusters)]
    return [_interval(values, level) for values in zip(*drawn, strict=True)]


def bootstrap_interval(
    clusters: Sequence[C],
    statistic: Callable[[Sequence[C]], float | None],
    *,
    resamples: int = 1000,
    seed: int = 1,
    level: float = 0.95,
) -> Interval | None:
    """The percentile interval of one statistic when whole clusters are drawn again."""
    return bootstrap_intervals(
        clusters, lambda drawn: [statistic(drawn)], resamples=resamples, seed=seed, level=level
    )[0]


def _interval(drawn: Sequence[float | None], level: float) -> Interval | None:
    values = sorted(value for value in drawn if value is not None)
    if not values:
        return None
    tail = (1 - level) / 2
    return Interval(_percentile(values, tail), _percentile(values, 1 - tail))


def _percentile(values: Sequence[float], share: float) -> float:
    """The value at a share of the way through sorted values, between neighbours by distance."""
    place = share * (len(values) - 1)
    below, above = values[floor(place)], values[ceil(place)]
    return below + (above - below) * (place - floor(place))
