"""The engine is a loop: for each case, for each criterion, one finding."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from sos_audit.casefile import Family
from sos_audit.checks import Answer, CheckKind, Inquiry
from sos_audit.engine.applicability import not_asked_because, not_supplied, settled
from sos_audit.findings import Finding, Outcome, Searched
from sos_audit.reading.case import CaseReading, read_case
from sos_audit.reading.document import DocumentReader
from sos_audit.rulepacks import Criterion, RulePack


class CaseFindings(NamedTuple):
    """A case as it was read, and its findings in the pack's order."""

    reading: CaseReading
    findings: tuple[Finding, ...]
    errors: tuple[str, ...]
    """For each failed criterion its id and the exception's type; never its words."""


def audit_family(
    family: Family, pack: RulePack, checks: Mapping[str, CheckKind], as_at: dt.date
) -> list[CaseFindings]:
    """Audit the case files of one family, each beside its siblings'."""
    reader = DocumentReader(pack.lexicon)
    alone = [read_case(case, as_at, reader) for case in family.cases]
    return [_audit(reading, pack, checks) for reading in _with_siblings(alone)]


def _with_siblings(readings: Sequence[CaseReading]) -> Iterator[CaseReading]:
    for reading in readings:
        others = tuple(other for other in readings if other is not reading)
        yield replace(reading, siblings=others)


def _audit(
    reading: CaseReading, pack: RulePack, checks: Mapping[str, CheckKind]
) -> CaseFindings:
    inquiry = Inquiry(reading, pack.deadlines)
    findings, errors = [], []
    for criterion in pack.criteria:
        try:
            findings.append(find(criterion, inquiry, checks))
        except Exception as error:
            errors.append(f"{criterion.id}: {type(error).__name__}")
            message = f"the check failed ({type(error).__name__}); nothing is known"
            findings.append(Finding(criterion.id, Outcome.FAILED, message))
    return CaseFindings(reading, tuple(findings), tuple(errors))


def find(criterion: Criterion, inquiry: Inquiry, checks: Mapping[str, CheckKind]) -> Finding:
    """Ask one criterion of one case."""
    reading = inquiry.reading
    missing = not_supplied(criterion, reading.case)
    if missing:
        message = f"the export does not supply: {', '.join(missing)}"
        return Finding(criterion.id, Outcome.NOT_ASSESSABLE, message)
    reason = not_asked_because(criterion, reading.case, reading.as_at)
    if reason is not None:
        return Finding(criterion.id, Outcome.NOT_APPLICABLE, reason)
    answer = checks[criterion.check].ask(criterion.params, inquiry)
    return _finding(criterion, settled(criterion, answer, reading))


def _finding(criterion: Criterion, answer: Answer) -> Finding:
    searched = answer.searched or (Searched("records supplied", 0),)
    return Finding(
        criterion.id, answer.outcome, answer.message, answer.slot, answer.evidence, searched
    )
