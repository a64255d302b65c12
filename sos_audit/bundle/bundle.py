"""The bundle: the saved result of a run, in memory."""

from collections.abc import Mapping
from dataclasses import dataclass

from sos_audit.bundle.v1 import Case, CriterionInfo, Finding, LoadReport, Manifest, Summary


@dataclass(frozen=True, slots=True)
class Bundle:
    """What one run found; cases and findings are in order of child, then of criterion."""

    manifest: Manifest
    criteria: tuple[CriterionInfo, ...]
    cases: tuple[Case, ...]
    findings: tuple[Finding, ...]
    load_report: LoadReport
    summary: Summary

    def criterion_by_id(self) -> Mapping[str, CriterionInfo]:
        """The criteria asked, by id."""
        return {criterion.id: criterion for criterion in self.criteria}

    def findings_by_child(self) -> Mapping[str, tuple[Finding, ...]]:
        """The findings of every audited child, in order."""
        grouped: dict[str, list[Finding]] = {case.child_id: [] for case in self.cases}
        for finding in self.findings:
            grouped[finding.child_id].append(finding)
        return {child: tuple(found) for child, found in grouped.items()}
