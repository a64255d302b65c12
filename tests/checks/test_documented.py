"""A document of a kind is on file, or a passage that says the thing was done."""

import pytest

from sos_audit.findings import Outcome
from tests.checks.example_case import ask, document, inquiry, quotes


def explained(*documents, **settings):
    wanted = {"documents": ["words_and_pictures"], "phrases": ["words and pictures"]}
    return ask("documented", inquiry(*documents), **{**wanted, **settings})


def test_a_document_of_the_kind_meets_it():
    answer = explained(document("words_and_pictures", text="Mummy was poorly.\nGran came."))
    assert (answer.outcome, quotes(answer)) == (Outcome.MET, ["Mummy was poorly."])


def test_a_document_without_a_word_does_not():
    assert explained(document("words_and_pictures", text="  ")).outcome is Outcome.GAP


def test_a_mention_is_partly_and_its_sentence_is_quoted():
    note = document("case_note", text="Gran rang. We began Words and Pictures. Back on Monday.")
    answer = explained(note)
    assert (answer.outcome, quotes(answer)) == (
        Outcome.PARTLY,
        ["We began Words and Pictures."],
    )


def test_a_mention_meets_it_where_the_rule_says_so():
    note = document("case_note", text="Words and pictures done.")
    assert explained(note, phrases_meet=True).outcome is Outcome.MET


@pytest.mark.parametrize("text", ["Passwords and pictures.", "Words and picturesque views."])
def test_a_phrase_inside_other_words_is_no_mention(text):
    assert explained(document("case_note", text=text)).outcome is Outcome.GAP


def test_a_tool_of_the_pack_is_a_mention_where_tools_count():
    note = document("home_visit", text="Tia did the Three Houses with me.")
    assert explained(note, tools=True).outcome is Outcome.PARTLY
    assert explained(note).outcome is Outcome.GAP


def test_a_document_from_before_the_window_does_not_count():
    old = document("words_and_pictures", "2023-02-01", text="Mummy was poorly.")
    assert explained(old, within_days=365).outcome is Outcome.GAP
