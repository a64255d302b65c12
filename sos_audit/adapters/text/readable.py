"""The one entrance: raw narrative of a declared format in, readable text out."""

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType

from sos_audit.adapters.text.html import render_html
from sos_audit.adapters.text.plain import render_plain
from sos_audit.adapters.text.rtf import is_rtf, render_rtf
from sos_audit.adapters.text.trace import Readable
from sos_audit.casefile.vocabulary import TextFormat

RENDERERS: Mapping[TextFormat, Callable[[str], Readable]] = MappingProxyType(
    {
        TextFormat.PLAIN: render_plain,
        TextFormat.HTML: render_html,
        TextFormat.RTF: render_rtf,
    }
)
"""How each format is made readable."""


_BLOCKS = "p|div|span|br|b|i|u|em|strong|ul|ol|li|table|tbody|tr|td|font|h[1-6]|html|body|a"
_CERTAINLY_HTML = re.compile(
    rf"</(?:{_BLOCKS})>|<br\s*/?>|<(?:p|div|span|table)(?:\s[^<>]{{0,500}})?>|&(?:nbsp|#\d{{2,5}});",
    re.IGNORECASE,
)


def readable(raw: str, text_format: TextFormat | str | None = None) -> Readable:
    """Make narrative readable; its format is looked for only when the mapping says nothing of it.

    For every span of the result that starts and ends on a character of the raw text, so not on
    white space or on a separator between table cells, the raw text that the map gives for it
    renders to exactly that span.
    """
    declared = format_of(raw) if text_format is None else TextFormat(text_format)
    return RENDERERS[declared](raw)


def format_of(raw: str) -> TextFormat:
    """What a text is plainly written in: RTF by its first word, HTML by a tag that nobody types."""
    if is_rtf(raw):
        return TextFormat.RTF
    return TextFormat.HTML if _CERTAINLY_HTML.search(raw) else TextFormat.PLAIN
