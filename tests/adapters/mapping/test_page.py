"""The page to fill in quotes answers, and loads and runs nothing."""

import re

from sos_audit.adapters.mapping import Asked, Guess, Line, Suggestion, mapping_page


def page():
    asked = Asked("q1", "Worry <b>?", times=3, section="Maps", examples=["<script>x</script>"])
    suggested = [Suggestion(asked, Guess("scale", 91)), Suggestion(Asked("q2", None), Guess("", 0))]
    return mapping_page("export", suggested, [("note_types", [Line('"A": letter', "once")])])


def test_a_row_a_question_with_suggestion_confidence_examples_and_room():
    html = page()
    assert html.count('<th scope="row">') == 3
    for words in ("91 % sure", "Section: Maps", "no suggestion", "Settled", "Note types"):
        assert words in html


def test_everything_in_it_is_escaped():
    assert "&lt;script&gt;x&lt;/script&gt;" in page()
    assert "Worry &lt;b&gt;?" in page()


def test_it_loads_and_runs_nothing():
    html = page()
    assert "default-src 'none'" in html
    assert not re.search(r"<script|<link|<img|@import|url\(|https?:", html)
