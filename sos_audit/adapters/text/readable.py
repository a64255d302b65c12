"""The one entrance: raw narrative of a declared format in, readable text out."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from sos_audit.adapters.text.html import render_html
from sos_audit.adapters.text.plain import render_plain
from sos_audit.adapters.text.trace import Readable
from sos_audit.casefile.vocabulary import TextFormat

RENDERERS: Mapping[TextFormat, Callable[[str], Readable]] = MappingProxyType(
    {TextFormat.PLAIN: render_plain, TextFormat.HTML: render_html}
)
"""How each format is made readable."""


def readable(raw: str, text_format: TextFormat | str) -> Readable:
    """Make narrative readable; the format comes from the mapping and is never guessed.

    For every span of the result that starts and ends on a character of the raw text, so not on
    white space or on a separator between table cells, the raw text that the map gives for it
    renders to exactly that span.
    """
    return RENDERERS[TextFormat(text_format)](raw)
