"""What a safety plan and its next steps hold."""

import pytest

from sos_audit.casefile import Element
from sos_audit.reading.plans import read_plan, read_steps
from tests.reading.shipped import passage


def plan(element, text):
    spans = [e for e in read_plan(passage(text)) if e.element is element]
    return [(e.span.of(text), e.vague) for e in spans]


def steps(element, text):
    spans = [e for e in read_steps(passage(text)) if e.element is element]
    return [(e.span.of(text), e.vague) for e in spans]


def test_who_does_what_is_a_rule():
    assert plan(Element.RULE, "Nan sleeps over on Fridays.") == [
        ("Nan sleeps over on Fridays", False)
    ]


@pytest.mark.parametrize("text", ["Mum will ensure safety.", "Dad will attend the course."])
def test_a_promise_in_general_or_attendance_is_a_vague_rule(text):
    assert [vague for _, vague in plan(Element.RULE, text)] == [True]


@pytest.mark.parametrize(
    "text", ["The social worker will visit weekly.", "If Dad drinks.", "Core groups."]
)
def test_a_professional_s_visit_a_sign_and_a_list_are_no_rules(text):
    assert plan(Element.RULE, text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("If Dad drinks, Nan takes Ella home.", [("If Dad drinks, Nan takes Ella home", False)]),
        ("Nan comes over when Mum rings.", [("when Mum rings", False)]),
        ("If Dad drinks.", [("If Dad drinks", True)]),
        ("Nan takes Ella home.", []),
    ],
)
def test_a_sign_with_a_response_is_a_trigger(text, expected):
    assert plan(Element.TRIGGER, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ring Nan on 07700 900123.", [("Nan", False)]),
        ("Ring Tanya.", [("Tanya", True)]),
        ("Ring Nan.", []),
        ("Nobody is on 07700 900123.", []),
    ],
)
def test_somebody_with_a_number_can_be_reached(text, expected):
    assert plan(Element.CONTACT, text) == expected


def test_each_step_has_its_owner_and_its_day():
    text = "Mum to ring school by Friday. Nan to visit by 18 May."
    assert steps(Element.OWNER, text) == [("Mum", False), ("Nan", False)]
    assert steps(Element.DUE, text) == [("Friday", False), ("18", False)]


def test_one_step_without_makes_all_vague():
    text = "Mum to ring school by Friday. Bed to be bought."
    assert steps(Element.OWNER, text) == [("Mum", True)]
    assert steps(Element.DUE, text) == [("Friday", True)]


def test_what_something_is_done_to_owns_no_step():
    assert steps(Element.OWNER, "Housing to be explored.") == []


def test_a_single_word_is_no_step():
    assert steps(Element.OWNER, "Actions") == []
