"""The mapping file `sos_audit.mapping.v1`: what one authority's codes and words mean.

Closed models, so that a misspelt key is an error and not a setting left out.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Final, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from sos_audit.casefile import CaseType, DocumentKind, StatementKind, TextFormat

SCHEMA: Final = "sos_audit.mapping.v1"

Text = Annotated[str, Field(min_length=1)]

VisitKind = Literal["cp", "cin", "cla", "assessment"]


class Entry(BaseModel):
    """Base of every part of a mapping: closed, strict and immutable."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class ScaleEntry(Entry):
    """How a question is scaled; nothing about a scale is ever assumed."""

    low: float
    high: float
    higher_is_safer: bool

    @model_validator(mode="after")
    def _low_is_below_high(self) -> Self:
        if self.low >= self.high:
            raise ValueError("low must be below high; use higher_is_safer for the direction")
        return self


class QuestionEntry(Entry):
    """One question: found by its code, its wording or a wording with `*` for any words.

    With a code, `text` is the wording to show. `kind: null` says that the question is known and
    holds no statement.
    """

    code: Text | None = None
    text: Text | None = None
    pattern: Text | None = None
    kind: StatementKind | None
    scale: ScaleEntry | None = None
    format: TextFormat = TextFormat.PLAIN

    @model_validator(mode="after")
    def _can_be_found(self) -> Self:
        if self.pattern is not None and (self.code or self.text):
            raise ValueError("write either pattern, or code and text")
        if not (self.code or self.text or self.pattern):
            raise ValueError("write code, text or pattern")
        if self.pattern is not None and not self.pattern.strip("* "):
            raise ValueError("a pattern of * alone would match every question")
        return self


class FormEntry(Entry):
    """A form by its name, as exported."""

    name: Text
    kind: DocumentKind


class NoteEntry(Entry):
    """What a type of case note means; `CP01: home_visit` is short for its document.

    Without a `format` the mapping's `note_format` holds.
    """

    document: DocumentKind
    format: TextFormat | None = None

    @model_validator(mode="before")
    @classmethod
    def _short_form(cls, value: object) -> object:
        return {"document": value} if isinstance(value, str) else value


class StepEntry(Entry):
    """A type of workflow step: the document its form is, the event and the case type it means."""

    document: DocumentKind | None = None
    event: Text | None = None
    case_type: CaseType | None = None
    title: Text | None = None


class RelationEntry(Entry):
    """What a system's word for a relationship means; `Mum: mother` is short for its relation."""

    relation: Text
    professional: bool = False

    @model_validator(mode="before")
    @classmethod
    def _short_form(cls, value: object) -> object:
        return {"relation": value} if isinstance(value, str) else value


class MappingV1(Entry):
    """A whole mapping file.

    `subject_questions` are codes of questions whose answer lists the people that its row is about.
    """

    mapping: Literal["sos_audit.mapping.v1"]
    authority: Text
    system: Text
    stable_child_key: Text | None
    extract_date: date | None = None
    restricted: Literal["declared", "none_in_this_export"]
    questions: tuple[QuestionEntry, ...] = ()
    subject_questions: tuple[Text, ...] = ()
    forms: tuple[FormEntry, ...] = ()
    note_types: dict[str, NoteEntry] = Field(default_factory=dict)
    note_format: TextFormat = TextFormat.PLAIN
    step_types: dict[str, StepEntry] = Field(default_factory=dict)
    visit_types: dict[str, VisitKind] = Field(default_factory=dict)
    relationships: dict[str, RelationEntry] = Field(default_factory=dict)
    worker_roles: dict[str, Text] = Field(default_factory=dict)
    case_types: dict[str, CaseType] = Field(default_factory=dict)
    teams: dict[str, Text] = Field(default_factory=dict)
    yes: tuple[Text, ...] = ()
