"""The engine is a loop: for each case, for each criterion, one finding."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from sos_audit.checks import Inquiry
from sos_audit.engine.applicability import not_asked_because, not_supplied, settled
from sos_audit.findings import Finding, Outcome, Searched
from sos_audit.reading.case import CaseReading, read_case
from sos_audit.reading.document import DocumentReader

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Mapping, Sequence

    from sos_audit.casefile import CaseFile, Family
    from sos_audit.checks import Answer, CheckKind
    from sos_audit.rulepacks import Criterion, RulePack


class CaseFindings(NamedTuple):
    """A case as it was read, and its findings in the pack's order."""

    reading: CaseReading
    findings: tuple[Finding, ...]
    errors: tuple[str, ...]
    """For each failed criterion its id and the exception's type; never its words."""


class CaseFailure(NamedTuple):
    """A case that could not be read: every criterion failed, and nothing is known."""

    case: CaseFile
    findings: tuple[Finding, ...]
    reason: str


def audit_family(
    family: Family, pack: RulePack, checks: Mapping[str, CheckKind], as_at: dt.date
) -> list[CaseFindings | CaseFailure]:
    """Audit the case files of one family, each beside its siblings'.

    A file that cannot be read fails alone; its siblings are audited without it.
    """
    reader = DocumentReader(pack.lexicon)
    read = [_read(case, as_at, reader, pack) for case in family.cases]
    readings = [case for case in read if isinstance(case, CaseReading)]
    return [
        case
        if isinstance(case, CaseFailure)
        else _audit(_beside_siblings(case, readings), pack, checks)
        for case in read
    ]


def _read(
    case: CaseFile, as_at: dt.date, reader: DocumentReader, pack: RulePack
) -> CaseReading | CaseFailure:
    try:
        return read_case(case, as_at, reader)
    except Exception as error:  # noqa: BLE001 - one file never ends a run
        reason = type(error).__name__
        message = f"the file could not be read ({reason}); nothing is known"
        findings = tuple(Finding(c.id, Outcome.FAILED, message) for c in pack.criteria)
        return CaseFailure(case, findings, reason)


def _beside_siblings(reading: CaseReading, readings: Sequence[CaseReading]) -> CaseReading:
    others = tuple(other for other in readings if other is not reading)
    return replace(reading, siblings=others)


def _audit(reading: CaseReading, pack: RulePack, checks: Mapping[str, CheckKind]) -> CaseFindings:
    inquiry = Inquiry(reading, pack.deadlines)
    findings = [_find_or_fail(criterion, inquiry, checks) for criterion in pack.criteria]
    return CaseFindings(reading, tuple(findings), tuple(_errors(findings)))


def _find_or_fail(
    criterion: Criterion, inquiry: Inquiry, checks: Mapping[str, CheckKind]
) -> Finding:
    try:
        return find(criterion, inquiry, checks)
    except Exception as error:  # noqa: BLE001 - a crash is an outcome of its own, never a pass
        message = f"the check failed ({type(error).__name__}); nothing is known"
        return Finding(criterion.id, Outcome.FAILED, message)


def _errors(findings: Sequence[Finding]) -> Iterator[str]:
    for finding in findings:
        if finding.outcome is Outcome.FAILED:
            yield f"{finding.criterion}: {finding.message}"


def find(criterion: Criterion, inquiry: Inquiry, checks: Mapping[str, CheckKind]) -> Finding:
    """Ask one criterion of one case."""
    reading = inquiry.reading
    missing = not_supplied(criterion, reading.case)
    if missing:
        message = f"the export does not supply: {', '.join(missing)}"
        return Finding(criterion.id, Outcome.NOT_ASSESSABLE, message)
    reason = not_asked_because(criterion, reading.case)
    if reason is not None:
        return Finding(criterion.id, Outcome.NOT_APPLICABLE, reason)
    answer = checks[criterion.check].ask(criterion.params, inquiry)
    return _finding(criterion, settled(criterion, answer, reading))


def _finding(criterion: Criterion, answer: Answer) -> Finding:
    searched = answer.searched or (Searched("records supplied", 0),)
    return Finding(
        criterion.id, answer.outcome, answer.message, answer.slot, answer.evidence, searched
    )
