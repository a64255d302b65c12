"""A rule pack in memory: frozen criteria with their parameters checked."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pydantic import BaseModel

    from sos_audit.calendar import Deadlines
    from sos_audit.casefile import CaseType, Entity
    from sos_audit.reading.lexicon import Lexicon


class Auto(StrEnum):
    """How far a machine may answer: fields alone, text for a reviewer to confirm, or a prompt."""

    FIELDS = "A"
    TEXT = "B"
    PROMPT = "C"


class Axis(StrEnum):
    """What a criterion measures; presence is capped in the score."""

    PRESENCE = "presence"
    QUALITY = "quality"
    PARTICIPATION = "participation"
    LINKAGE = "linkage"
    RECENCY = "recency"


class Severity(StrEnum):
    """How loudly a gap speaks: critical gaps surface whatever the score."""

    CRITICAL = "critical"
    MAJOR = "major"
    MINOR = "minor"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Due:
    """When an element can first be missed, counted in days from the case's opening."""

    days_open: int


@dataclass(frozen=True, slots=True)
class Applicability:
    """Which cases a criterion is asked of; None is no limit. Ages are completed years."""

    case_types: frozenset[CaseType] | None = None
    min_age: int | None = None
    max_age: int | None = None
    open_only: bool = False


@dataclass(frozen=True, slots=True)
class Criterion:
    """One question asked of a file."""

    id: str
    revision: int
    domain: str
    title: str
    question: str
    why: str
    sources: tuple[str, ...]
    auto: Auto
    axis: Axis
    weight: int
    severity: Severity
    applies_to: Applicability
    due: Due | None
    needs: frozenset[Entity]
    check: str
    params: BaseModel
    gap: str
    ask: str

    @property
    def is_scored(self) -> bool:
        """Prompts are shown, never scored."""
        return self.auto is not Auto.PROMPT and self.weight > 0


@dataclass(frozen=True, slots=True)
class RulePack:
    """Criteria in reading order, the word lists, the deadlines, and what they were read from."""

    id: str
    version: str
    title: str
    presence_cap: float
    domains: tuple[str, ...]
    criteria: tuple[Criterion, ...]
    lexicon: Lexicon
    deadlines: Deadlines
    hashes: Mapping[str, str]
    """SHA-256 by file, of every file the pack and its overlays were read from."""
    overlays: tuple[str, ...] = ()

    def criterion(self, criterion_id: str) -> Criterion | None:
        """The criterion of that id, or None."""
        return next((c for c in self.criteria if c.id == criterion_id), None)
