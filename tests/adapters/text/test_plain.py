"""Plain text keeps everything but its line breaks and control characters."""

import pytest

from sos_audit.adapters.text import readable


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("a\r\nb\rc\nd", "a\nb\nc\nd"),
        ("a\x0bb\x0cc", "a\nb\nc"),
        ("a_x000D_\nb_x000D_c", "a\nb\nc"),
        ("a\x00b\x07c\x80", "abc"),
        ("  a\t b <b>&amp;  ", "  a\t b <b>&amp;  "),
        ("", ""),
    ],
)
def test_line_breaks_become_newlines_and_control_characters_go(raw, text):
    assert readable(raw, "plain").text == text
