"""The trace of readable text back to its raw text."""

from sos_audit.adapters.text import readable
from sos_audit.casefile.spans import SourceMap


def test_copies_entities_and_separators_are_runs():
    assert readable("<p>Mum &amp; Di</p><p>6</p>", "html").source_map == SourceMap(
        starts=(0, 4, 5, 8, 10),
        raw_starts=(3, 7, 12, 15, 22),
        raw_ends=(7, 12, 15, 22, 23),
        length=11,
    )


def test_text_without_markup_is_one_run():
    text = 'Ella says: "I like it here". She\'s 6 < 7.'
    assert readable(text, "html").source_map == SourceMap.identity(len(text))
    assert readable(text, "plain").source_map == SourceMap.identity(len(text))


def test_no_text_has_the_empty_map():
    assert readable("<p></p>", "html").source_map == SourceMap.identity(0)
