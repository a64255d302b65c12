"""The part of a page that is written by a command."""

from __future__ import annotations

BEGIN = "<!-- figures: begin; written by python -m tests.baseline --write -->"
END = "<!-- figures: end -->"


def between_markers(page, text):
    """The page with the text in place of what stands between the markers."""
    before, begin, rest = page.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise ValueError(f"the page needs a line {BEGIN!r} and a line {END!r}")
    return f"{before}{begin}\n\n{text.strip()}\n\n{end}{after}"
