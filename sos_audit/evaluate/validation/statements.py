"""Measures the reading of single statements."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from sos_audit.agreement import Hits, bootstrap_interval, mean_f1, wilson_interval
from sos_audit.evaluate.validation.figures import (
    Figure,
    Pair,
    agreement,
    by_family,
    criterion_figures,
    hits,
)
from sos_audit.evaluate.validation.measured import NARRATIVE
from sos_audit.evaluate.validation.spans import overlap, paired
from sos_audit.findings import Outcome

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from sos_audit.casefile import Element
    from sos_audit.evaluate.validation.figures import (
        Agreement,
        Bootstrap,
        CriterionFigures,
    )
    from sos_audit.evaluate.validation.gold_v1 import GoldStatement, QuoteLabel, ScaleLabel
    from sos_audit.evaluate.validation.reader import (
        Reader,
        ReadQuote,
        ReadScale,
        StatementRead,
    )

_FIRST, _SECOND = "a", "b"


class Judged(NamedTuple):
    """A labelled statement and how it was read."""

    gold: GoldStatement
    read: StatementRead

    @property
    def family(self) -> str:
        """Whose text it is; a text without a family stands alone."""
        return self.gold.family or self.gold.id

    def pairs(self) -> Iterator[Pair]:
        """What was labelled, beside what was said."""
        for criterion, outcome in self.gold.outcomes.items():
            yield Pair(self.family, criterion, outcome, self.read.outcomes.get(criterion))

    def wrongly_flagged(self) -> list[str]:
        """The criteria that must not be flagged here and are."""
        outcomes = self.read.outcomes
        return [c for c in self.gold.must_not_flag if outcomes.get(c) is Outcome.GAP]


@dataclass(frozen=True, slots=True)
class StatementFigures:
    """Everything measured of single statements."""

    n: int
    families: int
    criteria: tuple[CriterionFigures, ...]
    macro_met: Figure
    macro_gap: Figure
    labelled: int
    """How many criteria of the fixed list are labelled here: those that the macros are over."""
    overall: Agreement
    readers: Agreement | None
    must_not_flag: int
    wrongly_flagged: int
    present: Hits
    present_agreement: Figure
    elements: Mapping[str, Hits]
    scales: Mapping[str, Hits]
    quotes: Mapping[str, Hits]
    failed: int


def read_statements(statements: Iterable[GoldStatement], reader: Reader) -> list[Judged]:
    """Read every labelled statement."""
    return [Judged(gold, reader.statement(gold)) for gold in statements]


def measure_statements(
    judged: Sequence[Judged], reader: Reader, bootstrap: Bootstrap
) -> StatementFigures:
    """All figures of statements that were read."""
    pairs = [pair for one in judged for pair in one.pairs()]
    criteria = tuple(_criteria(judged, pairs, reader, bootstrap))
    presence = [one for one in judged if one.gold.present is not None]
    return StatementFigures(
        n=len(judged),
        families=len({one.family for one in judged}),
        criteria=criteria,
        macro_met=_macro(pairs, reader, Outcome.MET, bootstrap),
        macro_gap=_macro(pairs, reader, Outcome.GAP, bootstrap),
        labelled=sum(c.criterion in NARRATIVE for c in criteria),
        overall=agreement(by_family(pairs), bootstrap),
        readers=_readers([pair for one in judged for pair in _readers_pairs(one)], bootstrap),
        must_not_flag=sum(len(one.gold.must_not_flag) for one in judged),
        wrongly_flagged=sum(len(one.wrongly_flagged()) for one in judged),
        present=Hits.total(map(_presence, presence)),
        present_agreement=_present_agreement(presence),
        elements=_elements(judged),
        scales=_scales(judged),
        quotes=_quotes(judged),
        failed=sum(one.read.failed for one in judged),
    )


def _criteria(
    judged: Sequence[Judged], pairs: Sequence[Pair], reader: Reader, bootstrap: Bootstrap
) -> Iterator[CriterionFigures]:
    by_criterion = grouped(pairs)
    readers = grouped(pair for one in judged for pair in _readers_pairs(one))
    for criterion in in_order(by_criterion):
        yield criterion_figures(
            criterion,
            by_criterion[criterion],
            _readers(readers.get(criterion, []), bootstrap),
            bootstrap,
            asked=criterion in reader.asks,
        )


def grouped(pairs: Iterable[Pair]) -> dict[str, list[Pair]]:
    """Pairs by criterion."""
    found: defaultdict[str, list[Pair]] = defaultdict(list)
    for pair in pairs:
        found[pair.criterion].append(pair)
    return found


def in_order(criteria: Iterable[str]) -> list[str]:
    """The fixed list's criteria in its order, then the others by name."""
    place = {criterion: at for at, criterion in enumerate(NARRATIVE)}
    return sorted(criteria, key=lambda c: (place.get(c, len(place)), c))


