"""HTML narrative reads as a browser shows it, and malformed mark-up never raises."""

import time

import pytest

from sos_audit.adapters.text import readable


def text_of(raw):
    return readable(raw, "html").text


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("<p>a</p><p>b</p>", "a\n\nb"),
        ("<h2>Worries</h2>Dad drinks", "Worries\n\nDad drinks"),
        ("a<br>b", "a\nb"),
        ("a<br/>b<BR />c", "a\nb\nc"),
        ("a<br><br>b", "a\n\nb"),
        ("<div>a</div><div><br></div><div>b</div>", "a\n\nb"),
        ("<div>a<br></div><div>b</div>", "a\nb"),
        ("<ul><li>one</li><li>two</li></ul>", "one\ntwo"),
        ("a<b>b</b> <i>c</i>", "ab c"),
    ],
)
def test_blocks_are_divided_by_blank_lines_and_lines_by_newlines(raw, text):
    assert text_of(raw) == text


def test_table_cells_are_divided_by_bars_and_rows_by_newlines():
    raw = (
        "<p>Scale</p><table><tr><td><p>Mother</p></td><td><p>6</p></td></tr>"
        "<tr><td><p>Father</p></td><td><p>4</p></td></tr></table><p>End</p>"
    )
    assert text_of(raw) == "Scale\n\nMother | 6\nFather | 4\n\nEnd"


def test_white_space_collapses_as_in_a_browser_and_the_ends_are_stripped():
    assert text_of(" \r\n <p>\t Ella  is\nsafe&nbsp; &nbsp;now </p> &nbsp; ") == "Ella is safe now"


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("Mum &amp; Dad", "Mum & Dad"),
        ("Mum &amp;amp;amp; Dad", "Mum & Dad"),
        ("a&amp;nbsp;b", "a b"),
        ("a&nbsp b", "a b"),
        ("it&#39;s &#146;fine&#x2019;", "it's ’fine’"),
        ("&lt;b&gt; stays text", "<b> stays text"),
        ("R&D, A&B; &unknown; &amp;unknown;", "R&D, A&B; &unknown; &unknown;"),
        ("a&#0;b&#7;c&#99999999;d&#xD800;e", "a\ufffdbc\ufffdd\ufffde"),
        ("no limit &#" + "9" * 5000 + ";", "no limit &#" + "9" * 5000 + ";"),
    ],
)
def test_entities_are_decoded_even_when_escaped_twice(raw, text):
    assert text_of(raw) == text


@pytest.mark.parametrize(
    "raw",
    [
        "a<!-- hidden -->b",
        "a<!--[if gte mso 9]><xml><w:View>Normal</w:View></xml><![endif]-->b",
        "a<![if !supportLists]>b<![endif]>",
        "a<style>p { color: red }</style>b",
        "a<SCRIPT>if (1 < 2) alert('x')</SCRIPT>b",
        "a<xml>settings</xml>b",
        "a<?xml:namespace prefix = o />b",
        '<span class="MsoNormal">a</span><o:p></o:p>b',
        'a<img alt="1 > 0" src="x">b',
        "a\x00\x07b",
        "a<b/>b",
    ],
)
def test_what_a_reader_never_sees_is_dropped(raw):
    assert text_of(raw) == "ab"


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("aged < 5 and > 2", "aged < 5 and > 2"),
        ("aged <5", "aged <5"),
        ("weight <normal range", "weight <normal range"),
        ("weight <normal <b>range</b>", "weight <normal range"),
        ('cut off in a tag <span style="font-fam', "cut off in a tag"),
        ("cut off in an end tag</spa", "cut off in an end tag"),
        ('a<b title="open>b</b>c', "abc"),
        ("</p></div>a</li>", "a"),
        ("a<!-- never closed", "a"),
        ("a<script>never closed", "a"),
        ("<", "<"),
        ("", ""),
    ],
)
def test_malformed_markup_loses_no_words_and_never_raises(raw, text):
    assert text_of(raw) == text


def test_spreadsheet_line_breaks_are_white_space():
    assert text_of("a_x000D_\nb a_b _x000") == "a b a_b _x000"


@pytest.mark.parametrize(
    "piece",
    [
        "<",
        "<a ",
        '<a "',
        "<a '\"",
        '<a x="',
        "&amp;",
        "&",
        "<!-",
        "</",
        "<xml>",
        "_x000D",
        '<a ">"',
    ],
)
def test_time_grows_with_length_alone_on_hostile_markup(piece):
    raw = piece * (200_000 // len(piece))
    began = time.process_time()
    readable(raw, "html")
    assert time.process_time() - began < 5
