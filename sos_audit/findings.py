"""What an audit says: outcomes, the evidence or the places searched, and findings."""

import datetime as dt
import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

GAP_WORDING = "not found in the records supplied"
"""How every gap reads, on screen and on paper: never "not done"."""


class Outcome(StrEnum):
    """The answer to one criterion for one case file."""

    MET = "met"
    PARTLY = "partly"
    GAP = "gap"
    UNCLEAR = "unclear"
    NOT_APPLICABLE = "not_applicable"
    NOT_ASSESSABLE = "not_assessable"
    FAILED = "failed"

    @property
    def is_assessed(self) -> bool:
        """Whether the outcome counts towards fidelity."""
        return self in {Outcome.MET, Outcome.PARTLY, Outcome.GAP}


@dataclass(frozen=True, slots=True)
class Evidence:
    """A passage that shows something, or a dated field when there are no words to quote."""

    document_kind: str
    title: str
    date: dt.date | None
    quote: str
    start: int | None = None
    end: int | None = None
    document_id: str | None = None
    """Used within a run to find the text again; left out of everything compared between runs."""
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Searched:
    """Where a criterion looked: a kind of record, how many, and between which dates."""

    what: str
    count: int
    first: dt.date | None = None
    last: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """One criterion's outcome for one case file.

    Raises:
        ValueError: if a met or partly outcome has no evidence, or a gap names nowhere searched.
    """

    criterion: str
    outcome: Outcome
    message: str
    slot: str = ""
    evidence: tuple[Evidence, ...] = ()
    searched: tuple[Searched, ...] = ()

    def __post_init__(self) -> None:
        if self.outcome in {Outcome.MET, Outcome.PARTLY} and not self.evidence:
            raise ValueError(f"{self.criterion}: {self.outcome} without evidence")
        if self.outcome is Outcome.GAP and not (self.evidence or self.searched):
            raise ValueError(f"{self.criterion}: a gap must say where it looked")

    def fingerprint(self, authority: str, stable_child_key: str) -> str:
        """Identity of the finding between runs: 32 hex digits, free of document and row ids."""
        return _digest([authority, stable_child_key, self.criterion, self.slot])

    @property
    def evidence_hash(self) -> str:
        """Changes when the words behind the finding change: 32 hex digits."""
        return _digest([self.outcome, *(e.quote for e in self.evidence)])


def _digest(parts: Iterable[str]) -> str:
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:32]


@dataclass(frozen=True, slots=True)
class DomainFidelity:
    """A domain's weighted fidelity for one case file or a group of them.

    `percent` is None where nothing was assessable.
    """

    domain: str
    percent: int | None
    assessable: int
    asked: int
    unclear: int
    failed: int


@dataclass(frozen=True, slots=True)
class ScalePoint:
    """One score on a scale, for the history on the case page."""

    date: dt.date | None
    value: float
    low: float
    high: float
    rater: str
    name: str | None
    higher_is_safer: bool | None


@dataclass(frozen=True, slots=True)
class CaseAudit:
    """Everything the audit of one case file produced."""

    child_id: str
    team: str | None
    case_type: str | None
    opened: dt.date | None
    findings: tuple[Finding, ...]
    fidelity: tuple[DomainFidelity, ...] = ()
    scales: tuple[ScalePoint, ...] = ()
    critical: tuple[str, ...] = ()
    """Criteria whose gap surfaces whatever the score."""
