"""What a harm statement holds: act, effect, time and source."""

import pytest

from sos_audit.casefile import Element
from sos_audit.reading.harm import read_harm
from tests.reading.shipped import passage


def found(element, text):
    spans = [e for e in read_harm(passage(text)) if e.element is element]
    return [(e.span.of(text), e.vague) for e in spans]


def people(text):
    return [e.voice.value for e in read_harm(passage(text)) if e.element is Element.CAREGIVER]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Dad hit Ella.", "father"),
        ("Mum did not feed Ella.", "mother"),
        ("Nan left Ella in the car.", "family"),
    ],
)
def test_what_a_grown_up_did_or_left_undone_is_an_act(text, who):
    assert people(text) == [who]


@pytest.mark.parametrize("text", ["The police shouted at Dad.", "Dad was not there.", "Neglect."])
def test_a_professional_s_act_an_absence_and_a_label_are_none(text):
    assert people(text) == []


def test_an_effect_needs_a_child():
    assert found(Element.CHILD_IMPACT, "The baby was hungry.") == [("hungry", False)]
    assert found(Element.CHILD_IMPACT, "The room was cold.") == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Dad hit Ella on 3 March.", "3"),
        ("Dad hit Ella on 4 May.", "4"),
        ("Ella missed 11 days.", "11"),
    ],
)
def test_a_date_or_a_count_says_when(text, words):
    assert (words, False) in found(Element.WHEN, text)


@pytest.mark.parametrize("text", ["Dad may hit Ella.", "Dad hit Ella."])
def test_the_verb_may_is_no_month(text):
    assert found(Element.WHEN, text) == []


def test_numerous_occasions_are_vague():
    text = "Dad hit Ella on numerous occasions."
    assert found(Element.WHEN, text) == [("numerous", True)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The police log shows it.", ("police log", False)),
        ("Nan saw Dad hit Ella.", ("saw", False)),
        ("Allegedly he fell.", ("Allegedly", True)),
    ],
)
def test_a_source_is_somebody_or_a_record_and_alleged_is_vague(text, expected):
    assert expected in _merged(text)


def _merged(text):
    """Sources, those that touch taken as one."""
    spans = found(Element.SOURCE, text)
    words = " ".join(word for word, _ in spans)
    return [*spans, (words, all(vague for _, vague in spans))]


def test_a_statement_without_a_source_has_none():
    assert found(Element.SOURCE, "Dad hit Ella.") == []
