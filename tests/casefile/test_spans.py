"""Places in a text, and the way back to the raw text it was made from."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sos_audit.adapters.text import readable
from sos_audit.casefile import SourceMap, Span

TEXT = "Zoë 🙂 said no"


def test_a_span_counts_code_points():
    assert Span(4, 5).of(TEXT) == "🙂"
    assert Span(6, 10).of(TEXT) == "said"


@pytest.mark.parametrize(
    ("other", "overlaps", "contains"),
    [
        (Span(2, 5), True, True),
        (Span(3, 4), True, True),
        (Span(1, 3), True, False),
        (Span(4, 9), True, False),
        (Span(0, 2), False, False),
        (Span(5, 8), False, False),
    ],
)
def test_spans_that_only_touch_do_not_overlap(other, overlaps, contains):
    span = Span(2, 5)
    assert span.overlaps(other) is overlaps
    assert other.overlaps(span) is overlaps
    assert span.contains(other) is contains


def test_spans_are_in_order_of_their_place():
    assert sorted([Span(4, 5), Span(0, 9), Span(0, 2)]) == [Span(0, 2), Span(0, 9), Span(4, 5)]


def test_text_that_was_readable_maps_to_itself():
    plain = SourceMap.identity(10)
    assert plain.raw_span(0, 10) == (0, 10)
    assert plain.raw_span(3, 7) == (3, 7)
    assert plain.raw_span(4, 4) == (4, 4)


# "ab & cd" from "ab &amp; cd": a copy, an entity as a whole, a copy.
ENTITY = SourceMap((0, 3, 4), (0, 3, 8), (3, 8, 11), 7)


@pytest.mark.parametrize(
    ("span", "raw"),
    [
        ((0, 7), (0, 11)),
        ((0, 2), (0, 2)),
        ((3, 4), (3, 8)),
        ((2, 4), (2, 8)),
        ((3, 5), (3, 9)),
        ((5, 7), (9, 11)),
    ],
)
def test_an_entity_maps_as_a_whole_and_text_by_the_letter(span, raw):
    assert ENTITY.raw_span(*span) == raw


@pytest.mark.parametrize(
    ("raw", "text_format", "quote", "raw_quote"),
    [
        ("<p>Mum &amp; <b>Dad</b> left</p>", "html", "Mum & Dad", "Mum &amp; <b>Dad"),
        ("one\r\ntwo", "plain", "two", "two"),
        ("one\r\ntwo", "plain", "one\ntwo", "one\r\ntwo"),
        ("<td>Mum</td><td>6</td>", "html", "Mum | 6", "Mum</td><td>6"),
    ],
)
def test_a_quote_leads_back_to_what_the_system_held(raw, text_format, quote, raw_quote):
    shown = readable(raw, text_format)
    start = shown.text.index(quote)
    first, last = shown.source_map.raw_span(start, start + len(quote))
    assert raw[first:last] == raw_quote


@given(st.text(st.sampled_from("ab 🙂\n\r\x0b\x00é_x000D_")), st.data())
def test_any_words_of_plain_text_are_found_again_in_the_raw_text(raw, data):
    shown = readable(raw, "plain")
    words = [at for at, letter in enumerate(shown.text) if not letter.isspace()]
    if not words:
        return
    start = data.draw(st.sampled_from(words))
    end = data.draw(st.sampled_from([at for at in words if at >= start])) + 1
    first, last = shown.source_map.raw_span(start, end)
    assert readable(raw[first:last], "plain").text == shown.text[start:end]
