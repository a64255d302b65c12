"""One family's audit as a unit of work: what a worker process is sent and what it sends back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sos_audit.bundle import CaseRecord, Recorder, v1
from sos_audit.checks import CHECKS, settings_by_kind
from sos_audit.engine import CaseFindings, audit_family
from sos_audit.findings import CaseAudit, Finding, Outcome, ScalePoint
from sos_audit.rulepacks import RulePack, load_pack
from sos_audit.scoring import critical_gaps, fidelity

if TYPE_CHECKING:
    import datetime as dt
    from pathlib import Path

    from sos_audit.casefile import CaseFile, Family


@dataclass(frozen=True, slots=True)
class WorkOrder:
    """What is the same for every family of a run."""

    pack: Path
    authority: str
    as_at: dt.date
    quotes: v1.Quotes


@dataclass(frozen=True, slots=True)
class FamilyResult:
    """The records of one family, and what failed in it."""

    records: tuple[CaseRecord, ...]
    failed_cases: tuple[str, ...] = ()
    errors: tuple[str, ...] = ()


class FamilyAuditor:
    """Audits families with one pack, loaded once."""

    def __init__(self, order: WorkOrder) -> None:
        self._order = order
        self._pack = load_pack(order.pack, settings_by_kind())
        criteria = {info.id: info for info in criteria_infos(self._pack)}
        self._recorder = Recorder(order.authority, criteria, order.quotes)

    def audit(self, family: Family) -> FamilyResult:
        """Audit a family; if that is impossible each child's every criterion is `failed`."""
        try:
            audited = audit_family(family, self._pack, CHECKS, self._order.as_at)
        except Exception as error:  # noqa: BLE001 - one family never ends a run
            return self._failed(family, type(error).__name__)
        records = tuple(self._record(case) for case in audited)
        errors = tuple(error for case in audited for error in case.errors)
        return FamilyResult(records, errors=errors)

    def _record(self, found: CaseFindings) -> CaseRecord:
        case = found.reading.case
        audit = CaseAudit(
            child_id=case.child.id,
            team=case.team,
            case_type=case.case_type,
            opened=case.opened,
            findings=found.findings,
            fidelity=fidelity(self._pack, found.findings),
            scales=scale_points(found),
            critical=critical_gaps(self._pack, found.findings),
        )
        return self._recorder.record(audit, case.documents)

    def _failed(self, family: Family, reason: str) -> FamilyResult:
        records = tuple(self._failed_record(case, reason) for case in family.cases)
        children = tuple(case.child.id for case in family.cases)
        return FamilyResult(records, children, (f"family: {reason}",))

    def _failed_record(self, case: CaseFile, reason: str) -> CaseRecord:
        message = f"the file could not be read ({reason}); nothing is known"
        findings = tuple(Finding(c.id, Outcome.FAILED, message) for c in self._pack.criteria)
        audit = CaseAudit(case.child.id, case.team, case.case_type, case.opened, findings)
        return self._recorder.record(audit, ())


def scale_points(found: CaseFindings) -> tuple[ScalePoint, ...]:
    """The scores of a case file over time, with what its form declares about direction."""
    return tuple(
        ScalePoint(
            placed.document.date,
            placed.scale.value,
            placed.scale.low,
            placed.scale.high,
            placed.scale.voice,
            None,
            placed.document.scale.higher_is_safer if placed.document.scale else None,
        )
        for placed in found.reading.scales
    )


def criteria_infos(pack: RulePack) -> list[v1.CriterionInfo]:
    """The pack's criteria as a bundle keeps them."""
    return [
        v1.CriterionInfo(
            id=criterion.id,
            domain=criterion.domain,
            title=criterion.title,
            question=criterion.question,
            why=criterion.why,
            source=", ".join(criterion.sources),
            axis=criterion.axis,
            auto=criterion.auto.value,
            weight=criterion.weight,
            severity=criterion.severity,
            gap_wording=criterion.gap,
            question_to_ask=criterion.ask,
            revision=criterion.revision,
        )
        for criterion in pack.criteria
    ]
