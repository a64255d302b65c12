"""Reading a case: every document's reading, placed in time, with names resolved to people."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace

from sos_audit.casefile import CaseFile, Document, Element, Span, StatementKind, Voice
from sos_audit.reading.document import DocumentReader
from sos_audit.reading.lexicon import Lexicon
from sos_audit.reading.model import ElementSpan, Quote, ScaleValue, Statement
from sos_audit.reading.who import Who

_CHILD_ELEMENTS = frozenset({Element.CHILD_IMPACT, Element.CHILD_EXPERIENCE})
_GROWN_UP_ELEMENTS = frozenset({Element.CARER_BEHAVIOUR, Element.CAREGIVER})


@dataclass(frozen=True, slots=True)
class PlacedStatement:
    """A statement and the document it stands in."""

    document: Document
    statement: Statement


@dataclass(frozen=True, slots=True)
class PlacedScale:
    """A score and the document it stands in."""

    document: Document
    scale: ScaleValue


@dataclass(frozen=True, slots=True)
class PlacedQuote:
    """A quote and the document it stands in."""

    document: Document
    quote: Quote


@dataclass(frozen=True, slots=True)
class CaseReading:
    """One child's file, read as it stood at the audit's date; documents are in date order."""

    case: CaseFile
    as_at: dt.date
    lexicon: Lexicon
    statements: tuple[PlacedStatement, ...]
    scales: tuple[PlacedScale, ...]
    quotes: tuple[PlacedQuote, ...]
    tools: tuple[tuple[Document, Span], ...]
    siblings: tuple["CaseReading", ...] = ()

    @property
    def documents(self) -> tuple[Document, ...]:
        """The documents that were read."""
        return self.case.documents

    def of_kind(self, *kinds: StatementKind) -> list[PlacedStatement]:
        """All statements of the kinds, oldest first, fillers among them."""
        return [placed for placed in self.statements if placed.statement.kind in kinds]

    def current(self, *kinds: StatementKind) -> list[PlacedStatement]:
        """The statements in force: those of the latest document that holds a real one."""
        real = [placed for placed in self.of_kind(*kinds) if placed.statement.present]
        if not real:
            return []
        latest = real[-1].document
        return [placed for placed in real if placed.document is latest]


def read_case(case: CaseFile, as_at: dt.date, reader: DocumentReader) -> CaseReading:
    """Read a case file as at a day: later records are left out, earlier versions too."""
    standing = case.as_at(as_at)
    standing = replace(standing, documents=_in_order(standing.documents))
    who = Who.of(standing, reader.lexicon)
    readings = [(document, reader.read(document)) for document in standing.documents]
    return CaseReading(
        standing,
        as_at,
        reader.lexicon,
        tuple(
            PlacedStatement(document, resolve_statement(statement, who))
            for document, reading in readings
            for statement in reading.statements
        ),
        tuple(
            PlacedScale(document, resolve_scale(scale, who))
            for document, reading in readings
            for scale in reading.scales
        ),
        tuple(
            PlacedQuote(document, resolve_quote(quote, who))
            for document, reading in readings
            for quote in reading.quotes
        ),
        tuple((document, tool) for document, reading in readings for tool in reading.tools),
    )


def _in_order(documents: tuple[Document, ...]) -> tuple[Document, ...]:
    """By date, then by content, so that the order in the export never matters."""
    return tuple(
        sorted(
            _newest(documents), key=lambda d: (d.date or dt.date.min, d.kind, d.title or "", d.text)
        )
    )


def _newest(documents: tuple[Document, ...]) -> Iterator[Document]:
    """Documents of which no newer version stands; of several older ones the last recorded."""
    standing = {document.id for document in documents}
    older: dict[str, Document] = {}
    for document in documents:
        if document.version_of is None:
            yield document
        elif document.version_of not in standing:
            known = older.get(document.version_of)
            if known is None or _recorded(document) > _recorded(known):
                older[document.version_of] = document
    yield from older.values()


def _recorded(document: Document) -> tuple[dt.date, str]:
    return document.recorded_at or document.date or dt.date.min, document.text


def resolve_statement(statement: Statement, who: Who) -> Statement:
    """The statement with its names resolved; elements of the wrong person are dropped."""
    return replace(
        statement,
        elements=tuple(_resolved_elements(statement.elements, who)),
        scales=tuple(resolve_scale(scale, who) for scale in statement.scales),
        quotes=tuple(resolve_quote(quote, who) for quote in statement.quotes),
    )


def _resolved_elements(elements: tuple[ElementSpan, ...], who: Who) -> Iterator[ElementSpan]:
    for element in elements:
        voice = _voice(element.voice, element.who, who)
        is_child = voice is Voice.CHILD
        if element.element in _CHILD_ELEMENTS and voice is not Voice.UNKNOWN and not is_child:
            continue
        if element.element in _GROWN_UP_ELEMENTS and is_child:
            continue
        if element.element is Element.PROFESSIONALS_SEE and not _may_be_service(voice, element):
            continue
        yield element._replace(voice=voice)


def _may_be_service(voice: Voice, element: ElementSpan) -> bool:
    """A bare name counts as a professional only when the record says so."""
    return element.who is None or voice in {Voice.SOCIAL_WORKER, Voice.PROFESSIONAL}


def resolve_scale(scale: ScaleValue, who: Who) -> ScaleValue:
    """The score with its rater's name resolved."""
    return scale._replace(voice=_voice(scale.voice, scale.who, who))


def resolve_quote(quote: Quote, who: Who) -> Quote:
    """The quote with its speaker's name resolved."""
    return quote._replace(voice=_voice(quote.voice, quote.who, who))


def _voice(voice: Voice, name: str | None, who: Who) -> Voice:
    if name is None or voice is not Voice.UNKNOWN:
        return voice
    return who.voice(name) or voice
