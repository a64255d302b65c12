"""Found spans against labelled ones: paired one to one, as many pairs as can be had."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeVar

from sos_audit.agreement import Hits

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


class Placed(Protocol):
    """Anything that lies somewhere in a text."""

    @property
    def start(self) -> int:
        """Its first code point."""

    @property
    def end(self) -> int:
        """The code point after its last."""


G = TypeVar("G", bound=Placed)
F = TypeVar("F", bound=Placed)


def overlap(one: Placed, other: Placed) -> bool:
    """Whether two spans share at least one code point."""
    return one.start < other.end and other.start < one.end


def paired(labelled: Sequence[G], found: Sequence[F], fits: Callable[[G, F], bool]) -> Hits:
    """Hits when each label is paired with one finding that fits it, and no finding twice."""
    fitting = [[at for at, read in enumerate(found) if fits(label, read)] for label in labelled]
    holders: dict[int, int] = {}
    right = sum(_find_partner(at, fitting, holders, set()) for at in range(len(labelled)))
    return Hits(right, len(found) - right, len(labelled) - right)


def _find_partner(
    label: int, fitting: Sequence[Sequence[int]], holders: dict[int, int], tried: set[int]
) -> bool:
    """Pair a label, moving labels already paired to other findings where that makes room."""
    for finding in fitting[label]:
        if finding in tried:
            continue
        tried.add(finding)
        holder = holders.get(finding)
        if holder is None or _find_partner(holder, fitting, holders, tried):
            holders[finding] = label
            return True
    return False
