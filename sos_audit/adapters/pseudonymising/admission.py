"""Which documents may be shown at all: those that a run would show, and no others."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sos_audit.casefile import CaseFile

LEFT_OUT = "[left out]"
"""Stands where the words of a restricted, deleted or draft document were."""


class Admitted:
    """The ids of documents in any case file, as the export numbers them."""

    def __init__(self, cases: Iterable[CaseFile]) -> None:
        self._ids = {_number(document.id) for case in cases for document in case.documents}

    def __contains__(self, document_id: object) -> bool:
        """Whether a document's words may be written."""
        return document_id in self._ids


def _number(document_id: str) -> str:
    """An adapter's id without what it put before and after: `form:7:2` is 7."""
    return document_id.split(":")[1] if ":" in document_id else document_id
