"""What is measured: anything that reads statements and families as a rule pack does."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple, Protocol

from sos_audit.checks import CHECKS
from sos_audit.engine import audit_family
from sos_audit.engine.statement_v1 import assess
from sos_audit.findings import Outcome
from sos_audit.rulepacks import Auto
from sos_audit.scoring import fidelity

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping, Sequence

    from sos_audit.casefile import Element, Family, Voice
    from sos_audit.engine import StatementAudit
    from sos_audit.engine.statement_v1 import StatementV1
    from sos_audit.rulepacks import RulePack


class ReadElement(NamedTuple):
    """A part of a statement that was found."""

    element: Element
    start: int
    end: int


class ReadScale(NamedTuple):
    """A score that was found, and whose it was taken for."""

    value: float
    rater: Voice
    start: int
    end: int


class ReadQuote(NamedTuple):
    """Words that were found, whose they were taken for, and whether as exact ones."""

    speaker: Voice
    verbatim: bool
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class StatementRead:
    """One statement as read; `failed` when reading it ended in a crash."""

    outcomes: Mapping[str, Outcome]
    present: bool | None = None
    elements: tuple[ReadElement, ...] = ()
    scales: tuple[ReadScale, ...] = ()
    quotes: tuple[ReadQuote, ...] = ()
    failed: bool = False


@dataclass(frozen=True, slots=True)
class CaseRead:
    """One case file as read: outcomes, and each domain's percent where there is one."""

    outcomes: Mapping[str, Outcome]
    percents: Mapping[str, int]


class Reader(Protocol):
    """Reads what is labelled, without its labels."""

    @property
    def name(self) -> str:
        """What reports call it."""

    @property
    def asks(self) -> frozenset[str]:
        """The ids of the criteria that it asks at all."""

    def statement(self, statement: StatementV1) -> StatementRead:
        """Read one statement."""

    def family(self, family: Family, as_at: dt.date) -> Sequence[CaseRead]:
        """Read the case files of a family beside one another, in their order."""


class PackReader:
    """Reads with a rule pack and the checks of this program."""

    def __init__(self, pack: RulePack, *, demoted: bool = False) -> None:
        """Read with a pack; `demoted` asks its prompts too, as if they were criteria."""
        self.pack = with_prompts(pack) if demoted else pack

    @property
    def name(self) -> str:
        """The pack and its version."""
        return f"{self.pack.id} {self.pack.version}"

    @property
    def asks(self) -> frozenset[str]:
        """The pack's criteria but its prompts."""
        return frozenset(c.id for c in self.pack.criteria if c.auto is not Auto.PROMPT)

    def statement(self, statement: StatementV1) -> StatementRead:
        """Read one statement; a crash is an outcome of its own."""
        try:
            return _read(assess(self.pack, statement))
        except Exception:  # noqa: BLE001 - one text never ends the others
            return StatementRead(dict.fromkeys(self.asks, Outcome.FAILED), failed=True)

    def family(self, family: Family, as_at: dt.date) -> list[CaseRead]:
        """Audit the files of a family."""
        return [
            CaseRead(
                {f.criterion: f.outcome for f in audited.findings if f.criterion in self.asks},
                {
                    domain.domain: domain.percent
                    for domain in fidelity(self.pack, audited.findings)
                    if domain.percent is not None
                },
            )
            for audited in audit_family(family, self.pack, CHECKS, as_at)
        ]


def with_prompts(pack: RulePack) -> RulePack:
    """The pack with its prompts asked of text, as they were before they were demoted."""
    return replace(
        pack,
        criteria=tuple(
            replace(c, auto=Auto.TEXT) if c.auto is Auto.PROMPT else c for c in pack.criteria
        ),
    )


def _read(audit: StatementAudit) -> StatementRead:
    read = audit.statement
    return StatementRead(
        {finding.criterion: finding.outcome for finding in audit.findings},
        read.present,
        tuple(ReadElement(e.element, e.span.start, e.span.end) for e in read.elements),
        tuple(ReadScale(s.value, s.voice, s.span.start, s.span.end) for s in read.scales),
        tuple(ReadQuote(q.voice, q.verbatim, q.span.start, q.span.end) for q in read.quotes),
    )
