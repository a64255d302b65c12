"""Encodings are told apart without loading the file, and earlier mistakes are put right."""

import codecs
import contextlib
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sos_audit.adapters.tables.encoding import detect, repair_mojibake
from sos_audit.adapters.tables.source import Source


def source_of(content):
    return Source("t.csv", lambda: contextlib.closing(io.BytesIO(content)))


@pytest.mark.parametrize(
    ("content", "encoding"),
    [
        (b"", "utf-8"),
        (b"a,b", "utf-8"),
        ("Zoë".encode(), "utf-8"),
        (codecs.BOM_UTF8 + b"a", "utf-8-sig"),
        ("Zoë".encode("utf-16"), "utf-16"),
        (codecs.BOM_UTF16_BE + "Zoë".encode("utf-16-be"), "utf-16"),
        ("ID,NAME\r\n1,Zoë’s\r\n".encode("utf-16-le"), "utf-16-le"),
        ("ID,NAME\r\n1,Zoë’s\r\n".encode("utf-16-be"), "utf-16-be"),
        (b"a\0b" * 1000, "utf-8"),
        ("Zoë".encode("utf-32"), "utf-32"),
        ("Zoë".encode("cp1252"), "cp1252"),
        (b"a" * 600_000 + b"\x92", "cp1252"),
        (codecs.BOM_UTF8 + b"\x92", "cp1252"),
        ("ends within a letter ë".encode()[:-1], "cp1252"),
    ],
)
def test_the_mark_decides_then_strict_utf8_then_windows_1252(content, encoding):
    assert detect(source_of(content)) == encoding


@pytest.mark.parametrize(
    ("text", "repaired"),
    [
        ("it\u00e2\u20ac\u2122s", "it’s"),
        ("it\u00e2\x80\x99s", "it’s"),
        ("\u00e2\u20ac\u0153yes\u00e2\u20ac\x9d", "“yes”"),
        ("Zo\u00c3\u00ab", "Zoë"),
        ("\u00c2\u00a320", "£20"),
        ("\u00f0\u0178\u02dc\u20ac", "😀"),
    ],
)
def test_utf8_read_as_windows_1252_is_repaired(text, repaired):
    assert repair_mojibake(text) == repaired


@pytest.mark.parametrize("text", ["ZOË’S", "CAFÉ’S", "João, ÂNGELA", "â", "Ã", "it’s £20 – naïve"])
def test_rightly_decoded_names_stay_as_they_are(text):
    assert repair_mojibake(text) == text


@given(st.text(alphabet="abc ’‘“”–—…£éëüñ😀"))
def test_whatever_was_decoded_wrongly_once_is_restored(text):
    wrong = "".join(
        bytes([byte]).decode("cp1252", "sos_audit.undefined_bytes") for byte in text.encode()
    )
    assert repair_mojibake(wrong) == text
