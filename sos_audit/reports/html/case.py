"""What a case page shows, in three columns and the lists below them."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from sos_audit.bundle.v1 import Case, CriterionInfo, Finding, Scale
from sos_audit.findings import Outcome
from sos_audit.reports import charts, wording
from sos_audit.reports.html.passages import Passage, distinct, passage, sentence

_DIRECTIONS = {
    True: "A higher score is safer.",
    False: "A higher score is more worried.",
    None: "The record does not say which way this scale runs.",
}


@dataclass(frozen=True, slots=True)
class Item:
    """One finding on the page, with the criterion it answers."""

    finding: Finding
    criterion: CriterionInfo
    anchor: str
    is_critical: bool

    @property
    def passages(self) -> tuple[Passage, ...]:
        """The finding's evidence, the best first."""
        return distinct(self.finding.evidence, ())


@dataclass(frozen=True, slots=True)
class Cluster:
    """What one sentence of the record shows, and the other passages for the same."""

    items: tuple[Item, ...]

    @property
    def passage(self) -> Passage:
        """The sentence, with all that it shows marked in it."""
        return passage([item.finding.evidence[0] for item in self.items])

    @property
    def others(self) -> tuple[Passage, ...]:
        """Further passages, each once."""
        further = (other for item in self.items for other in item.finding.evidence[1:])
        return distinct(further, [item.finding.evidence[0] for item in self.items])


@dataclass(frozen=True, slots=True)
class Group:
    """The items of one domain under its title."""

    title: str
    items: tuple[Item, ...]

    @property
    def clusters(self) -> tuple[Cluster, ...]:
        """The items that have evidence, those that rest on the same sentence together."""
        found: dict[object, list[Item]] = {}
        for item in self.items:
            key = sentence(item.finding.evidence[0]) or item.anchor
            found.setdefault(key, []).append(item)
        return tuple(Cluster(tuple(items)) for items in found.values())


@dataclass(frozen=True, slots=True)
class ScaleView:
    """Scores that run the same way: what to call them, the drawing and the table."""

    title: str
    direction: str
    chart: Markup
    points: tuple[Scale, ...]


@dataclass(frozen=True, slots=True)
class CasePage:
    """Everything a case page shows."""

    case: Case
    working: tuple[Group, ...]
    critical: tuple[Item, ...]
    gaps: tuple[Group, ...]
    unclear: tuple[Group, ...]
    questions: tuple[Group, ...]
    prompts: tuple[Item, ...]
    aside: tuple[Group, ...]
    scales: tuple[ScaleView, ...]

    @property
    def critical_questions(self) -> tuple[Item, ...]:
        """The question for each critical gap, asked before all others."""
        return _once(self.critical)


def case_page(
    case: Case, findings: Sequence[Finding], criteria: Mapping[str, CriterionInfo]
) -> CasePage:
    """Sort a case's findings into the places where the page shows them."""
    items = [_item(n, f, criteria[f.criterion], case) for n, f in enumerate(findings, 1)]
    prompts = [item for item in items if item.criterion.auto == "C"]
    scored = [item for item in items if item.criterion.auto != "C"]
    gaps = [item for item in scored if item.finding.outcome is Outcome.GAP]
    others = [item for item in gaps if not item.is_critical]
    return CasePage(
        case=case,
        working=_by_domain(_with(scored, Outcome.MET, Outcome.PARTLY)),
        critical=tuple(item for item in gaps if item.is_critical),
        gaps=_by_domain(others),
        unclear=_by_domain(_with(scored, Outcome.UNCLEAR)),
        questions=_by_domain(_once(others)),
        prompts=tuple(prompts),
        aside=_by_outcome(scored),
        scales=tuple(_scales(case)),
    )


def _item(number: int, finding: Finding, criterion: CriterionInfo, case: Case) -> Item:
    is_critical = finding.outcome is Outcome.GAP and finding.criterion in case.critical
    return Item(finding, criterion, f"finding-{number}", is_critical)


def _with(items: Iterable[Item], *outcomes: Outcome) -> list[Item]:
    return [item for item in items if item.finding.outcome in outcomes]


def _once(items: Iterable[Item]) -> tuple[Item, ...]:
    """One item for each criterion, for the same question need not be asked twice."""
    first: dict[str, Item] = {}
    for item in items:
        first.setdefault(item.criterion.id, item)
    return tuple(first.values())


def _by_domain(items: Iterable[Item]) -> tuple[Group, ...]:
    return _grouped(items, lambda item: wording.domain(item.finding.domain))


def _by_outcome(items: Iterable[Item]) -> tuple[Group, ...]:
    """What was not assessed, failed checks first: somebody should look into those."""
    shown = (Outcome.FAILED, Outcome.NOT_ASSESSABLE, Outcome.NOT_APPLICABLE)
    listed = list(items)
    ordered = (item for outcome in shown for item in _with(listed, outcome))
    return _grouped(ordered, lambda item: wording.OUTCOMES[item.finding.outcome])


def _grouped(items: Iterable[Item], title: Callable[[Item], str]) -> tuple[Group, ...]:
    return tuple(Group(key, tuple(group)) for key, group in groupby(items, key=title))


def _scales(case: Case) -> Iterable[ScaleView]:
    """Scales that run different ways are never drawn over each other."""
    for number, (higher_is_safer, direction) in enumerate(_DIRECTIONS.items(), 1):
        points = tuple(p for p in case.scales if p.higher_is_safer is higher_is_safer)
        if points:
            title = "Scores over time" if higher_is_safer else f"Scores over time: {direction}"
            chart = charts.scale_history(points, title, id_=f"scale-{number}")
            yield ScaleView(title, direction, chart, points)
