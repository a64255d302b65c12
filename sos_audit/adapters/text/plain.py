"""Plain text: one kind of line break, no control characters, everything else untouched."""

import re

from sos_audit.adapters.text.trace import Readable, Trace
from sos_audit.casefile.spans import SourceMap

_LINE_BREAK = r"_x000D_(?:\r?\n)?|\r\n?|[\x0b\x0c\x85]"
_CONTROL = r"[\x00-\x08\x0e-\x1f\x7f-\x9f]"
_SPREADSHEET_BREAK = "_x000D_"
_CHANGED_CHARACTER = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_CHANGED = re.compile(f"(?P<line>{_LINE_BREAK})|{_CONTROL}")


def render_plain(raw: str) -> Readable:
    """Turn every line break into a newline and drop what cannot be seen.

    Vertical tabs and form feeds are line breaks of word processors, ``_x000D_`` is one of
    spreadsheets.
    """
    if _SPREADSHEET_BREAK not in raw and not _CHANGED_CHARACTER.search(raw):
        return Readable(raw, SourceMap.identity(len(raw)))
    trace = Trace(raw)
    at = 0
    for match in _CHANGED.finditer(raw):
        if at < match.start():
            trace.copy(at, match.start())
        if match["line"] is not None:
            trace.replace("\n", match.start(), match.end())
        at = match.end()
    if at < len(raw):
        trace.copy(at, len(raw))
    return trace.finish()
