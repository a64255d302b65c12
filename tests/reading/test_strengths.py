"""What works well: specific assets, and occasions on which someone acted."""

import pytest

from sos_audit.casefile import Element
from sos_audit.reading.strengths import read_existing_safety, read_strengths
from tests.reading.shipped import passage


def strengths(text):
    return [
        (e.span.of(text), e.vague)
        for e in read_strengths(passage(text))
        if e.element is Element.STRENGTH
    ]


def safety(element, text):
    spans = [e for e in read_existing_safety(passage(text)) if e.element is element]
    return [(e.span.of(text), e.vague) for e in spans]


def test_what_a_person_does_is_a_strength():
    assert strengths("Nan collects Ella on Mondays.") == [("Nan collects Ella on Mondays", False)]


def test_praise_of_a_person_is_vague():
    assert [vague for _, vague in strengths("Mum is a good mum.")] == [True]


@pytest.mark.parametrize(
    "text",
    [
        "Strong support.",
        "Mum attends every session.",
        "Dad never collects Ella.",
        "The social worker collects Ella.",
    ],
)
def test_praise_attendance_a_lack_and_a_professional_are_no_strength(text):
    assert strengths(text) == []


def test_what_somebody_did_is_a_protective_act():
    assert safety(Element.PROTECTIVE_ACT, "Nan walked over at once.") == [
        ("Nan walked over at once", False)
    ]


def test_the_danger_itself_is_no_protective_act():
    acts = safety(Element.PROTECTIVE_ACT, "When Dad drank, Nan walked Ella to school.")
    assert [words.split()[0] for words, _ in acts] == ["Nan"]


@pytest.mark.parametrize("text", ["Mum attended the course.", "The social worker took Ella home."])
def test_attendance_and_a_professional_s_act_do_not_protect(text):
    assert safety(Element.PROTECTIVE_ACT, text) == []


def test_attendance_is_a_service():
    assert safety(Element.SERVICE, "Mum attended the course.") == [("attended", False)]


@pytest.mark.parametrize(
    ("text", "vague"),
    [
        ("On Friday Nan walked Ella to school.", [False]),
        ("When Dad drank, Nan walked Ella to school.", [True]),
        ("Nan walked Ella to school.", []),
    ],
)
def test_an_occasion_is_a_day_and_when_alone_is_vague(text, vague):
    assert [found for _, found in safety(Element.OCCASION, text)] == vague


def test_how_it_ended_for_a_child_is_what_the_child_experienced():
    assert safety(Element.CHILD_EXPERIENCE, "Nan came, so the baby slept.") == [
        ("baby slept", False)
    ]
    assert safety(Element.CHILD_EXPERIENCE, "Nan came.") == []
