"""Every criterion is asked of a case file, and each gives one finding whatever happens."""

import datetime as dt

import pytest

from sos_audit.checks import CHECKS, CheckKind
from sos_audit.engine import audit_family
from sos_audit.findings import Outcome
from sos_audit.rulepacks.example_case import family_of
from sos_audit.rulepacks.example_schema import CaseExample
from tests.checks.example_case import DANGER, GOAL, PACK, document

AS_AT = "2026-04-01"


def audited(*documents, as_at=AS_AT, checks=CHECKS, **written):
    """The findings of a case file by criterion."""
    case = {"case_type": "cp", "opened": "2026-01-05", "documents": documents, **written}
    family = family_of(CaseExample.model_validate(case))
    found = audit_family(family, PACK, checks, dt.date.fromisoformat(as_at))[0]
    return {finding.criterion: finding for finding in found.findings}


def outcome(criterion, *documents, **more):
    return audited(*documents, **more)[criterion].outcome


def danger(text=DANGER, **more):
    return document(answers=[("danger_statement", text)], **more)


def _crash(_settings, _inquiry):
    raise ZeroDivisionError("Marley Quaye")


BROKEN = {
    **CHECKS,
    "visit_interval": CheckKind("visit_interval", CHECKS["visit_interval"].settings, _crash),
}


def test_every_criterion_has_one_finding_in_the_packs_order():
    assert list(audited(danger())) == [criterion.id for criterion in PACK.criteria]


def test_a_check_that_raises_is_failed():
    assert outcome("stat.visits", danger(), checks=BROKEN) is Outcome.FAILED


def test_the_others_go_on():
    whole, broken = audited(danger()), audited(danger(), checks=BROKEN)
    assert {id_ for id_ in whole if whole[id_] != broken[id_]} == {"stat.visits"}


def test_a_failure_names_the_error_and_never_its_words():
    finding = audited(danger(), checks=BROKEN)["stat.visits"]
    assert "ZeroDivisionError" in finding.message
    assert "Marley" not in finding.message


@pytest.mark.parametrize(
    ("criterion", "entity"),
    [
        ("danger.exists", "document"),
        ("stat.visits", "visit"),
        ("stat.rcpc", "event"),
        ("family.both_views", "person"),
    ],
)
def test_what_the_export_cannot_carry_is_not_assessable(criterion, entity):
    finding = audited(danger(), not_supplied=[entity])[criterion]
    assert (finding.outcome, finding.message) == (
        Outcome.NOT_ASSESSABLE,
        f"the export does not supply: {entity}",
    )


def test_an_export_of_dates_alone_has_no_gap_in_its_narrative():
    found = audited(not_supplied=["document"])
    narrative = [c.id for c in PACK.criteria if "document" in c.needs]
    assert {found[criterion].outcome for criterion in narrative} == {Outcome.NOT_ASSESSABLE}


def test_a_case_opened_yesterday_has_no_gap():
    found = audited(opened="2026-03-31").values()
    assert [f.criterion for f in found if f.outcome in {Outcome.GAP, Outcome.PARTLY}] == []


def test_a_gap_before_its_time_says_when_it_is_due():
    finding = audited(opened="2026-03-31")["danger.exists"]
    assert (finding.outcome, finding.message) == (Outcome.NOT_APPLICABLE, "due by 2026-05-15")


def test_what_is_there_before_its_time_is_met():
    assert outcome("danger.exists", danger(), opened="2026-03-31") is Outcome.MET


def test_a_closed_case_is_not_asked_about_visits():
    assert outcome("stat.visits", status="closed") is Outcome.NOT_APPLICABLE


def test_another_type_of_case_is_not_asked():
    finding = audited(case_type="eh")["danger.exists"]
    assert (finding.outcome, finding.message) == (
        Outcome.NOT_APPLICABLE,
        "not asked of eh cases",
    )


def test_a_baby_is_not_expected_to_speak():
    baby = {"dob": "2025-06-01"}
    assert outcome("child.verbatim", danger(), child=baby) is Outcome.NOT_APPLICABLE


def test_a_child_whose_age_is_unknown_is_asked():
    assert outcome("child.verbatim", danger()) is Outcome.GAP


def test_a_document_recorded_after_the_day_is_left_out():
    late = danger(date="2026-03-25", recorded_at="2026-04-02")
    assert outcome("danger.exists", late) is Outcome.GAP


def test_a_document_dated_after_the_day_is_left_out():
    assert outcome("danger.exists", danger(date="2026-04-02")) is Outcome.GAP


def test_a_document_of_the_day_itself_is_read():
    assert outcome("danger.exists", danger(date=AS_AT)) is Outcome.MET


def test_visits_and_events_after_the_day_are_left_out():
    found = audited(
        events=[{"kind": "strategy_discussion", "date": "2026-04-02"}],
        visits=[{"date": "2026-04-02", "kind": "cp", "seen": True, "seen_alone": True}],
    )
    assert found["stat.icpc_15"].outcome is Outcome.NOT_APPLICABLE
    assert found["child.seen_alone"].outcome is Outcome.GAP


def test_a_text_edited_after_the_day_makes_its_criteria_unclear():
    finding = audited(danger(edited_at="2026-04-02"))["danger.exists"]
    assert (finding.outcome, finding.message) == (
        Outcome.UNCLEAR,
        "the text was edited after the audit's date",
    )


def test_a_text_edited_on_the_day_is_judged():
    assert outcome("danger.exists", danger(edited_at=AS_AT)) is Outcome.MET


def test_a_gap_says_how_many_documents_were_looked_through_and_their_dates():
    finding = audited(document(text="Mum was out."), document("review", "2026-03-02", text="Yes."))
    places = finding["danger.exists"].searched
    assert [(p.what, p.count, p.first, p.last) for p in places] == [
        ("documents", 2, dt.date(2026, 2, 9), dt.date(2026, 3, 2))
    ]


def test_the_order_of_documents_in_the_export_does_not_matter():
    documents = [danger(), danger(text=GOAL), document("review", "2026-03-02", text="Yes.")]
    assert audited(*documents).keys() == audited(*reversed(documents)).keys()
    assert [f.outcome for f in audited(*documents).values()] == [
        f.outcome for f in audited(*reversed(documents)).values()
    ]


def test_each_child_of_a_family_has_findings_of_their_own():
    written = CaseExample.model_validate(
        {"case_type": "cp", "documents": [danger()], "siblings": [{"documents": []}]}
    )
    found = audit_family(family_of(written), PACK, CHECKS, dt.date(2026, 4, 1))
    assert [len(case.findings) for case in found] == [len(PACK.criteria)] * 2
