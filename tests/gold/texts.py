"""The gold texts as the other modules here read them, and what the files promise of their form."""

from __future__ import annotations

import json
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
GOLD = ROOT / "fixtures" / "gold"
SPLITS = ("dev", "test")
OUTCOMES = ("met", "partly", "gap", "unclear", "not_applicable")

_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_APOSTROPHES = str.maketrans("’‘", "''")


def statements(split: str) -> list[dict]:
    """The labelled statements of one split, in the order of their ids."""
    return _lines(GOLD / f"statements_{split}.jsonl")


def cases(split: str) -> list[dict]:
    """The labelled case files of one split, in the order of their ids."""
    return _lines(GOLD / f"cases_{split}.jsonl")


def all_statements() -> list[dict]:
    """Both splits together."""
    return [statement for split in SPLITS for statement in statements(split)]


def all_cases() -> list[dict]:
    """Both splits together."""
    return [case for split in SPLITS for case in cases(split)]


def read_twice(rows: list[dict]) -> list[dict]:
    """Those that two readers labelled."""
    return [row for row in rows if row["labels"]["b"] is not None]


def without_added(rows: list[dict]) -> list[dict]:
    """Those of the first making, without the statements written later to fill shortfalls."""
    return [row for row in rows if not row["id"].startswith("test3-")]


def words(text: str) -> list[str]:
    """The words of a text: no case, no punctuation, one kind of apostrophe."""
    return _WORD.findall(text.casefold().translate(_APOSTROPHES))


def runs(text: str, length: int = 5) -> set[tuple[str, ...]]:
    """Every run of so many words."""
    found = words(text)
    return {tuple(found[at : at + length]) for at in range(len(found) - length + 1)}


def _lines(path: Path) -> list[dict]:
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]
