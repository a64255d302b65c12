"""Assess one statement on its own: what is there, what is not, and which criteria it meets."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sos_audit.casefile import (
    Answer,
    CaseFile,
    CaseType,
    Child,
    Document,
    DocumentKind,
    Entity,
    Span,
    StatementKind,
    Supply,
)
from sos_audit.checks import CHECKS, Inquiry
from sos_audit.findings import Finding, Outcome, Searched
from sos_audit.reading.case import (
    CaseReading,
    PlacedQuote,
    PlacedScale,
    PlacedStatement,
    resolve_statement,
)
from sos_audit.reading.statements import read_statement
from sos_audit.reading.who import Who
from sos_audit.rulepacks import Auto

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sos_audit.casefile import (
        Person,
    )
    from sos_audit.reading.model import Statement
    from sos_audit.rulepacks import Criterion, RulePack

ASSESSED_ON = dt.date(2000, 1, 1)
"""The day a lone statement is assessed on: any day will do, so it is always the same."""


@dataclass(frozen=True, slots=True)
class StatementAudit:
    """A statement as read, and a finding for each criterion that can be asked of it alone."""

    text: str
    statement: Statement
    findings: tuple[Finding, ...]


def assess_statement(
    pack: RulePack,
    kind: StatementKind,
    text: str,
    *,
    child: Child | None = None,
    people: Sequence[Person] = (),
) -> StatementAudit:
    """Read a text as a statement of a kind and ask what can be asked of it alone.

    `child` and `people` say who the names in it are; without them bare names stay open.
    """
    case = _case(child or Child("child"), people, kind, text)
    who = Who.of(case, pack.lexicon)
    read = read_statement(text, _trimmed(text), kind, pack.lexicon, from_mapping=True)
    statement = resolve_statement(read, who)
    inquiry = Inquiry(_reading(case, statement, pack), pack.deadlines)
    return StatementAudit(
        text,
        statement,
        tuple(_find(criterion, inquiry) for criterion in criteria_of(pack, kind)),
    )


def criteria_of(pack: RulePack, kind: StatementKind) -> list[Criterion]:
    """The narrative criteria that can be asked of one statement of a kind."""
    return [
        criterion
        for criterion in pack.criteria
        if criterion.auto is Auto.TEXT
        and CHECKS[criterion.check].of_text
        and kind in _kinds_of(criterion)
    ]


_KINDS_BY_CHECK: Mapping[str, tuple[StatementKind, ...]] = {
    "score_voices": (StatementKind.SCALE,),
    "score_reasons": (StatementKind.SCALE,),
}
_KINDS_BY_SPEAKER = {
    "child": StatementKind.CHILD_VOICE,
    "family": StatementKind.FAMILY_VOICE,
}


def _kinds_of(criterion: Criterion) -> Sequence[StatementKind]:
    named: Sequence[StatementKind] = getattr(criterion.params, "statement", ())
    if named:
        return named
    speakers: Sequence[str] = getattr(criterion.params, "speakers", ())
    voices = [_KINDS_BY_SPEAKER[s] for s in speakers if s in _KINDS_BY_SPEAKER]
    return voices or _KINDS_BY_CHECK.get(criterion.check, ())


def _find(criterion: Criterion, inquiry: Inquiry) -> Finding:
    if not inquiry.reading.statements[0].statement.present:
        searched = (Searched("the text", 1),)
        return Finding(
            criterion.id, Outcome.GAP, "no statement of this kind here", "", (), searched
        )
    answer = CHECKS[criterion.check].ask(criterion.params, inquiry)
    return Finding(
        criterion.id,
        answer.outcome,
        answer.message,
        answer.slot,
        answer.evidence,
        answer.searched,
    )


def _trimmed(text: str) -> Span:
    start = len(text) - len(text.lstrip())
    return Span(start, max(start, len(text.rstrip())))


def _case(child: Child, people: Sequence[Person], kind: StatementKind, text: str) -> CaseFile:
    document = Document(
        "statement",
        DocumentKind.ASSESSMENT_AND_PLANNING,
        kind.replace("_", " "),
        ASSESSED_ON,
        text,
        (Answer(Span(0, len(text)), None, kind=kind),),
    )
    return CaseFile(
        child,
        None,
        CaseType.CHILD_PROTECTION,
        None,
        None,
        None,
        restricted=False,
        coverage={Entity.DOCUMENT: Supply.SUPPLIED},
        people=tuple(people),
        documents=(document,),
    )


def _reading(case: CaseFile, statement: Statement, pack: RulePack) -> CaseReading:
    document = case.documents[0]
    return CaseReading(
        case,
        ASSESSED_ON,
        pack.lexicon,
        (PlacedStatement(document, statement),),
        tuple(PlacedScale(document, scale) for scale in statement.scales),
        tuple(PlacedQuote(document, quote) for quote in statement.quotes),
        (),
    )


def outcomes(audit: StatementAudit) -> dict[str, Outcome]:
    """Outcome by criterion id."""
    return {finding.criterion: finding.outcome for finding in audit.findings}
