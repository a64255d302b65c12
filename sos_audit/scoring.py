"""Fidelity: how much of what could be assessed was met, domain by domain, never in one number."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Protocol

from sos_audit.findings import DomainFidelity, Outcome
from sos_audit.rulepacks import Axis, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sos_audit.rulepacks import Criterion, RulePack

_WORTH = {Outcome.MET: Fraction(1), Outcome.PARTLY: Fraction(1, 2), Outcome.GAP: Fraction(0)}


class Judged(Protocol):
    """Anything that says which criterion had which outcome."""

    @property
    def criterion(self) -> str:
        """The criterion's id."""

    @property
    def outcome(self) -> Outcome:
        """What was found."""


def fidelity(pack: RulePack, findings: Sequence[Judged]) -> tuple[DomainFidelity, ...]:
    """Fidelity per domain of one case file's findings, in the pack's order of domains."""
    return tuple(
        domain_fidelity(pack, domain, findings)
        for domain in pack.domains
        if any(criterion.domain == domain for criterion in pack.criteria)
    )


def domain_fidelity(pack: RulePack, domain: str, findings: Iterable[Judged]) -> DomainFidelity:
    """The weighted share met of one domain's scored criteria.

    Met counts 1, partly a half, over met + partly + gap. Presence criteria together carry at most
    the pack's cap of the weight, unless nothing else was assessed.
    """
    scored = {c.id: c for c in pack.criteria if c.domain == domain and c.is_scored}
    pairs = [(scored[f.criterion], f) for f in findings if f.criterion in scored]
    assessed = [(c, f) for c, f in pairs if f.outcome.is_assessed]
    asked = [f for _, f in pairs if f.outcome is not Outcome.NOT_APPLICABLE]
    return DomainFidelity(
        domain,
        _percent(assessed, Fraction(str(pack.presence_cap))),
        len(assessed),
        len(asked),
        sum(f.outcome is Outcome.UNCLEAR for f in asked),
        sum(f.outcome is Outcome.FAILED for f in asked),
    )


def _percent(assessed: Sequence[tuple[Criterion, Judged]], cap: Fraction) -> int | None:
    if not assessed:
        return None
    presence = [(c, f) for c, f in assessed if c.axis is Axis.PRESENCE]
    others = [(c, f) for c, f in assessed if c.axis is not Axis.PRESENCE]
    if not presence or not others:
        return round(100 * _share(assessed))
    weight = min(cap, Fraction(_weight(presence), _weight(assessed)))
    return round(100 * (weight * _share(presence) + (1 - weight) * _share(others)))


def _share(pairs: Sequence[tuple[Criterion, Judged]]) -> Fraction:
    return sum((c.weight * _WORTH[f.outcome] for c, f in pairs), Fraction(0)) / _weight(pairs)


def _weight(pairs: Sequence[tuple[Criterion, Judged]]) -> int:
    return sum(criterion.weight for criterion, _ in pairs)


def critical_gaps(pack: RulePack, findings: Iterable[Judged]) -> tuple[str, ...]:
    """The criteria whose gap must surface whatever the score, in the pack's order."""
    gaps = {f.criterion for f in findings if f.outcome is Outcome.GAP}
    return tuple(c.id for c in pack.criteria if c.id in gaps and c.severity is Severity.CRITICAL)