def _readers_pairs(judged: Judged) -> Iterator[Pair]:
    """What the two readers said before they were brought together."""
    labels = judged.gold.labels
    first, second = labels.get(_FIRST, {}), labels.get(_SECOND, {})
    for criterion in first:
        if criterion in second:
            yield Pair(judged.family, criterion, first[criterion], second[criterion])


def _readers(pairs: Sequence[Pair], bootstrap: Bootstrap) -> Agreement | None:
    return agreement(by_family(pairs), bootstrap) if pairs else None


def _macro(pairs: Sequence[Pair], reader: Reader, outcome: Outcome, bootstrap: Bootstrap) -> Figure:
    """The mean F1 over the fixed list, in so far as it is labelled; not asked counts as 0."""
    families: defaultdict[str, defaultdict[str, Counter[tuple[str, str]]]] = defaultdict(
        lambda: defaultdict(Counter)
    )
    for pair in pairs:
        if pair.criterion in NARRATIVE:
            families[pair.family][pair.criterion][pair.labels] += 1
    counted = [
        {criterion: hits(table, outcome) for criterion, table in tables.items()}
        for tables in families.values()
    ]

    def mean(drawn: Sequence[Mapping[str, Hits]]) -> float | None:
        return mean_f1(_by_criterion(drawn, reader.asks))

    interval = bootstrap_interval(counted, mean, resamples=bootstrap.resamples, seed=bootstrap.seed)
    return Figure(mean(counted), interval)


def _by_criterion(families: Sequence[Mapping[str, Hits]], asked: frozenset[str]) -> Iterator[Hits]:
    lots: defaultdict[str, list[Hits]] = defaultdict(list)
    for family in families:
        for criterion, lot in family.items():
            lots[criterion].append(lot)
    for criterion, found in lots.items():
        yield Hits.total(found) if criterion in asked else _NEVER


_NEVER = Hits(missed=1)
"""Has an F1 of 0, as a criterion that is not asked counts."""


def _presence(judged: Judged) -> Hits:
    """Telling that a text holds nothing of its kind: the rarer answer, so the one to find."""
    absent, said = judged.gold.present is False, judged.read.present is False
    return Hits(int(absent and said), int(said and not absent), int(absent and not said))


def _present_agreement(judged: Sequence[Judged]) -> Figure:
    n, same = len(judged), sum(one.gold.present == one.read.present for one in judged)
    return Figure(same / n if n else None, wilson_interval(same, n))


def _elements(judged: Sequence[Judged]) -> dict[str, Hits]:
    """Spans of each element, found where they overlap a labelled one."""
    lots: defaultdict[Element, list[Hits]] = defaultdict(list)
    for one in judged:
        if one.gold.elements is None:
            continue
        labelled = {(e.element, e.start, e.end): e for e in one.gold.elements}.values()
        found = tuple(dict.fromkeys(one.read.elements))
        for element in {e.element for e in labelled} | {e.element for e in found}:
            theirs = [e for e in labelled if e.element is element]
            ours = [e for e in found if e.element is element]
            lots[element].append(paired(theirs, ours, overlap))
    return {str(element): Hits.total(lots[element]) for element in sorted(lots)}


def _scales(judged: Sequence[Judged]) -> dict[str, Hits]:
    """Scores by their value alone, and by value and rater."""

    def same_value(label: ScaleLabel, read: ReadScale) -> bool:
        return label.value == read.value and overlap(label, read)

    def same_rater(label: ScaleLabel, read: ReadScale) -> bool:
        return same_value(label, read) and label.rater == read.rater

    scored = [one for one in judged if one.gold.scales is not None]
    return {
        name: Hits.total(paired(one.gold.scales or (), one.read.scales, fits) for one in scored)
        for name, fits in (("value", same_value), ("value and rater", same_rater))
    }


def _quotes(judged: Sequence[Judged]) -> dict[str, Hits]:
    """Quotes by where they lie, by whose they are, by whether exact, and by all three."""

    def speaker(label: QuoteLabel, read: ReadQuote) -> bool:
        return overlap(label, read) and label.speaker == read.speaker

    def verbatim(label: QuoteLabel, read: ReadQuote) -> bool:
        return overlap(label, read) and label.verbatim == read.verbatim

    def everything(label: QuoteLabel, read: ReadQuote) -> bool:
        return speaker(label, read) and verbatim(label, read)

    quoted = [one for one in judged if one.gold.quotes is not None]
    ways = {
        "place": overlap,
        "place and speaker": speaker,
        "place and verbatim": verbatim,
        "place, speaker and verbatim": everything,
    }
    return {
        name: Hits.total(paired(one.gold.quotes or (), one.read.quotes, fits) for one in quoted)
        for name, fits in ways.items()
    }
