"""Does an answer stay the same when only names, marks, case, slips or order change?"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from sos_audit.evaluate.validation.gold import family_of
from sos_audit.evaluate.validation.groups import group_rates, rates
from sos_audit.evaluate.validation.perturb import perturbations

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from sos_audit.evaluate.validation.cases import JudgedCase
    from sos_audit.evaluate.validation.gold import Gold
    from sos_audit.evaluate.validation.groups import Rates
    from sos_audit.evaluate.validation.perturb import Perturbation
    from sos_audit.evaluate.validation.reader import Reader
    from sos_audit.evaluate.validation.statements import Judged
    from sos_audit.findings import Outcome


class Change(NamedTuple):
    """One outcome before and after a perturbation."""

    id: str
    criterion: str
    before: Outcome
    after: Outcome | None
    split: str | None

    @property
    def flipped(self) -> bool:
        """Whether it is another one now."""
        return self.before is not self.after


@dataclass(frozen=True, slots=True)
class Flips:
    """What one perturbation changed, in statements or in whole files."""

    perturbation: str
    scope: str
    n: int
    by_criterion: Mapping[str, tuple[int, int]]
    """How many outcomes of each criterion, and how many of them flipped."""
    flipped: tuple[Change, ...]

    @property
    def share(self) -> float | None:
        """The share of outcomes that flipped."""
        return len(self.flipped) / self.n if self.n else None


@dataclass(frozen=True, slots=True)
class Robustness:
    """Every perturbation's flips, and outcome rates by origin of names and by group."""

    flips: tuple[Flips, ...]
    origins: tuple[Rates, ...]
    groups: tuple[Rates, ...]


def measure_robustness(
    gold: Gold,
    reader: Reader,
    statements: Sequence[Judged],
    cases: Sequence[JudgedCase],
    *,
    seed: int = 1,
) -> Robustness:
    """Perturb everything labelled in every way, and compare with what was said before."""
    flips: list[Flips] = []
    origins: list[Rates] = []
    for way in perturbations(seed):
        of_statements = list(_of_statements(way, reader, statements))
        of_cases = list(_of_cases(way, reader, gold, cases))
        flips += [
            _flips(way.name, scope, changes)
            for scope, changes in (("statements", of_statements), ("whole files", of_cases))
            if changes
        ]
        if way.origin is not None:
            origins.extend(_origin_rates(way.origin, of_statements, of_cases))
    groups = tuple(group_rates(statements, cases))
    return Robustness(tuple(flips), tuple(sorted(origins, key=lambda r: r.by)), groups)


def _of_statements(way: Perturbation, reader: Reader, judged: Iterable[Judged]) -> Iterator[Change]:
    if way.statement is None:
        return
    for one in judged:
        after = reader.statement(way.statement(one.gold)).outcomes
        for criterion, before in one.read.outcomes.items():
            yield Change(one.gold.id, criterion, before, after.get(criterion), one.gold.split)


def _of_cases(
    way: Perturbation, reader: Reader, gold: Gold, judged: Sequence[JudgedCase]
) -> Iterator[Change]:
    before = {one.gold.case.child.id: one for one in judged}
    for family in gold.families():
        changed = way.family(family_of(family))
        for labelled, after in zip(family, reader.family(changed, family[0].as_at), strict=True):
            child = labelled.case.child.id
            for criterion, outcome in before[child].read.outcomes.items():
                now = after.outcomes.get(criterion)
                yield Change(child, criterion, outcome, now, labelled.split)


def _flips(name: str, scope: str, changes: Sequence[Change]) -> Flips:
    asked = Counter(change.criterion for change in changes)
    flipped = tuple(change for change in changes if change.flipped)
    turned = Counter(change.criterion for change in flipped)
    by_criterion = {criterion: (n, turned[criterion]) for criterion, n in sorted(asked.items())}
    return Flips(name, scope, len(changes), by_criterion, flipped)


def _origin_rates(
    origin: str, statements: Sequence[Change], cases: Sequence[Change]
) -> Iterator[Rates]:
    for scope, changes in (("statements", statements), ("whole files", cases)):
        if changes:
            said = [change.after for change in changes if change.after is not None]
            texts = len({change.id for change in changes})
            yield rates(f"{scope} by origin of names", origin, texts, said)


class ShownFlip(NamedTuple):
    """One flip and what made it."""

    perturbation: str
    change: Change


def shown_flips(of: Robustness | None, most: int, *, show_test: bool) -> list[ShownFlip]:
    """The first flips of each perturbation; of the test half none unless it may be shown."""
    return [
        ShownFlip(flips.perturbation, change)
        for flips in (of.flips if of else ())
        for change in [c for c in flips.flipped if show_test or c.split != "test"][:most]
    ]
