"""Whose words stand at a place."""

import pytest

from sos_audit.casefile import Span
from sos_audit.reading.speakers import Speakers
from tests.reading.shipped import passage


def speaker(text):
    """Who says the words between the quotation marks."""
    said = Span(text.index('"'), text.rindex('"') + 1)
    mention = Speakers(passage(text)).near(said)
    return mention and mention.span.of(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('Ella said "I hid".', "Ella"),
        ('"I hid," said Ella.', "Ella"),
        ('Ella: "I hid"', "Ella"),
        ('Imran, by letter: "I hid"', "Imran"),
        ('Ella - "I hid"', "Ella"),
        ('Rang Ella. "I hid."', "Ella"),
    ],
)
def test_a_verb_a_label_or_the_sentence_before_names_the_speaker(text, expected):
    assert speaker(text) == expected


def test_a_pronoun_stands_for_the_person_named_before():
    assert speaker('Mum came. She said "I hid".') == "Mum"


@pytest.mark.parametrize(
    "text", ['Nobody said "I hid".', 'I said "I hid"', 'On the wall: "I hid"', '"I hid"']
)
def test_nobody_the_writer_and_a_wall_are_no_speakers(text):
    assert speaker(text) is None


def test_a_verb_of_speech_far_away_is_another_sentence_s():
    assert speaker("Nan said so. " + "It rained all day long. " * 6 + '"I hid."') is None


def test_a_verb_inside_the_words_does_not_name_their_speaker():
    assert speaker('Ella told us "Mum said go".') == "Ella"


def test_the_verbs_of_speech_are_listed_with_their_speakers():
    text = "Ella said no. It was said."
    sayings = Speakers(passage(text)).sayings
    assert [(s.speaker and s.speaker.name, text[s.start : s.end]) for s in sayings] == [
        ("ella", "said"),
        (None, "said"),
    ]
