"""Schema `sos_audit.bundle.v1`: the records that a bundle's files hold.

A versioned copy of what the audit says, not a dump of it. Unknown fields are errors; an absent
optional field is null. No record but :class:`RunInfo` may hold a clock, a host, a user, a row
number or an id that a case system re-issues.
"""

import datetime as dt
from collections.abc import Mapping
from enum import StrEnum
from typing import Any, ClassVar, Final, Literal, Self

from pydantic import ConfigDict, Field
from pydantic.dataclasses import dataclass
from pydantic_core import SchemaSerializer, SchemaValidator

from sos_audit.findings import Outcome

SCHEMA: Final = "sos_audit.bundle.v1"

CLOSED = ConfigDict(extra="forbid")

Auto = Literal["A", "B", "C"]
"""Fields, text, or a prompt that is never scored."""


class Quotes(StrEnum):
    """How much of the record's own words a bundle keeps."""

    FULL = "full"
    SHORT = "short"
    NONE = "none"


class Change(StrEnum):
    """How a finding stands against the previous bundle."""

    NEW = "new"
    SAME = "same"
    EVIDENCE_CHANGED = "evidence_changed"


class Record:
    """Base of every record: closed, immutable, and small, for a bundle holds very many."""

    __slots__ = ()
    __pydantic_validator__: ClassVar[SchemaValidator]
    __pydantic_serializer__: ClassVar[SchemaSerializer]

    @classmethod
    def from_json(cls, content: bytes) -> Self:
        """Read a record, or raise pydantic's `ValidationError`."""
        record: Self = cls.__pydantic_validator__.validate_json(content)
        return record

    def plain(self) -> dict[str, Any]:
        """Give the record as JSON values."""
        plain: dict[str, Any] = self.__pydantic_serializer__.to_python(self, mode="json")
        return plain


@dataclass(config=CLOSED, frozen=True, slots=True, kw_only=True)
class HashedFile(Record):
    """A file that the findings depend on; the hash does not depend on the order of its lines."""

    name: str
    sha256: str


@dataclass(config=CLOSED, frozen=True, slots=True, kw_only=True)
class RulePack(Record):
    """The rule pack that was asked, with the overlays laid on it in order."""

    id: str
    version: str
    sha256: str
    overlays: tuple[HashedFile, ...] = ()


@dataclass(config=CLOSED, frozen=True, slots=True, kw_only=True)
class Manifest(Record):
    """Everything that the findings are a function of."""

    schema: Literal["sos_audit.bundle.v1"] = SCHEMA
    authority: str
    system: str
    as_at: dt.date
    extract_date: dt.date | None = None
    export: tuple[HashedFile, ...]
    mapping: HashedFile | None = None
    stable_child_key: str | None = None
    pack: RulePack
    versions: Mapping[str, str]
    quotes: Quotes = Quotes.FULL
    coverage: Mapping[str, str]
    previous: str | None = None
    baseline: str | None = None
    suppressions: str | None = None


@dataclass(config=CLOSED, frozen=True, slots=True, kw_only=True)
class CriterionInfo(Record):
    """One criterion as it was asked, so that a report can be read without the rule pack."""

    id: str
    domain: str
    title: str
    question: str
    why: str
    source: str
    axis: str
    auto: Auto
    weight: float
    severity: str
    gap_wording: str
    question_to_ask: str
    revision: int = 1


@dataclass(config=CLOSED, frozen=True, slots=True, kw_only=True)
class DocumentRef(Record):
    """A document of the case file: what to call it and when, never its text or its id."""

    kind: str
    title: str
    date: dt.date | None = None


@dataclass(config=CLOSED, frozen=True, slots=True, kw_only=True)
class Fidelity(Record):
    """A domain's weighted fidelity; `percent` is null where nothing was assessable."""

    domain: str
    percent: int | None
    assessable: int
    asked: int
    unclear: int
    failed: int


@dataclass(config=CLOSED, frozen=True, slots=True, kw_only=True)
class Scale(Record):
    """One score on a scale: the score itself, the range it was given as, and who gave it."""

    date: dt.date | None
    value: float
    low: float
    high: float
    rater: str
    name: str | None
    higher_is_safer: bool | None


