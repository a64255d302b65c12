"""What a team's index shows: child ids in bands, never names, never a ranking."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sos_audit.bundle import Bundle
from sos_audit.bundle.v1 import Case, Change, CriterionInfo, Finding
from sos_audit.findings import Outcome
from sos_audit.reports import wording
from sos_audit.reports.html.names import folder_names, page_names

_DEADLINES = "timeliness"
_CRITICAL = "Critical gaps"
_NEW_CRITICAL = "New critical gaps"


@dataclass(frozen=True, slots=True)
class Entry:
    """One child's line in the index."""

    case: Case
    findings: tuple[Finding, ...]
    page: str
    critical: tuple[str, ...]
    deadlines: tuple[str, ...]
    is_new: bool


@dataclass(frozen=True, slots=True)
class Band:
    """Children to look at together, by the date their case opened."""

    title: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class TeamPage:
    """A team: its folder, its children in bands."""

    title: str
    folder: str
    bands: tuple[Band, ...]

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All children of the team."""
        return tuple(entry for band in self.bands for entry in band.entries)

    @property
    def with_critical_gaps(self) -> int:
        """How many children's records have a critical gap."""
        return sum(1 for entry in self.entries if entry.critical)


def team_pages(bundle: Bundle) -> tuple[TeamPage, ...]:
    """The teams in order of their names, so that the order says nothing about them."""
    grouped: dict[str, list[Case]] = {}
    for case in bundle.cases:
        grouped.setdefault(wording.team(case.team), []).append(case)
    folders = folder_names(grouped)
    findings, criteria = bundle.findings_by_child(), bundle.criterion_by_id()
    first = _CRITICAL if bundle.manifest.previous is None else _NEW_CRITICAL
    return tuple(
        TeamPage(team, folders[team], _bands(_entries(grouped[team], findings, criteria), first))
        for team in sorted(grouped, key=wording.in_order)
    )


def _entries(
    cases: Iterable[Case],
    findings: Mapping[str, tuple[Finding, ...]],
    criteria: Mapping[str, CriterionInfo],
) -> list[Entry]:
    by_opening = sorted(cases, key=_opening)
    pages = page_names(case.child_id for case in by_opening)
    return [_entry(c, pages[c.child_id], findings[c.child_id], criteria) for c in by_opening]


def _opening(case: Case) -> tuple[dt.date, tuple[tuple[int, int, str], ...]]:
    return (case.opened or dt.date.max, wording.in_order(case.child_id))


def _entry(
    case: Case, page: str, findings: tuple[Finding, ...], criteria: Mapping[str, CriterionInfo]
) -> Entry:
    gaps = [finding for finding in findings if finding.outcome is Outcome.GAP]
    critical = [gap for gap in gaps if gap.criterion in case.critical]
    return Entry(
        case=case,
        findings=findings,
        page=page,
        critical=_titles(case.critical, criteria),
        deadlines=_titles((g.criterion for g in gaps if g.domain == _DEADLINES), criteria),
        is_new=any(gap.change in {None, Change.NEW} for gap in critical),
    )


def _titles(ids: Iterable[str], criteria: Mapping[str, CriterionInfo]) -> tuple[str, ...]:
    return tuple(criteria[id_].title for id_ in dict.fromkeys(ids))


def _bands(entries: Iterable[Entry], first: str) -> tuple[Band, ...]:
    titles = (first, "Dates to look at", "All others")
    sorted_in: dict[str, list[Entry]] = {title: [] for title in titles}
    for entry in entries:
        sorted_in[titles[_band(entry)]].append(entry)
    return tuple(Band(title, tuple(found)) for title, found in sorted_in.items() if found)


def _band(entry: Entry) -> int:
    if entry.critical and entry.is_new:
        return 0
    return 1 if entry.deadlines else 2
