"""Form templates, `.moform`: the wording and section of every question, in the form's own order.

A template is XML from outside: a document type, and so every entity, is refused before parsing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from sos_audit.adapters.protocol import FormField
from sos_audit.errors import NothingReadable, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SIZE_LIMIT = 20_000_000
"""Bytes; the longest of forms stays far below it."""

DEPTH_LIMIT = 100


def fields_in(export: Path) -> Iterator[FormField]:
    """The questions of every template that lies in an export's folder, by file name.

    Raises:
        NothingReadable: naming a template that cannot be read, and why.
    """
    if export.is_dir():
        for path in sorted(export.iterdir()):
            if path.suffix.lower() == ".moform" and path.is_file() and not path.is_symlink():
                yield from read_template(path)


def read_template(path: Path) -> list[FormField]:
    """The questions of one template in the order of its views.

    Raises:
        NothingReadable: when it is too large, has a document type, or is not XML.
    """
    if path.stat().st_size > SIZE_LIMIT:
        raise _refused(path, f"it is larger than {SIZE_LIMIT // 1_000_000} MB")
    parser = ET.XMLParser(target=_NoDoctype())  # noqa: S314 - a document type is refused
    try:
        parser.feed(path.read_bytes())
        root = parser.close()
    except _HasDoctype as error:
        raise _refused(path, "it has a document type, which templates have not") from error
    except (ET.ParseError, ValueError, LookupError) as error:
        raise _refused(path, f"it is not XML: {error}") from error
    if _depth(root) > DEPTH_LIMIT:
        raise _refused(path, "it is nested too deeply")
    return _fields(root)


class _HasDoctype(ValueError):
    """Raised from within the parser, before any entity could be read."""


class _NoDoctype(ET.TreeBuilder):
    """Builds the tree, and stops at a document type in whatever encoding it comes."""

    def doctype(self, name: str, _public: str, _system: str) -> None:
        """Stop."""
        raise _HasDoctype(name)


def _refused(path: Path, reason: str) -> NothingReadable:
    return NothingReadable(
        "A form template cannot be read", [Problem(reason, str(path), hint="leave it out")]
    )


def _depth(root: ET.Element) -> int:
    deepest, level = 0, [root]
    while level and deepest <= DEPTH_LIMIT:
        deepest += 1
        level = [child for element in level for child in element]
    return deepest


def _fields(root: ET.Element) -> list[FormField]:
    title = next((_value(e, "Title") for e in root.iter() if _tag(e) == "templatemetadata"), None)
    texts = dict(_questions(root))
    found: dict[str, FormField] = {}
    for views in (e for e in root.iter() if _tag(e) == "views"):
        for code, section in _inputs(views, None):
            found.setdefault(code, FormField(code, texts.get(code), section, title))
    for code, text in texts.items():
        found.setdefault(code, FormField(code, text, None, title))
    return list(found.values())


def _questions(root: ET.Element) -> Iterator[tuple[str, str | None]]:
    for model in (e for e in root.iter() if _tag(e) == "model"):
        for element in model.iter():
            if code := _value(element, "QuestionUserCode"):
                yield code, _value(element, "QuestionText")


def _inputs(element: ET.Element, section: str | None) -> Iterator[tuple[str, str | None]]:
    """Codes in the order of the page, each with the nearest heading above it."""
    for child in element:
        code = _value(child, "questionUserCode")
        if code:
            yield code, section
        heading = _heading(child) if _tag(child) in _SECTIONS else None
        yield from _inputs(child, heading or section)


_SECTIONS = frozenset({"section", "subsection", "repeatingtable", "repeatingsection"})


def _heading(element: ET.Element) -> str | None:
    return next(
        (text for name in ("Title", "Heading", "Name", "Label") if (text := _value(element, name))),
        None,
    )


def _value(element: ET.Element, name: str) -> str | None:
    """An attribute or a child element of that name, whichever the template has; case apart."""
    wanted = name.casefold()
    for key, value in element.attrib.items():
        if key.rpartition("}")[2].casefold() == wanted:
            return value.strip() or None
    for child in element:
        if _tag(child) == wanted:
            return (child.text or "").strip() or None
    return None


def _tag(element: ET.Element) -> str:
    """The element's name without namespace and case."""
    return str(element.tag).rpartition("}")[2].casefold()
