"""Precision, recall and F1.

Where nothing was found, precision is unknown; where there was nothing to find, recall is; F1 is
unknown only where neither was anything found nor anything to find.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True)
class Hits:
    """How often something was rightly found, wrongly found, and missed."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    def __add__(self, other: Hits) -> Hits:
        """Count two lots together."""
        return Hits(self.right + other.right, self.wrong + other.wrong, self.missed + other.missed)

    @classmethod
    def total(cls, lots: Iterable[Hits]) -> Hits:
        """Count many lots together."""
        right = wrong = missed = 0
        for lot in lots:
            right += lot.right
            wrong += lot.wrong
            missed += lot.missed
        return cls(right, wrong, missed)

    @property
    def found(self) -> int:
        """How often it was found, rightly or wrongly."""
        return self.right + self.wrong

    @property
    def there(self) -> int:
        """How often it was there to find."""
        return self.right + self.missed

    @property
    def precision(self) -> float | None:
        """The share of what was found that was there; None of nothing found."""
        return self.right / self.found if self.found else None

    @property
    def recall(self) -> float | None:
        """The share of what was there that was found; None of nothing there."""
        return self.right / self.there if self.there else None

    @property
    def f1(self) -> float | None:
        """The harmonic mean of both; 0 where one is 0 or unknown, None where both are unknown."""
        everything = 2 * self.right + self.wrong + self.missed
        return 2 * self.right / everything if everything else None


def mean_f1(lots: Iterable[Hits]) -> float | None:
    """The plain mean of F1 over lots; those without an F1 are left out."""
    known = [lot.f1 for lot in lots if lot.f1 is not None]
    return sum(known) / len(known) if known else None
