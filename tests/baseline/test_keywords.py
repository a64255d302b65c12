"""The baseline says what its word lists say, and no more."""

import pytest

from sos_audit.evaluate.validation.measured import NARRATIVE
from sos_audit.rulepacks import load_pack
from tests.baseline.keywords import KIND, PACK, found, is_filler
from tests.baseline.page import BEGIN, END, between_markers
from tests.baseline.reader import KeywordReader
from tests.evaluate.validation.examples import statement


@pytest.fixture(scope="module")
def keywords():
    return KeywordReader()


def test_every_measured_criterion_is_asked(keywords):
    assert set(NARRATIVE) <= keywords.asks


def test_its_only_kind_of_check_looks_for_words():
    pack = load_pack(PACK, {KIND.name: KIND.settings})
    assert {c.check for c in pack.criteria} == {"keywords"}


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("scale", "Mum 6/10, Dad scaled at 7.", ["6/10", "scaled at 7"]),
        ("duration", "for 12 weeks, over the next 3", ["for 12 weeks", "over the next 3"]),
        ("attendance", "She attends the groups; no attendance.", ["attends", "groups"]),
        ("absence", "Nobody. No more.", ["No"]),
    ],
)
def test_entries_are_whole_words_with_numbers_and_plain_endings(name, text, words):
    assert [match.group() for match in found(name, text)] == words


@pytest.mark.parametrize(
    ("text", "filler"), [("", True), ("N/A", True), ("see previous", True), ("Ella is 6.", False)]
)
def test_fillers_hold_nothing(text, filler):
    assert is_filler(text) is filler


def test_a_statement_is_judged_by_the_lists_alone(keywords):
    read = keywords.statement(statement(text="Neglect. It will not stop."))
    assert read.outcomes == {
        "danger.exists": "gap",
        "danger.who_worried": "gap",
        "danger.future": "met",
        "danger.child_impact": "met",
        "danger.grounded": "met",
        "danger.behavioural": "gap",
    }


def test_a_page_keeps_what_stands_around_the_figures():
    page = f"# Title\n\n{BEGIN}\n\nold\n\n{END}\n\nEnd.\n"
    assert between_markers(page, "new\n") == f"# Title\n\n{BEGIN}\n\nnew\n\n{END}\n\nEnd.\n"
    with pytest.raises(ValueError, match="the page needs a line"):
        between_markers("# Title\n", "new")
