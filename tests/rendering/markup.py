"""Plain text as a case system's editor would store it."""

from __future__ import annotations

from html import escape


def as_html(text: str) -> str:
    """Paragraphs and line breaks, with the entities that such editors write."""
    paragraphs = (
        escape(block, quote=False).replace("\n", "<br />") for block in text.split("\n\n")
    )
    return "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
