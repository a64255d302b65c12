"""How a criterion's examples are written: a statement alone, or a small case file."""

import datetime as dt
from typing import Literal, Self

from pydantic import Field, field_validator, model_validator

from sos_audit.casefile import CaseType, DocumentKind, Entity, StatementKind, v1
from sos_audit.rulepacks.schema import Entry

Expected = Literal["met", "partly", "gap", "unclear", "not_applicable", "not_assessable"]


class ChildExample(Entry):
    """Whose statement it is; the age is for whoever reads the example."""

    name: str | None = None
    age: int | None = Field(default=None, ge=0, le=25)


class RoleExample(Entry):
    """Somebody in a statement, with the role towards the child."""

    name: str
    role: str | None = None


class PersonExample(Entry):
    """Somebody in a case file, with the relation to the child."""

    name: str
    relation: str | None = None
    professional: bool = False
    in_network: bool | None = None


class AnswerExample(Entry):
    """An answered question of a form; its place in the document is worked out."""

    text: str
    question: str | None = None
    kind: StatementKind | None = None
    row: str | None = None
    number: float | None = None
    date: v1.Day | None = None


class DocumentExample(Entry):
    """A document: free text, then its answered questions one below the other."""

    kind: DocumentKind
    title: str | None = None
    date: v1.Day | None = None
    recorded_at: v1.Day | None = None
    edited_at: v1.Day | None = None
    status: str | None = None
    ai_drafted: bool = False
    text: str = ""
    answers: tuple[AnswerExample, ...] = ()


class SiblingExample(Entry):
    """Another child's file of the same family, read beside the one that is asked about."""

    child: v1.ChildV1 = v1.ChildV1()
    people: tuple[PersonExample, ...] = ()
    documents: tuple[DocumentExample, ...] = ()


class CaseExample(Entry):
    """A case file with only what the example is about; `not_supplied` is what the export lacks."""

    child: v1.ChildV1 = v1.ChildV1()
    case_type: CaseType | None = None
    status: str | None = None
    opened: v1.Day | None = None
    people: tuple[PersonExample, ...] = ()
    episodes: tuple[v1.EpisodeV1, ...] = ()
    events: tuple[v1.EventV1, ...] = ()
    visits: tuple[v1.VisitV1, ...] = ()
    assessments: tuple[v1.AssessmentV1, ...] = ()
    plans: tuple[v1.PlanV1, ...] = ()
    reviews: tuple[v1.ReviewV1, ...] = ()
    documents: tuple[DocumentExample, ...] = ()
    siblings: tuple[SiblingExample, ...] = ()
    not_supplied: tuple[Entity, ...] = ()


class ExampleFile(Entry):
    """One worked example: the record, and the outcome that a careful reader gives it.

    `known_miss` marks an outcome that the check is known not to reach.
    """

    name: str
    expect: Expected
    known_miss: bool = False
    statement: str | None = None
    kind: StatementKind | None = None
    child: ChildExample | None = None
    people: tuple[RoleExample, ...] = ()
    case: CaseExample | None = None
    as_at: dt.date | None = None

    @model_validator(mode="after")
    def _is_one_or_the_other(self) -> Self:
        if (self.statement is None) == (self.case is None):
            raise ValueError("write either statement or case")
        if self.statement is not None and self.kind is None:
            raise ValueError("a statement needs its kind")
        if self.statement is not None and self.as_at is not None:
            raise ValueError("a statement has no date; as_at goes with a case")
        if self.case is not None and self.as_at is None:
            raise ValueError("a case needs as_at, the day it is judged by")
        if self.case is not None and (self.kind or self.child or self.people):
            raise ValueError("kind, child and people stand inside the case")
        return self


class ExamplesFile(Entry):
    """<criterion>.examples.yaml: proof that the criterion does what it says."""

    criterion: str
    examples: tuple[ExampleFile, ...]

    @field_validator("examples")
    @classmethod
    def _is_not_empty(cls, examples: tuple[ExampleFile, ...]) -> tuple[ExampleFile, ...]:
        if not examples:
            raise ValueError("write at least one example")
        return examples
