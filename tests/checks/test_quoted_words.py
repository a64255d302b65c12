"""Somebody's exact words are on file."""

from sos_audit.findings import Outcome
from tests.checks.example_case import ask, document, inquiry, quotes

WORDS = "I hide the phone when he comes"
SAID = f'Esme said, "{WORDS}".'
CHILD = {"name": "Esme Nasser"}


def child_words(*documents, **settings):
    file = inquiry(*documents, child=CHILD)
    return ask("quoted_words", file, speakers=["child"], **settings)


def test_exact_words_meet_it_and_are_quoted_without_the_marks():
    answer = child_words(document("direct_work", text=SAID))
    assert (answer.outcome, quotes(answer)) == (Outcome.MET, [WORDS])


def test_reported_speech_is_a_gap_that_shows_itself():
    note = document("home_visit", text="Esme said that she hides the phone.")
    assert child_words(note).outcome is Outcome.GAP


def test_nothing_said_is_a_gap():
    assert child_words(document("home_visit", text="Esme was asleep.")).outcome is Outcome.GAP


def test_another_persons_words_are_a_gap():
    note = document("home_visit", text='Mum said, "She never tells me anything at all".')
    assert child_words(note).outcome is Outcome.GAP


def test_words_drafted_by_software_are_nobodys():
    drafted = document("home_visit", text=SAID, ai_drafted=True)
    assert child_words(drafted).outcome is Outcome.GAP


def test_words_from_before_the_window_do_not_count():
    old = document("direct_work", "2024-05-01", text=SAID)
    assert child_words(old, within_days=365).outcome is Outcome.GAP
