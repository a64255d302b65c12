"""Measures the audit of whole files."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from sos_audit.agreement import bootstrap_interval, spearman, wilson_interval
from sos_audit.evaluate.validation.figures import (
    Figure,
    Pair,
    agreement,
    by_family,
    criterion_figures,
)
from sos_audit.evaluate.validation.gold import family_of
from sos_audit.evaluate.validation.statements import grouped, in_order
from sos_audit.findings import Outcome

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from sos_audit.evaluate.validation.figures import (
        Agreement,
        Bootstrap,
        CriterionFigures,
    )
    from sos_audit.evaluate.validation.gold import Gold, LabelledCase
    from sos_audit.evaluate.validation.reader import CaseRead, Reader


class JudgedCase(NamedTuple):
    """A labelled case file and how it was read."""

    gold: LabelledCase
    read: CaseRead

    def pairs(self) -> Iterator[Pair]:
        """What was labelled, beside what was said."""
        for criterion, outcome in self.gold.labels.outcomes.items():
            yield Pair(self.gold.family, criterion, outcome, self.read.outcomes.get(criterion))

    def wrongly_flagged(self) -> list[str]:
        """The criteria that must not be flagged here and are."""
        must_not = self.gold.labels.must_not_flag
        return [c for c in must_not if self.read.outcomes.get(c) is Outcome.GAP]

    def grades(self) -> Iterator[Grade]:
        """Each domain's grade beside its fidelity, where there are both."""
        for domain, grade in self.gold.labels.domains.items():
            percent = self.read.percents.get(domain)
            if percent is not None:
                yield Grade(self.gold.family, domain, grade, percent)


class Grade(NamedTuple):
    """A careful reader's grade of a domain of one file, and its fidelity."""

    family: str
    domain: str
    grade: float
    percent: float


class Ranking(NamedTuple):
    """How far fidelity puts files into the order that careful readers would."""

    n: int
    rho: Figure


@dataclass(frozen=True, slots=True)
class CaseFigures:
    """Everything measured of whole files."""

    n: int
    families: int
    overall: Agreement
    criteria: tuple[CriterionFigures, ...]
    flagged: int
    gap_precision: Figure
    """The share of flagged gaps that careful readers found too."""
    gap_or_partly: Figure
    """The share of flagged gaps of which careful readers found a gap, or only a part."""
    must_not_flag: int
    wrongly_flagged: int
    pooled: Ranking
    domains: Mapping[str, Ranking]
    ungraded: int
    """Grades of careful readers for domains without a fidelity."""


def read_cases(gold: Gold, reader: Reader) -> list[JudgedCase]:
    """Audit every labelled case file beside its siblings'."""
    return [
        JudgedCase(labelled, read)
        for family in gold.families()
        for labelled, read in zip(
            family, reader.family(family_of(family), family[0].as_at), strict=True
        )
    ]


def measure_cases(
    judged: Sequence[JudgedCase], reader: Reader, bootstrap: Bootstrap
) -> CaseFigures:
    """All figures of case files that were read."""
    pairs = [pair for one in judged for pair in one.pairs()]
    grades = [grade for one in judged for grade in one.grades()]
    flagged = [pair for pair in pairs if pair.got is Outcome.GAP]
    return CaseFigures(
        n=len(judged),
        families=len({one.gold.family for one in judged}),
        overall=agreement(by_family(pairs), bootstrap),
        criteria=tuple(
            criterion_figures(criterion, found, None, bootstrap, asked=criterion in reader.asks)
            for criterion, found in _by_criterion(pairs)
        ),
        flagged=len(flagged),
        gap_precision=_share(flagged, {Outcome.GAP}),
        gap_or_partly=_share(flagged, {Outcome.GAP, Outcome.PARTLY}),
        must_not_flag=sum(len(one.gold.labels.must_not_flag) for one in judged),
        wrongly_flagged=sum(len(one.wrongly_flagged()) for one in judged),
        pooled=_ranking(grades, bootstrap),
        domains={
            domain: _ranking([grade for grade in grades if grade.domain == domain], bootstrap)
            for domain in dict.fromkeys(d for one in judged for d in one.gold.labels.domains)
        },
        ungraded=sum(len(one.gold.labels.domains) for one in judged) - len(grades),
    )


def _by_criterion(pairs: Sequence[Pair]) -> Iterator[tuple[str, list[Pair]]]:
    by_criterion = grouped(pairs)
    for criterion in in_order(by_criterion):
        yield criterion, by_criterion[criterion]


def _share(flagged: Sequence[Pair], right: set[Outcome]) -> Figure:
    """The share of flagged gaps to which careful readers gave one of the outcomes."""
    n, agreed = len(flagged), sum(pair.gold in right for pair in flagged)
    return Figure(agreed / n if n else None, wilson_interval(agreed, n))


def _ranking(grades: Sequence[Grade], bootstrap: Bootstrap) -> Ranking:
    families: dict[str, list[Grade]] = {}
    for grade in grades:
        families.setdefault(grade.family, []).append(grade)
    clusters = list(families.values())
    interval = bootstrap_interval(
        clusters, _rho, resamples=bootstrap.resamples, seed=bootstrap.seed
    )
    return Ranking(len(grades), Figure(_rho(clusters), interval))


def _rho(families: Sequence[Sequence[Grade]]) -> float | None:
    grades = [grade for family in families for grade in family]
    return spearman([g.grade for g in grades], [g.percent for g in grades])
