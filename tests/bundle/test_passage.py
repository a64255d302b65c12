"""The words around a quote end where its sentence ends."""

import pytest

from sos_audit.bundle import passage

TEXT = "She came at nine. Nan said: “No more.” Then Craig left the house. A new line\nstarts here"


@pytest.mark.parametrize(
    ("quote", "before", "after"),
    [
        ("Craig left", "Then ", " the house."),
        ("She came", "", " at nine."),
        ("Then Craig left the house.", "", ""),
        ("new line", "A ", ""),
        ("starts", "", " here"),
    ],
)
def test_context_is_the_rest_of_the_sentence(quote, before, after):
    start = TEXT.index(quote)

    assert passage.before(TEXT, start) == before
    assert passage.after(TEXT, start + len(quote)) == after


def test_context_of_a_sentence_without_end_is_cut_between_words():
    text = "word " * 200

    assert passage.before(text, 500).startswith("… word")
    assert passage.after(text, 500).endswith("word …")
    assert len(passage.before(text, 500)) <= passage.REACH + 2


def test_a_short_quote_is_kept_whole():
    assert passage.shortened("Mum 6,  Nan 5") == "Mum 6,  Nan 5"


def test_a_long_quote_keeps_its_first_twelve_words():
    assert passage.shortened("a b c d e f g h i j k l m") == "a b c d e f g h i j k l …"
