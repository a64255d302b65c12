"""Small interchange files for tests."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

HEADER = {
    "schema": "sos_audit.casefile.v1",
    "authority": "E09000000",
    "system": "demo",
    "extract_date": "2026-10-30",
    "stable_child_key": "child_id",
    "restricted": "declared",
    "coverage": {"document": "supplied"},
}


def document(document_id: str = "D1", text: str = "Some words.", **fields: Any) -> dict[str, Any]:
    """A document of an interchange line."""
    return {"id": document_id, "kind": "case_note", "text": text, **fields}


def case(child_id: str = "C1", **fields: Any) -> dict[str, Any]:
    """An interchange line."""
    return {"child_id": child_id, "restricted": False, "child": {}, **fields}


def write(path: Path, lines: Iterable[object], header: object = HEADER) -> Path:
    """Write a header and lines; text is written as it is."""
    texts = [line if isinstance(line, str) else json.dumps(line) for line in (header, *lines)]
    path.write_text("\n".join(texts) + "\n", encoding="utf-8")
    return path
