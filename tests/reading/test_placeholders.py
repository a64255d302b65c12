"""Fillers and instructions are no content; short content is no filler."""

import pytest

from sos_audit.casefile import Span
from sos_audit.reading.placeholders import is_placeholder
from tests.reading.shipped import LEXICON


def filler(text):
    return is_placeholder(text, Span(0, len(text)), LEXICON)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "N/A",
        "n/a.",
        "None",
        "TBC",
        "As above.",
        "-",
        "...",
        "[insert danger statement here]",
        "<click to enter text>",
        "Please describe what you are worried about",
        "Describe the impact on the child",
        "Who is worried:\nWhat about:\n",
        "[name] is worried that [name of child] could be hurt",
    ],
)
def test_a_filler_is_known(text):
    assert filler(text)


@pytest.mark.parametrize(
    "text",
    [
        "Mum drinks.",
        "No worries about school.",
        pytest.param(
            "Please can I live with Nan?",
            marks=pytest.mark.xfail(reason="every sentence that opens with please is one"),
        ),
        "Nan is worried.",
        "Nothing has changed since Dad left in May.",
        "See Nan every Friday.",
        "6/10",
    ],
)
def test_short_content_is_none(text):
    assert not filler(text)
