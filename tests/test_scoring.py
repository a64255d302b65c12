"""Fidelity is the weighted share met of what could be assessed, domain by domain."""

from dataclasses import dataclass, replace

import pytest

from sos_audit.findings import DomainFidelity, Outcome
from sos_audit.rulepacks import Auto, Axis, Severity
from sos_audit.scoring import critical_gaps, domain_fidelity, fidelity
from tests.checks.example_case import PACK

MET, PARTLY, GAP = Outcome.MET, Outcome.PARTLY, Outcome.GAP
UNCLEAR, FAILED, NOT_APPLICABLE = Outcome.UNCLEAR, Outcome.FAILED, Outcome.NOT_APPLICABLE
PRESENCE, QUALITY = Axis.PRESENCE, Axis.QUALITY


@dataclass
class Judged:
    criterion: str
    outcome: Outcome


def scored(*judged, cap=0.4, **changes):
    """Fidelity of one domain; each criterion is (axis, weight, outcome)."""
    criteria = tuple(
        replace(
            PACK.criteria[0],
            id=f"danger.{at}",
            domain="danger",
            axis=axis,
            weight=weight,
            **changes,
        )
        for at, (axis, weight, _) in enumerate(judged)
    )
    pack = replace(PACK, criteria=criteria, presence_cap=cap)
    findings = [Judged(f"danger.{at}", outcome) for at, (_, _, outcome) in enumerate(judged)]
    return domain_fidelity(pack, "danger", findings)


def percent(*judged, **more):
    return scored(*judged, **more).percent


def test_met_is_all_and_a_gap_is_nothing():
    assert percent((QUALITY, 2, MET)) == 100
    assert percent((QUALITY, 2, GAP)) == 0


def test_partly_is_a_half():
    assert percent((QUALITY, 2, PARTLY)) == 50


def test_weights_count():
    assert percent((QUALITY, 3, MET), (QUALITY, 1, GAP)) == 75


def test_presence_carries_at_most_the_cap():
    assert percent((PRESENCE, 5, MET), (QUALITY, 1, GAP)) == 40


def test_presence_below_the_cap_carries_its_own_weight():
    assert percent((PRESENCE, 1, MET), (QUALITY, 3, GAP)) == 25


def test_presence_alone_is_not_capped():
    assert percent((PRESENCE, 3, MET)) == 100


def test_a_pack_may_set_another_cap():
    assert percent((PRESENCE, 5, MET), (QUALITY, 1, GAP), cap=0.2) == 20


def test_unclear_and_failed_stand_beside_the_percent():
    result = scored((QUALITY, 1, MET), (QUALITY, 3, UNCLEAR), (QUALITY, 3, FAILED))
    assert result == DomainFidelity(
        "danger", percent=100, assessable=1, asked=3, unclear=1, failed=1
    )


def test_what_was_not_asked_does_not_count():
    assert scored((QUALITY, 1, GAP), (QUALITY, 3, NOT_APPLICABLE)).asked == 1


def test_what_could_not_be_assessed_was_asked():
    result = scored((QUALITY, 1, MET), (QUALITY, 1, Outcome.NOT_ASSESSABLE))
    assert (result.assessable, result.asked) == (1, 2)


@pytest.mark.parametrize("outcome", [UNCLEAR, FAILED, NOT_APPLICABLE, Outcome.NOT_ASSESSABLE])
def test_nothing_assessed_is_none_and_not_nought(outcome):
    assert percent((QUALITY, 1, outcome)) is None


def test_a_prompt_is_never_scored():
    assert scored((QUALITY, 2, GAP), auto=Auto.PROMPT).asked == 0


def test_domains_come_in_the_packs_order():
    findings = [Judged(criterion.id, MET) for criterion in reversed(PACK.criteria)]
    assert [result.domain for result in fidelity(PACK, findings)] == list(PACK.domains)


def test_a_critical_gap_surfaces_whatever_the_score():
    findings = [Judged(c.id, MET) for c in PACK.criteria if c.id != "danger.exists"]
    assert critical_gaps(PACK, [*findings, Judged("danger.exists", GAP)]) == ("danger.exists",)


def test_only_a_gap_in_a_critical_criterion_is_critical():
    minor = next(c.id for c in PACK.criteria if c.severity is Severity.MINOR)
    findings = [Judged("danger.exists", PARTLY), Judged(minor, GAP)]
    assert critical_gaps(PACK, findings) == ()