@dataclass(config=CLOSED, frozen=True, slots=True, kw_only=True)
class Case(Record):
    """One audited case file."""

    child_id: str
    team: str | None
    case_type: str | None
    opened: dt.date | None
    fidelity: tuple[Fidelity, ...] = ()
    scales: tuple[Scale, ...] = ()
    critical: tuple[str, ...] = ()
    documents: tuple[DocumentRef, ...] = ()


@dataclass(config=CLOSED, frozen=True, slots=True, kw_only=True)
class Evidence(Record):
    """A passage, or a dated field, that a finding rests on.

    `document` is a place in the case's document list; null for a field, or for a document of
    another child's file, which is pointed at and never quoted.
    """

    document: int | None
    kind: str
    title: str
    date: dt.date | None
    start: int | None = None
    end: int | None = None
    quote: str | None = None
    before: str | None = None
    after: str | None = None
    note: str | None = None


@dataclass(config=CLOSED, frozen=True, slots=True, kw_only=True)
class Searched(Record):
    """Where a criterion looked."""

    what: str
    count: int
    first: dt.date | None = None
    last: dt.date | None = None


@dataclass(config=CLOSED, frozen=True, slots=True, kw_only=True)
class Finding(Record):
    """One criterion's outcome for one case file, never without evidence or a place searched."""

    child_id: str
    criterion: str
    domain: str
    axis: str
    severity: str
    outcome: Outcome
    message: str
    question_to_ask: str
    slot: str
    fingerprint: str
    evidence_hash: str
    evidence: tuple[Evidence, ...] = ()
    searched: tuple[Searched, ...] = ()
    change: Change | None = None

    def __post_init__(self) -> None:
        """Refuse what :class:`sos_audit.findings.Finding` refuses."""
        if self.outcome in {Outcome.MET, Outcome.PARTLY} and not self.evidence:
            raise ValueError(f"{self.criterion} is {self.outcome} without evidence")
        if self.outcome is Outcome.GAP and not (self.evidence or self.searched):
            raise ValueError(f"{self.criterion} is a gap that does not say where it looked")


@dataclass(config=CLOSED, frozen=True, slots=True, kw_only=True)
class TableRead(Record):
    """A table of the export: rows read, and rows refused."""

    name: str
    rows: int
    refused: int = 0


@dataclass(config=CLOSED, frozen=True, slots=True, kw_only=True)
class Refusal(Record):
    """Rows of one table refused for one reason; the rows themselves are named in `run.json`."""

    table: str
    reason: str
    count: int


@dataclass(config=CLOSED, frozen=True, slots=True, kw_only=True)
class NotLoaded(Record):
    """A plugin that was found and could not be loaded."""

    plugin: str
    reason: str


@dataclass(config=CLOSED, frozen=True, slots=True, kw_only=True)
class LoadReport(Record):
    """What was read and what was not, before any question was asked."""

    tables: tuple[TableRead, ...] = ()
    refusals: tuple[Refusal, ...] = ()
    withheld: Mapping[str, int] = Field(default_factory=dict)
    failed_cases: tuple[str, ...] = ()
    not_loaded: tuple[NotLoaded, ...] = ()


@dataclass(config=CLOSED, frozen=True, slots=True, kw_only=True)
class DomainSummary(Record):
    """A domain over all case files."""

    domain: str
    outcomes: Mapping[Outcome, int]
    fidelity: Fidelity


@dataclass(config=CLOSED, frozen=True, slots=True, kw_only=True)
class Summary(Record):
    """The counts that every report opens with."""

    children: int
    documents: int
    outcomes: Mapping[Outcome, int]
    domains: tuple[DomainSummary, ...]
    critical_gaps: int
    children_with_critical_gaps: int


@dataclass(config=CLOSED, frozen=True, slots=True, kw_only=True)
class RefusedRow(Record):
    """One refused row, for whoever puts the export right."""

    file: str
    row: int | None
    column: str | None
    reason: str


@dataclass(config=CLOSED, frozen=True, slots=True, kw_only=True)
class RunInfo(Record):
    """The circumstances of a run, which the findings never depend on."""

    started: dt.datetime
    finished: dt.datetime
    host: str
    user: str
    jobs: int
    engine: str = "local"
    timings: Mapping[str, float] = Field(default_factory=dict)
    refused: tuple[RefusedRow, ...] = ()
