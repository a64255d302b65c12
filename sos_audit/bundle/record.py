"""From what the audit says of one case file to the records that a bundle keeps of it."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from typing import NamedTuple

from sos_audit import findings
from sos_audit.bundle import passage, v1
from sos_audit.casefile import Document


class CaseRecord(NamedTuple):
    """One case file's part of a bundle."""

    case: v1.Case
    findings: tuple[v1.Finding, ...]


class _Shelf(NamedTuple):
    """The case file's documents in order of date, found again by the id they had in this run.

    Ids may change overnight, so the order comes from content alone, and of two documents that
    are the same in everything the first stands for both.
    """

    documents: tuple[Document, ...]
    places: Mapping[str, int]

    @classmethod
    def of(cls, documents: Iterable[Document]) -> "_Shelf":
        ordered = tuple(sorted(documents, key=_shelf_key))
        first: dict[tuple[dt.date, str, str, str], int] = {}
        for place, document in enumerate(ordered):
            first.setdefault(_shelf_key(document), place)
        return cls(ordered, {d.id: first[_shelf_key(d)] for d in ordered})


def _shelf_key(document: Document) -> tuple[dt.date, str, str, str]:
    return (document.date or dt.date.max, document.kind, document.label, document.text)


@dataclass(frozen=True, slots=True)
class Recorder:
    """Turns case audits into records; the same for every case file of a run."""

    authority: str
    criteria: Mapping[str, v1.CriterionInfo]
    quotes: v1.Quotes = v1.Quotes.FULL

    def record(
        self,
        audit: findings.CaseAudit,
        documents: Iterable[Document],
        stable_key: str | None = None,
    ) -> CaseRecord:
        """Record one case file; `stable_key` names the child between runs, by default its id."""
        shelf = _Shelf.of(documents)
        key = audit.child_id if stable_key is None else stable_key
        found = [self._finding(audit.child_id, key, f, shelf) for f in audit.findings]
        order = {criterion: place for place, criterion in enumerate(self.criteria)}
        found.sort(key=lambda f: (order[f.criterion], f.slot, f.message, f.evidence_hash))
        critical = tuple(sorted(audit.critical, key=order.__getitem__))
        return CaseRecord(_case(replace(audit, critical=critical), shelf), tuple(found))

    def _finding(
        self, child_id: str, key: str, finding: findings.Finding, shelf: _Shelf
    ) -> v1.Finding:
        criterion = self.criteria[finding.criterion]
        return v1.Finding(
            child_id=child_id,
            criterion=criterion.id,
            domain=criterion.domain,
            axis=criterion.axis,
            severity=criterion.severity,
            outcome=finding.outcome,
            message=finding.message,
            question_to_ask=criterion.question_to_ask,
            slot=finding.slot,
            fingerprint=finding.fingerprint(self.authority, key),
            evidence_hash=finding.evidence_hash,
            evidence=tuple(self._evidence(e, shelf) for e in finding.evidence),
            searched=tuple(v1.Searched(**asdict(place)) for place in finding.searched),
        )

    def _evidence(self, evidence: findings.Evidence, shelf: _Shelf) -> v1.Evidence:
        if evidence.document_id is not None and evidence.document_id not in shelf.places:
            return _pointer(evidence)
        place = shelf.places.get(evidence.document_id or "")
        document = None if place is None else shelf.documents[place]
        return v1.Evidence(
            document=place,
            kind=evidence.document_kind,
            title=evidence.title,
            date=evidence.date,
            start=evidence.start,
            end=evidence.end,
            note=evidence.note,
            **self._words(evidence, document),
        )

    def _words(
        self, evidence: findings.Evidence, document: Document | None
    ) -> dict[str, str | None]:
        """The quote and the rest of its sentence, as far as the run may keep them."""
        if self.quotes is v1.Quotes.NONE or not evidence.quote:
            return {}
        if self.quotes is v1.Quotes.SHORT:
            return {"quote": passage.shortened(evidence.quote)}
        words: dict[str, str | None] = {"quote": evidence.quote}
        if document and evidence.start is not None and evidence.end is not None:
            words["before"] = passage.before(document.text, evidence.start)
            words["after"] = passage.after(document.text, evidence.end)
        return words


def _pointer(evidence: findings.Evidence) -> v1.Evidence:
    """Evidence in another child's file: where it is, and none of its words."""
    return v1.Evidence(
        document=None,
        kind=evidence.document_kind,
        title="a document of another child's file",
        date=evidence.date,
        note=evidence.note,
    )


def _case(audit: findings.CaseAudit, shelf: _Shelf) -> v1.Case:
    return v1.Case(
        child_id=audit.child_id,
        team=audit.team,
        case_type=audit.case_type,
        opened=audit.opened,
        fidelity=tuple(v1.Fidelity(**asdict(domain)) for domain in audit.fidelity),
        scales=tuple(sorted((v1.Scale(**asdict(s)) for s in audit.scales), key=_scale_key)),
        critical=audit.critical,
        documents=tuple(
            v1.DocumentRef(kind=d.kind, title=d.label, date=d.date) for d in shelf.documents
        ),
    )


def _scale_key(scale: v1.Scale) -> tuple[dt.date, str, str, float]:
    return (scale.date or dt.date.max, scale.rater, scale.name or "", scale.value)
