"""Scores and whose they are; other numbers are none."""

import pytest

from sos_audit.casefile import Voice
from sos_audit.reading.scales import read_scales
from tests.reading.shipped import passage


def scores(text, *, in_scale=True):
    return [
        (scale.low, scale.high, scale.voice, scale.who)
        for scale in read_scales(passage(text), in_scale=in_scale)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mum 6/10", [(6, 6, Voice.MOTHER, None)]),
        ("Mum 7, SW 4", [(7, 7, Voice.MOTHER, None), (4, 4, Voice.SOCIAL_WORKER, None)]),
        ("Dad scaled safety at 3-4.", [(3, 4, Voice.FATHER, None)]),
        ("8 (mum)", [(8, 8, Voice.MOTHER, None)]),
        ("I scale this at 4", [(4, 4, Voice.SOCIAL_WORKER, None)]),
        ("Pat 6/10", [(6, 6, Voice.UNKNOWN, "pat")]),
        ("5", [(5, 5, Voice.UNKNOWN, None)]),
    ],
)
def test_a_score_comes_with_who_gave_it(text, expected):
    assert scores(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Ella is 6 and has 3 brothers.",
        "We met on 6/10.",
        "Review in 6 weeks.",
        "Flat 4, 10 Mill Lane.",
        "Rang at 7:30.",
    ],
)
def test_a_number_in_other_text_is_no_score(text):
    assert scores(text, in_scale=False) == []


def test_outside_a_scale_the_sentence_itself_must_say_so():
    assert scores("Mum said 6 out of 10.", in_scale=False) == [(6, 6, Voice.MOTHER, None)]


def test_the_value_of_a_range_is_its_middle_and_a_reason_is_pointed_to():
    text = "Mum 4-5 because Nan comes every night."
    (scale,) = read_scales(passage(text), in_scale=True)
    assert (scale.value, scale.span.of(text)) == (4.5, "4-5")
    assert "Nan comes every night" in scale.reason.of(text)
