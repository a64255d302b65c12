"""What is written small somewhere is a word; what never is may be a name."""

from sos_audit.disclosure import WordCount

NAMES = {"wrona"}


def counted(*texts):
    words = WordCount()
    for text in texts:
        words.add(text)
    return words


def test_a_capital_word_within_a_sentence_may_be_a_name():
    assert counted("We saw Beata there. Then home.").doubtful(NAMES.__contains__) == {"beata"}


def test_a_word_that_is_written_small_elsewhere_is_none():
    assert counted("The Plan is good.", "a plan").doubtful(NAMES.__contains__) == set()


def test_openings_days_titles_and_abbreviations_are_none():
    assert counted('He said: "Never." On Monday Mrs Smith rang CAMHS.').doubtful(
        NAMES.__contains__
    ) == {"smith"}


def test_a_word_is_ordinary_if_it_is_mostly_written_small():
    words = counted("Hope came. I hope so, and hope is good. Kuba, kuba.", "Kuba")
    assert "hope" in words.mostly_small
    assert "kuba" not in words.mostly_small


def test_an_opening_word_before_a_name_or_a_bracket_may_be_one():
    found = counted("Lisa Wrona rang. Dele (dad) came. Home again.")
    assert found.doubtful(NAMES.__contains__) == {"lisa", "dele", "wrona"}
