"""How a rule pack is written: strict models of pack.yaml and of a criterion's file."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from sos_audit.casefile import CaseType, Entity
from sos_audit.rulepacks.model import Auto, Axis, Severity


class Entry(BaseModel):
    """Base of everything written in a pack: closed and immutable."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class PackFile(Entry):
    """pack.yaml: a pack of its own, or an overlay that extends another one."""

    pack: Literal["sos_audit.pack.v1"]
    id: str = Field(pattern=r"^[a-z][a-z0-9_]*$")
    version: str
    title: str
    extends: str | None = None
    remove: tuple[str, ...] = ()
    presence_cap: float = Field(default=0.4, ge=0, le=1)
    domains: tuple[str, ...] = ()
    deadlines: dict[str, Any] = Field(default_factory=dict)


class AppliesTo(Entry):
    """Which cases a criterion is asked of."""

    case_types: tuple[CaseType, ...] | None = None
    min_age: int | None = Field(default=None, ge=0, le=25)
    max_age: int | None = Field(default=None, ge=0, le=25)
    open_only: bool = False


class DueFile(Entry):
    """When an element can first be missed."""

    days_open: int = Field(ge=0)


class CheckFile(BaseModel):
    """The check's kind; its other settings are read by the kind itself."""

    model_config = ConfigDict(extra="allow", frozen=True)

    kind: str


class CriterionFile(Entry):
    """<domain>/<criterion>.yaml: one criterion, which fits on a screen."""

    id: str = Field(pattern=r"^[a-z]+\.[a-z0-9_]+$")
    revision: int = Field(ge=1)
    domain: str
    title: str
    question: str
    why: str
    sources: tuple[str, ...] = Field(min_length=1)
    auto: Auto
    axis: Axis
    weight: int = Field(ge=0, le=5)
    severity: Severity
    applies_to: AppliesTo = AppliesTo()
    due: DueFile | None = None
    needs: tuple[Entity, ...] = ()
    check: CheckFile
    gap: str
    ask: str
