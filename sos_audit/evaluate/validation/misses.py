"""The answers furthest from what careful readers say, with the words that they are about."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sos_audit.findings import Outcome

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sos_audit.evaluate.validation.statements import Judged

_WORTH = {Outcome.GAP: 0, Outcome.PARTLY: 1, Outcome.MET: 2}


class Miss(NamedTuple):
    """One criterion answered otherwise than by careful readers."""

    id: str
    criterion: str
    gold: Outcome
    got: Outcome
    must_not_flag: bool
    text: str

    @property
    def distance(self) -> int:
        """How bad: flagged what must not be, then met against gap, then everything else."""
        if self.must_not_flag:
            return 3
        if self.gold in _WORTH and self.got in _WORTH:
            return abs(_WORTH[self.gold] - _WORTH[self.got])
        return 1


def worst_misses(judged: Iterable[Judged], most: int, *, show_test: bool) -> list[Miss]:
    """The worst first; of the test half none unless it is asked to be shown."""
    seen = [one for one in judged if show_test or one.gold.split != "test"]
    found = [miss for one in seen for miss in _misses(one)]
    return sorted(found, key=lambda miss: (-miss.distance, miss.criterion, miss.id))[:most]


def _misses(judged: Judged) -> Iterator[Miss]:
    flagged = judged.wrongly_flagged()
    for pair in judged.pairs():
        if pair.got is not None and pair.got is not pair.gold:
            must_not_flag = pair.criterion in flagged
            gold = judged.gold
            yield Miss(gold.id, pair.criterion, pair.gold, pair.got, must_not_flag, gold.text)
