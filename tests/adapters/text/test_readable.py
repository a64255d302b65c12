"""The law of spans: the raw text behind any quote renders to that quote."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sos_audit.adapters.text import format_of, readable

PIECES = (
    "<p>", "</p>", "<div>", "</div>", "<br>", "<br/>", "<td>", "</td>", "<tr>", "<table>", "<li>",
    "<b>", "</b>", '<span style="a > b">', "<o:p>", "<!-- x -->", "<!--", "-->", "<script>",
    "</script>", "<xml>", "</xml>", "<", ">", '"', "'", "&", "&amp;", "&amp;amp;", "&nbsp;",
    "nbsp;", "&#146;", "&#0;", "&#7;", "&lt", "&unknown;", "amp;", "=", "/", "!", "?", " ", "  ",
    "\n", "\t", "\xa0", "\u2003", "\x00", "\r\n", "\x0b", "_x000D_", "_x000D", "_", "a", "Ella",
    "Zoë",    "👧", '<a b="', "<a b='x", "<spa", "</", "|",
)  # fmt: skip
RAW = st.lists(st.sampled_from(PIECES) | st.text(max_size=3), max_size=20).map("".join)


@given(RAW, st.sampled_from(["html", "plain"]), st.data())
def test_the_raw_text_of_any_span_renders_to_the_span(raw, text_format, data):
    whole = readable(raw, text_format)
    edges = [at for at, _ in enumerate(whole.text) if stands_for_a_character(whole, at)]
    if not edges:
        return
    start, end = sorted([data.draw(st.sampled_from(edges)), data.draw(st.sampled_from(edges))])
    raw_start, raw_end = whole.source_map.raw_span(start, end + 1)
    assert readable(raw[raw_start:raw_end], text_format).text == whole.text[start : end + 1]


def stands_for_a_character(whole, at):
    """Whether a span may start or end here: not white space, not the bar between two cells."""
    return not whole.text[at].isspace() and whole.text[at - 1 : at + 2] != " | "


@given(RAW, st.sampled_from(["html", "plain"]))
def test_the_map_covers_the_text_in_order(raw, text_format):
    whole = readable(raw, text_format)
    runs = whole.source_map
    assert runs.length == len(whole.text)
    assert list(runs.starts) == sorted(set(runs.starts))
    assert list(runs.raw_starts) == sorted(runs.raw_starts)
    assert all(end <= start for end, start in zip(runs.raw_ends, runs.raw_starts[1:], strict=False))


@given(RAW)
def test_rendered_html_has_no_loose_white_space(raw):
    text = readable(raw, "html").text
    assert text == text.strip()
    assert "  " not in text


def test_an_unknown_format_is_an_error():
    with pytest.raises(ValueError, match="docx"):
        readable("PK", "docx")


@pytest.mark.parametrize(
    ("raw", "text_format"),
    [
        (r"{\rtf1\ansi Mum}", "rtf"),
        ("\n{\\rtf1 Mum}", "rtf"),
        ("<p>Mum</p>", "html"),
        ("Mum<BR/>Dad", "html"),
        ("Mum&nbsp;and Dad", "html"),
        ("Mum <3 Ella, 5 < 6 & <name> said so", "plain"),
        ("", "plain"),
    ],
)
def test_a_format_that_nobody_declared_is_found(raw, text_format):
    assert format_of(raw) == text_format


RTF_PIECES = (
    "{", "}", r"\par ", r"\par", r"\tab ", r"\cell ", r"\row ", r"\b ", r"\b0 ", r"\u8217?",
    r"\u8217\'92", r"\u-10179?\u-8640?", r"\'92", r"\'e9\'e8", r"{\*\x y}", r"{\fonttbl z}",
    r"\{", r"\}", "\\\\", r"\~", "\n", " ", "a", "Ella", "Zoë", "6", "-", r"\rquote s",
)  # fmt: skip


@given(st.lists(st.sampled_from(RTF_PIECES), max_size=20).map("".join), st.data())
def test_the_raw_text_of_any_span_of_rtf_renders_to_the_span(raw, data):
    whole = readable(raw, "rtf")
    edges = [at for at, _ in enumerate(whole.text) if stands_for_a_character(whole, at)]
    if not edges:
        return
    start, end = sorted([data.draw(st.sampled_from(edges)), data.draw(st.sampled_from(edges))])
    raw_start, raw_end = whole.source_map.raw_span(start, end + 1)
    assert readable(raw[raw_start:raw_end], "rtf").text == whole.text[start : end + 1]
