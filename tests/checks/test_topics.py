"""What a statement is about, without names."""

from sos_audit.checks.topics import shared_topics, topic_of


def test_a_topic_is_the_stems_of_telling_words():
    assert topic_of("Mum locks the tablets away every evening") == {
        "locks",
        "table",
        "away",
        "eveni",
    }


def test_names_are_no_topic():
    assert topic_of("Marley and Abena") == frozenset()


def test_forms_of_one_word_are_shared():
    assert shared_topics("The tablet was swallowed.", "He swallows tablets.") == 2
