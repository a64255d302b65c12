"""What the front page shows: what was read, what could not be, and all cases together."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sos_audit.bundle import Bundle
from sos_audit.findings import Outcome
from sos_audit.reports.html.team import TeamPage

_NOT_SUPPLIED = "not_supplied"


@dataclass(frozen=True, slots=True)
class FrontPage:
    """The numbers and lists of the front page."""

    bundle: Bundle
    teams: tuple[TeamPage, ...]
    critical: Mapping[str, int]
    not_supplied: tuple[str, ...]
    not_assessed: Mapping[str, int]

    @property
    def withheld(self) -> int:
        """Documents and records that were withheld, for any reason."""
        return sum(self.bundle.load_report.withheld.values())

    @property
    def refused(self) -> int:
        """Rows that could not be used, in any table."""
        return sum(refusal.count for refusal in self.bundle.load_report.refusals)


def front_page(bundle: Bundle, teams: tuple[TeamPage, ...]) -> FrontPage:
    """Count what the front page needs beyond the bundle's own summary."""
    coverage = bundle.manifest.coverage
    return FrontPage(
        bundle=bundle,
        teams=teams,
        critical=_critical(bundle),
        not_supplied=tuple(sorted(e for e, supply in coverage.items() if supply == _NOT_SUPPLIED)),
        not_assessed=_reasons(bundle, {Outcome.NOT_ASSESSABLE, Outcome.FAILED}),
    )


def _critical(bundle: Bundle) -> dict[str, int]:
    """Children per critical gap, in the order that the criteria were asked in."""
    counts = Counter(criterion for case in bundle.cases for criterion in case.critical)
    return {c.title: counts[c.id] for c in bundle.criteria if counts[c.id]}


def _reasons(bundle: Bundle, outcomes: Iterable[Outcome]) -> dict[str, int]:
    """How often each reason for not assessing occurred, the most frequent first."""
    wanted = set(outcomes)
    counts = Counter(f.message for f in bundle.findings if f.outcome in wanted)
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))
