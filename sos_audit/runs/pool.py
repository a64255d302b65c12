"""Families spread over worker processes; the results do not depend on how many."""

from __future__ import annotations

import multiprocessing
from collections import deque
from concurrent.futures import ProcessPoolExecutor
from typing import TYPE_CHECKING

from sos_audit.runs.audit_work import FamilyAuditor

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from concurrent.futures import Future

    from sos_audit.casefile import Family
    from sos_audit.rulepacks import RulePack
    from sos_audit.runs.audit_work import FamilyResult, WorkOrder

_WAITING_PER_JOB = 4
"""Families handed out ahead of each worker: enough to keep it busy, few enough to hold."""

_auditors: dict[WorkOrder, FamilyAuditor] = {}


def audit_all(
    families: Iterable[Family], order: WorkOrder, pack: RulePack, jobs: int
) -> Iterator[FamilyResult]:
    """Audit every family, in order; `jobs` 1 works in this process."""
    if jobs == 1:
        yield from map(FamilyAuditor(order, pack).audit, families)
        return
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(jobs, mp_context=context) as pool:
        waiting: deque[Future[FamilyResult]] = deque()
        for family in families:
            waiting.append(pool.submit(_audit, order, family))
            if len(waiting) >= jobs * _WAITING_PER_JOB:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


def _audit(order: WorkOrder, family: Family) -> FamilyResult:
    if order not in _auditors:
        _auditors[order] = FamilyAuditor.loading(order)
    return _auditors[order].audit(family)
