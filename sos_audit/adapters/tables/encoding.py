"""Find out how a file of text is encoded, and put right what was decoded wrongly before us."""

import codecs
import re
from collections.abc import Mapping
from types import MappingProxyType

from sos_audit.adapters.tables.source import Source

_BYTE_ORDER_MARKS: Mapping[bytes, str] = MappingProxyType(
    {
        codecs.BOM_UTF8: "utf-8-sig",
        codecs.BOM_UTF32_LE: "utf-32",
        codecs.BOM_UTF32_BE: "utf-32",
        codecs.BOM_UTF16_LE: "utf-16",
        codecs.BOM_UTF16_BE: "utf-16",
    }
)
_PIECE = 256 * 1024
_HEAD = 4096

FALLBACK = "cp1252"
"""What SQL Server writes without being asked; its files carry no mark, so it is a last resort."""

UNDEFINED_BYTES = "sos_audit.undefined_bytes"
"""The error handler for text streams: the five bytes that cp1252 leaves undefined are kept as
control characters, and what cannot be decoded at all becomes U+FFFD."""


def detect(source: Source) -> str:
    """The encoding of a file: by its mark, else UTF-8 if all of it is, else cp1252.

    Without a mark it is UTF-16 when every other byte of its beginning is mostly zero.
    """
    marked = _marked(source) or _unmarked_utf16(source)
    if marked and marked != "utf-8-sig":
        return marked
    return (marked or "utf-8") if _decodes(source, "utf-8") else FALLBACK


def repair_mojibake(text: str) -> str:
    """Put right UTF-8 that was decoded as cp1252, such as a dash that became three letters.

    Only sequences that hardly occur in writing are taken for that: typographic signs, emoji, and
    the letters and signs of Latin-1.
    """
    return _MOJIBAKE.sub(_repaired, text) if _SUSPECT.search(text) else text


def _marked(source: Source) -> str | None:
    with source.open() as stream:
        head = stream.read(4)
    return next((name for mark, name in _BYTE_ORDER_MARKS.items() if head.startswith(mark)), None)


def _unmarked_utf16(source: Source) -> str | None:
    with source.open() as stream:
        head = stream.read(_HEAD)
    zeros = [head[at::2].count(0) for at in (0, 1)]
    few, many = len(head) // 100, len(head) // 5
    if zeros[1] > many and zeros[0] <= few:
        return "utf-16-le"
    return "utf-16-be" if zeros[0] > many and zeros[1] <= few else None


def _decodes(source: Source, encoding: str) -> bool:
    decoder = codecs.getincrementaldecoder(encoding)()
    try:
        with source.open() as stream:
            while piece := stream.read(_PIECE):
                decoder.decode(piece)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _keep_undefined_bytes(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    if "charmap" in error.encoding:
        return error.object[error.start : error.end].decode("latin-1"), error.end
    return "\ufffd", error.end


codecs.register_error(UNDEFINED_BYTES, _keep_undefined_bytes)


def _as_cp1252(byte: int) -> str:
    return bytes([byte]).decode(FALLBACK, UNDEFINED_BYTES)


_BYTE_OF: Mapping[str, int] = MappingProxyType(
    {chr(byte): byte for byte in range(256)} | {_as_cp1252(byte): byte for byte in range(256)}
)


def _decoded_as(*wanted: int) -> str:
    """A character class of all that these bytes look like when taken for cp1252 or Latin-1."""
    return "[" + re.escape("".join(c for c, byte in _BYTE_OF.items() if byte in wanted)) + "]"


_FOLLOWING = _decoded_as(*range(0x80, 0xC0))
_MOJIBAKE = re.compile(
    f"[ÂÃ]{_FOLLOWING}"
    f"|â{_decoded_as(0x80, 0x82, 0x84, 0x85)}{_FOLLOWING}"
    f"|ð{_decoded_as(0x9F)}{_FOLLOWING}{{2}}"
)
_SUSPECT = re.compile("[ÂÃâð]")


def _repaired(match: re.Match[str]) -> str:
    try:
        return bytes(_BYTE_OF[character] for character in match[0]).decode("utf-8")
    except UnicodeDecodeError:
        return match[0]
