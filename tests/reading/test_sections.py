"""Free text is divided by its headings, however they are written."""

import pytest

from sos_audit.casefile import Span, StatementKind
from sos_audit.reading.sections import Headings
from tests.reading.shipped import LEXICON

HEADINGS = Headings(LEXICON)


def sections(text):
    found = HEADINGS.sections(text, Span(0, len(text)))
    return [(section.kind, section.body.of(text)) for section in found]


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("What are we worried about?", StatementKind.WORRY),
        ("What is working well?", StatementKind.WORKING_WELL),
        ("Danger statement", StatementKind.DANGER_STATEMENT),
        ("DANGER STATEMENTS:", StatementKind.DANGER_STATEMENT),
        ("## Safety goals", StatementKind.SAFETY_GOAL),
        ("2. Safety goal", StatementKind.SAFETY_GOAL),
        ("Safety scale", StatementKind.SCALE),
        ("Dangr statement", StatementKind.DANGER_STATEMENT),
    ],
)
def test_a_heading_on_its_own_line_says_what_follows(heading, kind):
    assert sections(f"{heading}\nWords of ours.") == [(kind, "Words of ours.")]


def test_a_heading_may_share_its_line():
    assert sections("Danger statement: Nan is worried.") == [
        (StatementKind.DANGER_STATEMENT, "Nan is worried.")
    ]


def test_sections_follow_each_other_up_to_the_next_heading():
    assert sections("Opening.\nSafety goal\none\n\ntwo\nSafety scale\nMum 6") == [
        (StatementKind.SAFETY_GOAL, "one\n\ntwo"),
        (StatementKind.SCALE, "Mum 6"),
    ]


def test_a_heading_with_nothing_under_it_has_an_empty_body():
    assert sections("Safety goal\nSafety scale\nMum 6")[0] == (StatementKind.SAFETY_GOAL, "")


@pytest.mark.parametrize(
    "text", ["", "Mum came to the safety goal meeting.", "We talked: it went well.", "Mum: hello"]
)
def test_without_a_heading_there_is_no_section(text):
    assert sections(text) == []


def test_places_are_in_the_whole_text():
    text = "x" * 20 + "\nSafety goal\nDad walks Ella to school."
    (section,) = HEADINGS.sections(text, Span(21, len(text)))
    assert section.heading.of(text) == "Safety goal"
    assert section.body.of(text) == "Dad walks Ella to school."
