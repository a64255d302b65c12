"""HTML narrative as a person reads it in the case system, without its mark-up."""

from collections.abc import Mapping
from enum import IntEnum
from types import MappingProxyType

from sos_audit.adapters.text.markup import Piece, Token, tokens
from sos_audit.adapters.text.trace import Readable, Trace


class Gap(IntEnum):
    """What separates two pieces of text; of several in a row, the greatest counts.

    Cells and rows come after paragraphs because word processors put a paragraph into every cell.
    """

    NONE = 0
    SPACE = 1
    LINE = 2
    PARAGRAPH = 3
    CELL = 4
    ROW = 5
    TABLE = 6


GAP_TEXT = ("", " ", "\n", "\n\n", " | ", "\n", "\n\n")
"""How each gap is written."""

_LINES = (
    "address article aside caption center dd details div dl dt fieldset figcaption figure footer"
    " form header legend li main nav ol option section summary ul"
)
_PARAGRAPHS = "blockquote h1 h2 h3 h4 h5 h6 hr p pre"


def _gaps() -> dict[str, Gap]:
    """Start and end tags make the same gap, except that only a cell's start divides cells."""
    both = dict.fromkeys(_LINES.split(), Gap.LINE) | dict.fromkeys(
        _PARAGRAPHS.split(), Gap.PARAGRAPH
    )
    both |= {"br": Gap.LINE, "tr": Gap.ROW, "table": Gap.TABLE}
    return both | {f"/{name}": gap for name, gap in both.items()} | {"td": Gap.CELL, "th": Gap.CELL}


TAG_GAPS: Mapping[str, Gap] = MappingProxyType(_gaps())
"""The gap that each tag makes; any other tag makes none."""


def render_html(raw: str) -> Readable:
    """Make HTML readable: blocks and cells divided, white space as a browser shows it."""
    trace = Trace(raw)
    gap = Gap.NONE
    for token in tokens(raw):
        if token.piece is Piece.TEXT or token.piece is Piece.CHARACTER:
            _write_gap(trace, raw, gap, token.start)
            _write(trace, token)
            gap = Gap.NONE
        else:
            gap = _widened(gap, token)
    return trace.finish()


def _write(trace: Trace, token: Token) -> None:
    if token.piece is Piece.TEXT:
        trace.copy(token.start, token.end)
    else:
        trace.replace(token.value, token.start, token.end)


def _write_gap(trace: Trace, raw: str, gap: Gap, until: int) -> None:
    """Write the gap between what was written and `until`; nothing precedes the first text."""
    if gap is Gap.NONE or trace.is_empty:
        return
    since = trace.raw_end
    if raw[since:until] == " ":
        trace.copy(since, until)
    else:
        trace.replace(GAP_TEXT[gap], since, until)


def _widened(gap: Gap, token: Token) -> Gap:
    if token.piece is Piece.SPACE:
        return max(gap, Gap.SPACE)
    if token.piece is Piece.NOTHING:
        return gap
    if token.value == "br" and gap is Gap.LINE:
        return Gap.PARAGRAPH
    return max(gap, TAG_GAPS.get(token.value, Gap.NONE))
