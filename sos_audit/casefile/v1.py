"""The interchange form `sos_audit.casefile.v1`: a header line, then a case file a line.

A versioned copy of the common model, not a dump of it. Unknown fields are errors; an absent
optional field is null.
"""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from sos_audit.casefile.vocabulary import (
    CaseType,
    DocumentKind,
    Entity,
    StatementKind,
    Supply,
    TextFormat,
)

SCHEMA = "sos_audit.casefile.v1"


def _day(value: object) -> object:
    """Accept an ISO date or date-time; only the day is kept."""
    return value[:10] if isinstance(value, str) and value[10:11] in {"T", " "} else value


Day = Annotated[date, BeforeValidator(_day)]


class Record(BaseModel):
    """Base of every v1 record: closed and immutable."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class HeaderV1(Record):
    """The first line: what the export is and what it carries."""

    schema_: Literal["sos_audit.casefile.v1"] = Field(alias="schema")
    authority: str
    system: str
    extract_date: Day | None = None
    stable_child_key: str | None = None
    restricted: Literal["declared", "none_in_this_export"]
    coverage: Mapping[Entity, Supply]


class ChildV1(Record):
    """The child's own details."""

    name: str | None = None
    dob: Day | None = None
    sex: str | None = None
    ethnicity: str | None = None
    disability: str | None = None
    first_language: str | None = None
    interpreter: bool | None = None


class PersonV1(Record):
    """Somebody in the child's life, with the relation to the child."""

    id: str
    name: str | None = None
    relation: str | None = None
    professional: bool = False
    in_network: bool | None = None


class WorkerV1(Record):
    """A worker's involvement, from and to."""

    id: str
    name: str | None = None
    role: str | None = None
    from_: Day | None = Field(default=None, alias="from")
    to: Day | None = None


class EpisodeV1(Record):
    """A period of service."""

    kind: str
    start: Day | None = None
    end: Day | None = None
    category: str | None = None


class EventV1(Record):
    """A meeting or workflow step."""

    kind: str
    date: Day | None = None
    due: Day | None = None
    outcome: str | None = None


class VisitV1(Record):
    """A visit to the child."""

    date: Day
    kind: str | None = None
    seen: bool | None = None
    seen_alone: bool | None = None


class AssessmentV1(Record):
    """A statutory assessment."""

    start: Day | None = None
    end: Day | None = None
    authorised: Day | None = None
    outcome: str | None = None


class PlanV1(Record):
    """A plan in force."""

    kind: str
    start: Day | None = None
    end: Day | None = None


class ReviewV1(Record):
    """A review of a plan."""

    kind: str
    date: Day | None = None
    due: Day | None = None
    participation: str | None = None


class AuthorV1(Record):
    """Who wrote a document."""

    name: str | None = None
    role: str | None = None


class AnswerV1(Record):
    """One answered question; start and end index the readable text in code points."""

    question: str | None = None
    code: str | None = None
    kind: StatementKind | None = None
    row: str | None = None
    start: int = Field(ge=0)
    end: int = Field(ge=0)
    number: float | None = None
    date: Day | None = None


class ScaleV1(Record):
    """What the authority's mapping declares about this form's scales."""

    low: float
    high: float
    higher_is_safer: bool


class DocumentV1(Record):
    """A document with narrative; `text` is written in `format`, answers index it made readable."""

    id: str
    kind: DocumentKind
    title: str | None = None
    date: Day | None = None
    recorded_at: Day | None = None
    edited_at: Day | None = None
    author: AuthorV1 | None = None
    status: str | None = None
    version_of: str | None = None
    subjects: tuple[str, ...] = ()
    restricted: bool = False
    ai_drafted: bool = False
    format: TextFormat = TextFormat.PLAIN
    text: str
    answers: tuple[AnswerV1, ...] = ()
    scale: ScaleV1 | None = None

    @model_validator(mode="after")
    def _answers_lie_in_the_text(self) -> "DocumentV1":
        if self.format is not TextFormat.PLAIN:
            return self
        for number, answer in enumerate(self.answers, 1):
            if not answer.start <= answer.end <= len(self.text):
                raise ValueError(
                    f"answer {number}: start {answer.start} and end {answer.end} do not lie in "
                    f"a text of {len(self.text)} code points"
                )
        return self


class CaseFileV1(Record):
    """One child's record."""

    child_id: str
    restricted: bool
    family_id: str | None = None
    child: ChildV1
    case_type: CaseType | None = None
    status: str | None = None
    opened: Day | None = None
    team: str | None = None
    people: tuple[PersonV1, ...] = ()
    workers: tuple[WorkerV1, ...] = ()
    episodes: tuple[EpisodeV1, ...] = ()
    events: tuple[EventV1, ...] = ()
    visits: tuple[VisitV1, ...] = ()
    assessments: tuple[AssessmentV1, ...] = ()
    plans: tuple[PlanV1, ...] = ()
    reviews: tuple[ReviewV1, ...] = ()
    documents: tuple[DocumentV1, ...] = ()


def json_schema() -> dict[str, Any]:
    """JSON Schema (2020-12) of one line: a header or a case file."""
    definitions: dict[str, Any] = {}
    variants = []
    for model in (HeaderV1, CaseFileV1):
        schema = model.model_json_schema(ref_template="#/$defs/{model}")
        definitions |= schema.pop("$defs", {})
        definitions[model.__name__] = schema
        variants.append({"$ref": f"#/$defs/{model.__name__}"})
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": SCHEMA,
        "oneOf": variants,
        "$defs": definitions,
    }
