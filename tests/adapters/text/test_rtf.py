"""RTF reads as a word processor shows it."""

import time

import pytest

from sos_audit.adapters.text.rtf import render_rtf

HEAD = r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0 Arial;}}{\colortbl;\red0;}{\*\generator X;}"


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (r"\pard\f0 Mum\b  said\b0  \par\par Ella\par}", "Mum said \n\nElla"),
        (r"it\'92s \u8217?x \u-10179?\u-8704?!}", "it’s ’x 😀!"),
        (r"\uc2\u8217??x\uc0\u8217 y}", "’x’y"),
        (r"{\pict 0102}{\*\unknown a{b}c}seen}", "seen"),
        (r"\trowd a\cell b\cell\row c\cell d\cell\row end}", "a | b\nc | d\nend"),
        (r"brace \{x\} back\\slash \'e9t\'e9}", "brace {x} back\\slash été"),
        ("one\r\ntwo\\line three\\\nfour}", "onetwo\nthree\nfour"),
        (r"{\info{\title T}}{\header H}body{\footnote F}}", "body"),
        (r"\bin3 xyzafter}", "after"),
        (r"a}}}}} b", "a b"),
        ("{" * 50 + "deep", "deep"),
    ],
)
def test_what_is_shown(body, text):
    assert render_rtf(HEAD + body).text == text


@pytest.mark.parametrize(
    ("page", "text"), [("1251", "п"), ("932", "\ufffd"), ("99999", "ï"), ("0", "ï")]
)
def test_bytes_are_read_by_the_declared_code_page(page, text):
    assert render_rtf(rf"{{\rtf1\ansi\ansicpg{page} \'ef}}").text == text


def test_bytes_of_one_character_stay_together():
    assert render_rtf(r"{\rtf1\ansicpg932 \'82\'a0}").text == "あ"


@pytest.mark.parametrize("piece", ["{", "}", "\\", "\\'", r"\u1", "{\\*", r"\par", r"\bin9 "])
def test_time_grows_with_length_alone(piece):
    started = time.perf_counter()
    render_rtf(piece * (300_000 // len(piece)))
    assert time.perf_counter() - started < 4
