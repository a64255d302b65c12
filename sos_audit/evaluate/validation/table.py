"""A table of text, whatever it is then written as."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from sos_audit.evaluate.validation.figures import Figure

UNKNOWN = "–"
"""Stands where there is nothing to compute a figure from."""


class Table(NamedTuple):
    """A titled table; its first column names the rows."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    note: str = ""


def share(value: float | None) -> str:
    """A figure to two places."""
    return UNKNOWN if value is None else f"{value:.2f}"


def figure(of: Figure) -> str:
    """A figure and its interval."""
    if of.value is None or of.interval is None:
        return share(of.value)
    return f"{of.value:.2f} ({of.interval.low:.2f} to {of.interval.high:.2f})"
