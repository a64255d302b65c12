"""Word lists are found in one pass, phrases as a whole."""

from sos_audit.reading.lexicon import Lexicon
from sos_audit.reading.tokens import tokenize

WORDS = Lexicon(
    {
        "people": ["social worker", "worker", "mum"],
        "act": ["shout+ at", "hit"],
        "tool": ["three houses"],
    }
)


def tags(text, lexicon=WORDS):
    return [(token.text, sorted(token.tags)) for token in lexicon.tag(tokenize(text))]


def test_a_word_gets_the_name_of_its_list():
    assert tags("Mum hit") == [("mum", ["people"]), ("hit", ["act"])]


def test_a_phrase_tags_each_of_its_words():
    assert tags("Three Houses") == [("three", ["tool"]), ("houses", ["tool"])]


def test_part_of_a_phrase_is_no_phrase():
    assert tags("three cats, social club") == [
        ("three", []),
        ("cats", []),
        (",", []),
        ("social", []),
        ("club", []),
    ]


def test_a_plus_stands_for_every_form_of_the_verb():
    for form in ("shout", "shouts", "shouted", "shouting"):
        assert tags(f"{form} at")[0] == (form, ["act"])
    assert tags("shouted for") == [("shouted", []), ("for", [])]


def test_a_word_may_be_in_several_lists():
    both = Lexicon({"a": ["bank"], "b": ["bank"]})
    assert tags("bank", both) == [("bank", ["a", "b"])]


def test_typographic_quotes_match_plain_ones():
    assert tags("didn’t", Lexicon({"negation": ["didn't"]})) == [("didn't", ["negation"])]


def test_the_lists_are_kept_as_they_were_written():
    assert WORDS.lists["act"] == ("shout+ at", "hit")


def test_an_empty_lexicon_tags_nothing():
    assert tags("Mum", Lexicon({})) == [("mum", [])]
