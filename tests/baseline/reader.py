"""Reads labelled texts with the keyword pack: its check is asked, nothing is read."""

from __future__ import annotations

import datetime as dt

from sos_audit.casefile import (
    Answer,
    CaseFile,
    Child,
    Document,
    DocumentKind,
    Entity,
    Span,
    Supply,
    Voice,
)
from sos_audit.checks import Inquiry
from sos_audit.engine import audit_family
from sos_audit.evaluate.validation.reader import CaseRead, ReadScale, StatementRead
from sos_audit.reading.case import CaseReading
from sos_audit.rulepacks import load_pack
from sos_audit.scoring import fidelity
from tests.baseline.keywords import KIND, PACK, found, is_filler

_DAY = dt.date(2000, 1, 1)


class KeywordReader:
    """What the word lists say."""

    name = "keyword baseline"

    def __init__(self):
        self._pack = load_pack(PACK, {KIND.name: KIND.settings})
        self.asks = frozenset(c.id for c in self._pack.criteria)

    def statement(self, statement):
        """Ask what is asked of the statement's kind."""
        inquiry = Inquiry(_reading(statement, self._pack), self._pack.deadlines)
        return StatementRead(
            {
                c.id: KIND.ask(c.params, inquiry).outcome
                for c in self._pack.criteria
                if statement.kind in c.params.statement
            },
            present=not is_filler(statement.text),
            scales=tuple(_scales(statement.text)) if statement.kind == "scale" else (),
        )

    def family(self, family, as_at):
        """Ask it of whole files."""
        return [
            CaseRead(
                {finding.criterion: finding.outcome for finding in audited.findings},
                {
                    domain.domain: domain.percent
                    for domain in fidelity(self._pack, audited.findings)
                    if domain.percent is not None
                },
            )
            for audited in audit_family(family, self._pack, {KIND.name: KIND}, as_at)
        ]


def _reading(statement, pack):
    answer = Answer(Span(0, len(statement.text)), None, kind=statement.kind)
    document = Document("text", DocumentKind.CASE_NOTE, None, _DAY, statement.text, (answer,))
    case = CaseFile(
        Child("child"),
        None,
        None,
        None,
        None,
        None,
        restricted=False,
        coverage={Entity.DOCUMENT: Supply.SUPPLIED},
        documents=(document,),
    )
    return CaseReading(case, _DAY, pack.lexicon, (), (), (), ())


def _scales(text):
    """Numbers in the list's phrases for a score; whose it is, no list says."""
    for match in found("scale", text):
        digits = "".join(c for c in match.group().split("/")[0] if c.isdigit() or c == ".")
        if digits.strip("."):
            yield ReadScale(float(digits.strip(".")), Voice.UNKNOWN, match.start(), match.end())
