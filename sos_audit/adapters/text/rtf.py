"""RTF narrative as a person reads it, cut in one pass by one expression that never looks back."""

import codecs
import re
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import ClassVar

from sos_audit.adapters.text.trace import Readable, Trace

UNSEEN_GROUPS = frozenset(
    "annotation author bkmkend bkmkstart colortbl comment company creatim datafield doccomm filetbl"
    " fldinst fonttbl footer footerf footerl footerr footnote generator header headerf headerl"
    " headerr info keywords latentstyles listoverridetable listtable manager nonshppict objdata"
    " operator pict private revtbl rsidtbl shpinst stylesheet subject themedata title xe".split()
)
"""Groups whose content a word processor does not show as text."""

CELL = " | "

MARKS = ("{\\rtf", "{\\urtf")
"""What every RTF text begins with."""

_TOKEN = re.compile(
    r"(?P<text>[^\\{}\r\n\x00]+)"
    r"|\\u(?P<code>-?\d{1,6})[ ]?"
    r"|(?P<bytes>(?:\\'[0-9a-fA-F]{2})+)"
    r"|\\(?P<word>[A-Za-z]{1,32}(?:-?\d{1,10})?)[ ]?"
    r"|\\(?P<sign>[^A-Za-z])"
    r"|(?P<group>[{}])"
    r"|(?P<nothing>.)",
    re.DOTALL,
)
_FALLBACK = re.compile(r"\\'[0-9a-fA-F]{2}|\\[A-Za-z]{1,32}(?:-?\d{1,10})?[ ]?|[^\\{}\r\n]")
_WORD = re.compile(r"([A-Za-z]+)(-?\d+)?")

_BREAKS = frozenset({"par", "line", "sect", "page"})
_CHARACTERS: Mapping[str, str] = MappingProxyType(
    {
        "tab": "\t", "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "bullet": "•",
        "ldblquote": "“", "rdblquote": "”", "emspace": "\u2003", "enspace": "\u2002",
    }
)  # fmt: skip
_SIGNS: Mapping[str, str] = MappingProxyType(
    {"\\": "\\", "{": "{", "}": "}", "~": "\xa0", "_": "\u2011"}
)
_CODE_PAGES: Mapping[str, str] = MappingProxyType(
    {"mac": "mac_roman", "pc": "cp437", "pca": "cp850"}
)
DEFAULT_CODE_PAGE = "cp1252"


def render_rtf(raw: str) -> Readable:
    """Make RTF readable; what is malformed stands for itself or for nothing, and never raises."""
    return _Rendering(raw).finish()


def is_rtf(raw: str) -> bool:
    """Whether a text begins as every RTF text does."""
    return raw[:64].lstrip("\ufeff \t\r\n").startswith(MARKS)


class _Rendering:
    """One pass over the raw text: what is open, what is unseen, what gap waits to be written.

    `_skips` holds, for every open group, how many characters follow a code for older readers.
    """

    def __init__(self, raw: str) -> None:
        self._raw = raw
        self._trace = Trace(raw)
        self._code_page = DEFAULT_CODE_PAGE
        self._skips = [1]
        self._unseen_from = 0
        self._gap = ""
        self._at = 0

    def finish(self) -> Readable:
        """Read to the end."""
        while token := _TOKEN.match(self._raw, self._at):
            self._at = token.end()
            self._HANDLERS[token.lastgroup or ""](self, token)
        return self._trace.finish()

    def _text(self, token: re.Match[str]) -> None:
        if not self._unseen_from:
            self._write_gap(token.start())
            self._trace.copy(token.start(), token.end())

    def _code(self, token: re.Match[str]) -> None:
        """A character by its number in UTF-16, which may need a second number."""
        unit = int(token["code"]) & 0xFFFF
        self._skip_fallback()
        if 0xD800 <= unit < 0xDC00:
            low = _TOKEN.match(self._raw, self._at)
            if low and low["code"] and 0xDC00 <= (second := int(low["code"]) & 0xFFFF) < 0xE000:
                self._at = low.end()
                self._skip_fallback()
                unit = 0x10000 + ((unit - 0xD800) << 10) + second - 0xDC00
        lost = 0xD800 <= unit < 0xE000
        self._write("\ufffd" if lost else chr(unit), token.start(), self._at)

    def _skip_fallback(self) -> None:
        for _ in range(self._skips[-1]):
            if not (fallback := _FALLBACK.match(self._raw, self._at)):
                return
            self._at = fallback.end()

    def _bytes(self, token: re.Match[str]) -> None:
        content = bytes.fromhex(token["bytes"].replace("\\'", ""))
        text = content.decode(self._code_page, "replace")
        if len(text) != len(content):
            self._write(text, token.start(), token.end())
            return
        for at, character in enumerate(text):
            start = token.start() + 4 * at
            self._write(character, start, start + 4)

    def _word(self, token: re.Match[str]) -> None:
        match = _WORD.match(token["word"])
        name, number = match.groups() if match else ("", None)
        if name in _CHARACTERS:
            self._write(_CHARACTERS[name], token.start(), token.end())
        elif name in UNSEEN_GROUPS:
            self._hide()
        elif name == "bin":
            self._at += max(0, int(number or 0))
        elif name == "uc":
            self._skips[-1] = min(max(0, int(number or 1)), 16)
        elif name == "ansicpg" or name in _CODE_PAGES:
            self._code_page = _known(_CODE_PAGES.get(name, f"cp{number}"))
        elif not self._unseen_from:
            self._widen(name)

    def _sign(self, token: re.Match[str]) -> None:
        sign = token["sign"]
        if sign == "*":
            self._hide()
        elif sign in "\r\n":
            self._widen("par")
        elif sign in _SIGNS:
            self._write(_SIGNS[sign], token.start(), token.end())

    def _group(self, token: re.Match[str]) -> None:
        if token["group"] == "{":
            self._skips.append(self._skips[-1])
        elif len(self._skips) > 1:
            self._skips.pop()
            if len(self._skips) < self._unseen_from:
                self._unseen_from = 0

    def _nothing(self, token: re.Match[str]) -> None:
        """A line break of the file, which means nothing, or a loose backslash."""

    def _hide(self) -> None:
        """Show nothing of the group that is open, if any is."""
        if not self._unseen_from and len(self._skips) > 1:
            self._unseen_from = len(self._skips)

    def _widen(self, name: str) -> None:
        """Remember a gap; the end of a cell or row counts more than breaks within it."""
        if name in _BREAKS and self._gap != CELL:
            self._gap = "\n\n" if self._gap else "\n"
        elif name in {"cell", "nestcell"}:
            self._gap = CELL
        elif name in {"row", "nestrow"}:
            self._gap = "\n"

    def _write(self, text: str, start: int, end: int) -> None:
        if self._unseen_from or (text < " " and text != "\t"):
            return
        self._write_gap(start)
        self._trace.replace(text, start, end)

    def _write_gap(self, until: int) -> None:
        """Write the gap before what comes at `until`; nothing precedes the first text."""
        if self._gap and not self._trace.is_empty:
            self._trace.replace(self._gap, self._trace.raw_end, until)
        self._gap = ""

    _HANDLERS: ClassVar[Mapping[str, Callable[["_Rendering", re.Match[str]], None]]] = {
        "text": _text,
        "code": _code,
        "bytes": _bytes,
        "word": _word,
        "sign": _sign,
        "group": _group,
        "nothing": _nothing,
    }


def _known(code_page: str) -> str:
    """The code page, or the usual one when Python has none of that name."""
    try:
        return codecs.lookup(code_page).name
    except LookupError:
        return DEFAULT_CODE_PAGE
