"""What the front page shows: what was read, what could not be, and all cases together."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from sos_audit.bundle import Bundle
from sos_audit.reports.html.team import TeamPage
from sos_audit.reports.reasons import reasons_not_assessed

_NOT_SUPPLIED = "not_supplied"
_SHOWN = 12


@dataclass(frozen=True, slots=True)
class FrontPage:
    """The numbers and lists of the front page."""

    bundle: Bundle
    teams: tuple[TeamPage, ...]
    critical: Mapping[str, int]
    not_supplied: tuple[str, ...]
    not_assessed: Mapping[str, int]
    other_reasons: int

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
    reasons = reasons_not_assessed(bundle)
    return FrontPage(
        bundle=bundle,
        teams=teams,
        critical=_critical(bundle),
        not_supplied=tuple(sorted(e for e, supply in coverage.items() if supply == _NOT_SUPPLIED)),
        not_assessed=dict(reasons[:_SHOWN]),
        other_reasons=max(0, len(reasons) - _SHOWN),
    )


def _critical(bundle: Bundle) -> dict[str, int]:
    """Children per critical gap, in the order that the criteria were asked in."""
    counts = Counter(criterion for case in bundle.cases for criterion in case.critical)
    return {c.title: counts[c.id] for c in bundle.criteria if counts[c.id]}
