"""The child's side of office documents: the text of a DOCX, or the text layer of a PDF."""

import importlib
import struct
import zipfile
import zlib
from collections.abc import Iterator
from typing import IO

from sos_audit.adapters.text.hardened_xml import Event, xml_events
from sos_audit.errors import RefusedInput

LARGEST_XML = 64 * 2**20
MOST_PAGES = 2_000
LONGEST_TEXT = 32 * 2**20

_DAMAGE = (
    *(zipfile.BadZipFile, zlib.error, struct.error, OSError, EOFError),
    *(LookupError, ValueError, OverflowError, RuntimeError),
)
"""What the standard library raises when a ZIP lies about itself."""

_BODY = "word/document.xml"
_SAVE_AGAIN = "open it and save it again"
_GAPS = {"w:tab": "\t", "w:br": "\n", "w:cr": "\n", "w:noBreakHyphen": "\u2011"}


def docx(content: IO[bytes]) -> Iterator[str]:
    """The paragraphs and tables of a word processor's document; nothing but its body is opened."""
    try:
        with zipfile.ZipFile(content) as archive, archive.open(_BODY) as body:
            yield from _bounded(_docx_text(xml_events(body, LARGEST_XML)))
    except _DAMAGE:
        raise RefusedInput("not a DOCX that can be read", hint=_SAVE_AGAIN) from None


def _docx_text(events: Iterator[Event]) -> Iterator[str]:
    """What stands in text elements, with breaks; deleted text and field codes stand elsewhere."""
    reading = False
    cells: list[int] = []
    for event in events:
        if event.kind == "text":
            yield event.value if reading else ""
            continue
        reading = event == Event("start", "w:t", event.attributes)
        yield _before(event, cells) if event.kind == "start" else _after(event.value, cells)


def _before(event: Event, cells: list[int]) -> str:
    """What the start of an element stands for; `cells` counts those of each row that is open."""
    if event.value == "w:tr":
        cells.append(0)
    elif event.value == "w:tc" and cells:
        cells[-1] += 1
        return " | " if cells[-1] > 1 else ""
    is_tab_stop = "w:val" in event.attributes
    return "" if is_tab_stop else _GAPS.get(event.value, "")


def _after(name: str, cells: list[int]) -> str:
    if name == "w:tr" and cells:
        cells.pop()
        return "\n"
    if name != "w:p":
        return ""
    return " " if cells else "\n"


def pdf(content: IO[bytes]) -> Iterator[str]:
    """The text layer of a PDF, page by page."""
    try:
        pdfium = importlib.import_module("pypdfium2")
    except ImportError:
        raise RefusedInput(
            "a PDF, whose text needs pypdfium2", hint="install it, or export the text"
        ) from None
    try:
        document = pdfium.PdfDocument(content)
    except pdfium.PdfiumError:
        raise RefusedInput("not a PDF that can be read", hint=_SAVE_AGAIN) from None
    if len(document) > MOST_PAGES:
        raise RefusedInput(f"a PDF of more than {MOST_PAGES} pages")
    seen = False
    try:
        for page in _bounded(_page_text(document, at) for at in range(len(document))):
            seen |= bool(page.strip())
            yield page + "\n\n"
    except pdfium.PdfiumError:
        raise RefusedInput("a PDF with a damaged page", hint=_SAVE_AGAIN) from None
    if not seen:
        raise RefusedInput("a PDF without a text layer", hint="a scan: export the text instead")


def _page_text(document: object, at: int) -> str:
    page = document[at]  # type: ignore[index]
    text: str = page.get_textpage().get_text_range()
    return text.replace("\r\n", "\n").replace("\ufffe", "-")


def _bounded(pieces: Iterator[str]) -> Iterator[str]:
    """The pieces, as long as together they are no longer than any document is."""
    length = 0
    for piece in pieces:
        length += len(piece)
        if length > LONGEST_TEXT:
            raise RefusedInput("text longer than any document's")
        yield piece
