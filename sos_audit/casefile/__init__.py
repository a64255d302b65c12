"""The common model that every adapter produces and every check reads: frozen, typed, dated."""

from sos_audit.casefile.casefile import CaseFile, ExportHeader, Family, Provenance, families_of
from sos_audit.casefile.document import Answer, Document, ScaleDeclaration
from sos_audit.casefile.people import Author, Child, Person, Worker
from sos_audit.casefile.record import Assessment, Episode, Event, Plan, Review, Visit
from sos_audit.casefile.spans import SourceMap, Span
from sos_audit.casefile.vocabulary import (
    CaseType,
    DocumentKind,
    Element,
    Entity,
    StatementKind,
    Supply,
    TextFormat,
    Voice,
)

__all__ = [
    "Answer",
    "Assessment",
    "Author",
    "CaseFile",
    "CaseType",
    "Child",
    "Document",
    "DocumentKind",
    "Element",
    "Entity",
    "Episode",
    "Event",
    "ExportHeader",
    "Family",
    "Person",
    "Plan",
    "Provenance",
    "Review",
    "ScaleDeclaration",
    "SourceMap",
    "Span",
    "StatementKind",
    "Supply",
    "TextFormat",
    "Visit",
    "Voice",
    "Worker",
    "families_of",
]
