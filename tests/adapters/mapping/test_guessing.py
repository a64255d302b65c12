"""A guess is as sure as the wording is near to a known heading."""

import pytest

from sos_audit.adapters.mapping.guessing import NO_GUESS, Vocabulary, guess_question, words_of_code

HEADINGS = Vocabulary.of_headings(
    {
        "heading_danger_statement": ["danger statement", "ds"],
        "heading_next_step": ["plan", "next steps"],
        "heading_other": ["apologies"],
        "not_names": ["danger"],
    }
)


@pytest.mark.parametrize(
    ("wording", "meaning", "confidence"),
    [
        ("Danger statement", "danger_statement", 100),
        ("3. Danger statement (future):", "danger_statement", 100),
        ("DS", "danger_statement", 100),
        ("Danger statments", "danger_statement", 94),
        ("Apologies", "", 100),
    ],
)
def test_a_heading_is_known_however_it_is_dressed(wording, meaning, confidence):
    assert HEADINGS.guess(wording) == (meaning, confidence)


def test_one_word_of_a_long_question_says_little():
    assert HEADINGS.guess("What is the plan for school and for health?").confidence < 50


def test_a_short_form_inside_a_wording_says_nothing():
    assert Vocabulary({"danger_statement": ["ds"]}).guess("ds and more") == NO_GUESS


def test_two_meanings_equally_near_make_it_less_sure():
    both = Vocabulary({"worry": ["main concern"], "danger_statement": ["main concern"]})
    assert both.guess("Main concern").confidence == 80


def test_nothing_is_like_nothing():
    assert HEADINGS.guess(None) == NO_GUESS
    assert Vocabulary({}).guess("danger") == NO_GUESS


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("SOS_DANGER", "DANGER"),
        ("cpFLDDangerStatement", "FLDDanger Statement"),
        ("q12", ""),
        (None, ""),
    ],
)
def test_a_code_is_read_as_words(code, words):
    assert words_of_code(code) == words


def test_the_section_counts_where_the_question_says_nothing():
    found = guess_question(HEADINGS, text="Describe", code="q1", section="Danger statement")
    assert found == ("danger_statement", 85)
