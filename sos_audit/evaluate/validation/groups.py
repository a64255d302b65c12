"""Outcome rates by group, with small numbers left out."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from sos_audit.evaluate.validation.statements import Judged
from sos_audit.findings import Outcome

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from sos_audit.evaluate.validation.cases import JudgedCase
    from sos_audit.evaluate.validation.figures import Pair

K = TypeVar("K")

SMALLEST = 6
"""Smaller numbers of texts, and of outcomes, are not shown: they may point at somebody."""

_SHOWN = (Outcome.MET, Outcome.PARTLY, Outcome.GAP)
_BANDS = ((5, "0 to 4"), (11, "5 to 10"), (16, "11 to 15"), (26, "16 and over"))
NOT_RECORDED = "not recorded"


class Rates(NamedTuple):
    """How often each outcome was said of a group's texts; None where a number is too small."""

    by: str
    group: str
    texts: int | None
    counts: Mapping[Outcome, int | None]
    agreement: float | None
    """The share of labelled outcomes that were said as careful readers say them."""

    def share(self, outcome: Outcome) -> float | None:
        """An outcome's share of met, partly and gap; None where a number is hidden."""
        known = [self.counts.get(shown) for shown in _SHOWN]
        total = sum(count for count in known if count is not None)
        count = self.counts.get(outcome)
        return None if None in known or count is None or not total else count / total


def rates(
    by: str, group: str, texts: int, said: Iterable[Outcome], agreement: float | None = None
) -> Rates:
    """The rates of one group; of fewer texts than the smallest number nothing is shown."""
    if texts < SMALLEST:
        return Rates(by, group, None, dict.fromkeys(_SHOWN), None)
    counted = Counter(said)
    return Rates(by, group, texts, _hidden({o: counted[o] for o in _SHOWN}), agreement)


def _hidden(counts: Mapping[Outcome, int]) -> dict[Outcome, int | None]:
    """Counts without the small ones, and without a second that would give a single one away."""
    small = _small(counts)
    return {outcome: None if outcome in small else count for outcome, count in counts.items()}


def _small(counts: Mapping[K, int]) -> set[K]:
    """What is too small to show; of a single one the next smallest with it, since all are known."""
    small = {key for key, count in counts.items() if 0 < count < SMALLEST}
    others = [key for key in counts if key not in small]
    if len(small) == 1 and others:
        small.add(min(others, key=lambda key: counts[key]))
    return small


def group_rates(statements: Iterable[Judged], cases: Iterable[JudgedCase]) -> Iterator[Rates]:
    """Rates by age of the child over statements, and by age, language, disability over files.

    Of a group with few families or files nothing is shown; nor of a second group, where a single
    one left out could be worked out from all.
    """
    found: defaultdict[str, defaultdict[str, list[Judged | JudgedCase]]] = defaultdict(
        lambda: defaultdict(list)
    )
    for statement in statements:
        found["statements by age"][_statement_age(statement)].append(statement)
    for case in cases:
        for by, group in _groups(case):
            found[by][group].append(case)
    for by, groups in found.items():
        small = _small({group: _children(members) for group, members in groups.items()})
        for group, members in sorted(groups.items(), key=lambda item: _place(item[0])):
            yield _group(by, group, [] if group in small else members)


def _group(by: str, group: str, members: Sequence[Judged | JudgedCase]) -> Rates:
    pairs = [pair for one in members for pair in one.pairs()]
    said = [pair.got for pair in pairs if pair.got is not None]
    return rates(by, group, len(members), said, _agreement(pairs))


def _children(members: Sequence[Judged | JudgedCase]) -> int:
    """How many children a group is of, as far as families of statements tell."""
    return len({one.family if isinstance(one, Judged) else id(one) for one in members})


def _place(group: str) -> tuple[int, str]:
    """Ages from the youngest, then other groups by name."""
    bands = [name for _, name in _BANDS]
    return (bands.index(group) if group in bands else len(bands), group)


def _agreement(pairs: list[Pair]) -> float | None:
    asked = [pair for pair in pairs if pair.got is not None]
    return sum(pair.got is pair.gold for pair in asked) / len(asked) if asked else None


def _statement_age(judged: Judged) -> str:
    child = judged.gold.child
    return _band(child.age if child else None)


def _groups(judged: JudgedCase) -> Iterator[tuple[str, str]]:
    child, as_at = judged.gold.case.child, judged.gold.as_at
    yield "files by age", _band(child.age_on(as_at))
    yield "files by first language", _language(child.first_language)
    yield "files by disability", "recorded" if child.disability else "none recorded"


def _band(age: float | None) -> str:
    if age is None:
        return NOT_RECORDED
    return next((name for below, name in _BANDS if age < below), _BANDS[-1][1])


def _language(first_language: str | None) -> str:
    if first_language is None:
        return NOT_RECORDED
    return "English" if first_language.lower() in {"en", "eng", "english"} else "another"
