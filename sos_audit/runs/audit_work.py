"""One family's audit as a unit of work: what a worker process is sent and what it sends back."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Self

from sos_audit.bundle import Recorder, v1
from sos_audit.checks import CHECKS, settings_by_kind
from sos_audit.engine import CaseFailure, CaseFindings, audit_family
from sos_audit.errors import RulePackError
from sos_audit.findings import CaseAudit, ScalePoint
from sos_audit.rulepacks import load_pack
from sos_audit.scoring import critical_gaps, fidelity

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping
    from pathlib import Path

    from sos_audit.bundle import CaseRecord
    from sos_audit.casefile import CaseFile, Family
    from sos_audit.findings import Finding
    from sos_audit.rulepacks import RulePack


@dataclass(frozen=True, slots=True)
class WorkOrder:
    """What is the same for every family of a run."""

    pack: Path
    pack_sha256: str
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
    """Audits families with one pack."""

    def __init__(self, order: WorkOrder, pack: RulePack) -> None:
        self._order = order
        self._pack = pack
        criteria = {info.id: info for info in criteria_infos(pack)}
        self._recorder = Recorder(order.authority, criteria, order.quotes)

    @classmethod
    def loading(cls, order: WorkOrder) -> Self:
        """Load the pack, as a worker process must.

        Raises:
            RulePackError: if it is no longer the pack that the manifest will name.
        """
        pack = load_pack(order.pack, settings_by_kind())
        if digest_of(pack.hashes) != order.pack_sha256:
            raise RulePackError(f"{order.pack} was changed while the run went on: run again")
        return cls(order, pack)

    def audit(self, family: Family) -> FamilyResult:
        """Audit a family; a child whose file cannot be read is `failed` in every criterion."""
        audited = audit_family(family, self._pack, CHECKS, self._order.as_at)
        failures = [case for case in audited if isinstance(case, CaseFailure)]
        whole = [case for case in audited if isinstance(case, CaseFindings)]
        return FamilyResult(
            tuple(self._record(case) for case in audited),
            tuple(failure.case.child.id for failure in failures),
            tuple(error for case in whole for error in case.errors),
        )

    def _record(self, found: CaseFindings | CaseFailure) -> CaseRecord:
        if isinstance(found, CaseFailure):
            return self._recorder.record(self._case_audit(found.case, found.findings), ())
        case = found.reading.case
        audit = replace(self._case_audit(case, found.findings), scales=scale_points(found))
        return self._recorder.record(audit, case.documents)

    def _case_audit(self, case: CaseFile, findings: tuple[Finding, ...]) -> CaseAudit:
        return CaseAudit(
            child_id=case.child.id,
            team=case.team,
            case_type=case.case_type,
            opened=case.opened,
            findings=findings,
            fidelity=fidelity(self._pack, findings),
            critical=critical_gaps(self._pack, findings),
        )


def digest_of(hashes: Mapping[str, str]) -> str:
    """One hash for several files, by their names."""
    return hashlib.sha256(json.dumps(dict(hashes), sort_keys=True).encode()).hexdigest()


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
