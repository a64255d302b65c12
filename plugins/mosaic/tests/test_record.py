"""The dated record says what the tables say, and nothing that they do not hold."""

import datetime as dt

import pytest

from plugins.mosaic.tests.small_export import one_child
from sos_audit.casefile import CaseType, Entity, Episode, Event, Plan, Supply, Visit


def case_of(export, tmp_path):
    return export.read(tmp_path).cases[0]


def test_visits_in_the_longer_shape(tmp_path):
    export = one_child()
    visit = {"person_id": "1", "visit_type": "CP visit", "actual_datetime": "2026-03-01 15:00:00"}
    export.add("DM_VISITS", **visit, seen_alone_flag="Y", completed_flag="Y")
    assert case_of(export, tmp_path).visits == (
        Visit(dt.date(2026, 3, 1), "cp", seen=True, seen_alone=True),
    )


def test_visits_in_the_shorter_shape(tmp_path):
    export = one_child()
    export.add("DM_VISITS", PERSON_ID="1", ACTUAL_DATE="01/03/2026", SEEN_ALONE_FLAG="N", CLA="Y")
    assert case_of(export, tmp_path).visits == (
        Visit(dt.date(2026, 3, 1), "cla", seen=None, seen_alone=False),
    )


def test_a_registration_is_an_episode_with_its_latest_category_and_a_plan(tmp_path):
    export = one_child()
    export.add(
        "DM_REGISTRATIONS",
        REGISTRATION_ID="4",
        PERSON_ID="1",
        IS_CHILD_PROTECTION_PLAN="Y",
        REGISTRATION_START_DATE="05/02/2026",
    )
    for code, day in (("NEG", "05/02/2026"), ("EMO", "05/05/2026")):
        export.add(
            "DM_REGISTRATION_CATEGORIES",
            REGISTRATION_ID="4",
            CIN_ABUSE_CATEGORY_CODE=code,
            CATEGORY_START_DATE=day,
        )
    case = case_of(export, tmp_path)
    assert case.episodes == (Episode("cp", dt.date(2026, 2, 5), None, "emotional abuse"),)
    assert case.plans == (Plan("cp", dt.date(2026, 2, 5)),)
    assert case.case_type is CaseType.CHILD_PROTECTION
    assert case.coverage[Entity.PLAN] is Supply.SUPPLIED


def test_the_plans_of_children_who_are_not_registered_are_not_supplied(tmp_path):
    export = one_child()
    export.add("DM_REGISTRATIONS", REGISTRATION_ID="4", PERSON_ID="9")
    assert case_of(export, tmp_path).coverage[Entity.PLAN] is Supply.NOT_SUPPLIED


def test_the_case_type_is_that_of_the_latest_telling_step(tmp_path):
    export = one_child()
    export.step("8", WORKFLOW_STEP_TYPE_ID="13", STARTED_ON="01/03/2026")
    export.step("9", WORKFLOW_STEP_TYPE_ID="14", STARTED_ON="01/04/2026")
    assert case_of(export, tmp_path).case_type is CaseType.CHILD_IN_NEED


def test_steps_that_the_mapping_calls_events(tmp_path):
    export = one_child()
    export.step("8", WORKFLOW_STEP_TYPE_ID="12", STARTED_ON="01/03/2026")
    case = case_of(export, tmp_path)
    assert case.events == (Event("rcpc", dt.date(2026, 3, 1)),)
    assert [(review.kind, review.date) for review in case.reviews] == [
        ("rcpc", dt.date(2026, 3, 1))
    ]


@pytest.mark.parametrize(("closure", "status"), [("", "open"), ("01/09/2026", "closed")])
def test_a_case_is_closed_when_all_its_referrals_are(tmp_path, closure, status):
    export = one_child()
    export.add("DM_CIN_REFERRALS", PERSON_ID="1", REFERRAL_DATE="12/01/2026", CLOSURE_DATE=closure)
    case = case_of(export, tmp_path)
    assert (case.opened, case.status) == (dt.date(2026, 1, 12), status)


def test_without_referrals_a_case_opens_with_its_first_step(tmp_path):
    assert case_of(one_child(), tmp_path).opened == dt.date(2026, 2, 5)


def test_the_team_is_that_of_the_latest_step(tmp_path):
    export = one_child()
    export.step("8", STARTED_ON="01/03/2026", RESPONSIBLE_TEAM_ID="12")
    export.add("DM_ORGANISATIONS", ORGANISATION_ID="12", NAME="North")
    assert case_of(export, tmp_path).team == "North"


def test_an_unreadable_date_is_counted_and_the_record_kept(tmp_path):
    export = one_child()
    export.rows["DM_WORKFLOW_STEPS"][0]["STARTED_ON"] = "yesterday"
    reading = export.read(tmp_path)
    assert reading.cases[0].documents[0].date is None
    assert list(reading.report.unreadable) == [
        ("DM_WORKFLOW_STEPS", "STARTED_ON", "not a date in a known form")
    ]
