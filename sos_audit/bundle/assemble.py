"""Put the records of all case files together, in the one order, with the counts over them."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import asdict, replace

from sos_audit.bundle import v1
from sos_audit.bundle.bundle import Bundle
from sos_audit.bundle.record import CaseRecord
from sos_audit.findings import DomainFidelity, Outcome


def assemble(
    manifest: v1.Manifest,
    criteria: Iterable[v1.CriterionInfo],
    records: Iterable[CaseRecord],
    load_report: v1.LoadReport,
    fidelity: Iterable[DomainFidelity] = (),
) -> Bundle:
    """Make the bundle of a run; `fidelity` is each domain's over all case files."""
    asked = tuple(criteria)
    ordered = sorted(records, key=lambda record: record.case.child_id)
    cases = tuple(record.case for record in ordered)
    findings = tuple(finding for record in ordered for finding in record.findings)
    groups = {f.domain: v1.Fidelity(**asdict(f)) for f in fidelity}
    summary = summarise(asked, cases, findings, groups)
    return Bundle(manifest, asked, cases, findings, _in_order(load_report), summary)


def _in_order(report: v1.LoadReport) -> v1.LoadReport:
    """The same report whatever order the tables were read in."""
    return replace(
        report,
        tables=tuple(sorted(report.tables, key=lambda table: table.name)),
        refusals=tuple(sorted(report.refusals, key=lambda r: (r.table, r.reason))),
        failed_cases=tuple(sorted(report.failed_cases)),
        not_loaded=tuple(sorted(report.not_loaded, key=lambda n: (n.plugin, n.reason))),
    )


def summarise(
    criteria: Iterable[v1.CriterionInfo],
    cases: tuple[v1.Case, ...],
    findings: tuple[v1.Finding, ...],
    fidelity: Mapping[str, v1.Fidelity],
) -> v1.Summary:
    """Count what was found, per domain in the order that the criteria were asked in."""
    by_domain = {domain: Counter[Outcome]() for domain in _domains(criteria)}
    for finding in findings:
        by_domain[finding.domain][finding.outcome] += 1
    return v1.Summary(
        children=len(cases),
        documents=sum(len(case.documents) for case in cases),
        outcomes=_every_outcome(sum(by_domain.values(), Counter())),
        domains=tuple(_domain(d, counts, fidelity.get(d)) for d, counts in by_domain.items()),
        critical_gaps=sum(len(case.critical) for case in cases),
        children_with_critical_gaps=sum(1 for case in cases if case.critical),
    )


def _domains(criteria: Iterable[v1.CriterionInfo]) -> list[str]:
    return list(dict.fromkeys(criterion.domain for criterion in criteria))


def _domain(
    domain: str, counts: Mapping[Outcome, int], fidelity: v1.Fidelity | None
) -> v1.DomainSummary:
    outcomes = _every_outcome(counts)
    return v1.DomainSummary(
        domain=domain, outcomes=outcomes, fidelity=fidelity or _unscored(domain, outcomes)
    )


def _unscored(domain: str, outcomes: Mapping[Outcome, int]) -> v1.Fidelity:
    return v1.Fidelity(
        domain=domain,
        percent=None,
        assessable=sum(count for outcome, count in outcomes.items() if outcome.is_assessed),
        asked=sum(outcomes.values()),
        unclear=outcomes[Outcome.UNCLEAR],
        failed=outcomes[Outcome.FAILED],
    )


def _every_outcome(counts: Mapping[Outcome, int]) -> dict[Outcome, int]:
    """The counts with a nought for what did not occur, so that nothing is missing by omission."""
    return {outcome: counts.get(outcome, 0) for outcome in Outcome}
