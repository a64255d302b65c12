"""Reading one document on its own: no names, no case, so that the result can be cached."""

from collections.abc import Iterator

from sos_audit.casefile import Document, Span
from sos_audit.reading.enumerations import items
from sos_audit.reading.lexicon import Lexicon
from sos_audit.reading.model import DocumentReading, Quote, ScaleValue, Statement
from sos_audit.reading.passage import Passage
from sos_audit.reading.quotes import read_quotes
from sos_audit.reading.scales import read_scales
from sos_audit.reading.sections import Headings
from sos_audit.reading.statements import read_statement
from sos_audit.reading.tokens import span_of


class DocumentReader:
    """Reads documents with one lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self._headings = Headings(lexicon)

    def read(self, document: Document) -> DocumentReading:
        """The statements, scores, quotes and direct-work tools of a document."""
        statements = tuple(self._statements(document))
        rest = _gaps(document, [statement.span for statement in statements])
        passages = [Passage.read(document.text, span, self.lexicon) for span in rest]
        return DocumentReading(
            statements,
            _in_order([s for statement in statements for s in statement.scales], passages),
            _quotes_in_order([q for st in statements for q in st.quotes], passages),
            tuple(tool for passage in passages for tool in _tools(passage)),
        )

    def _statements(self, document: Document) -> Iterator[Statement]:
        for answer in document.answers:
            if answer.kind is None or answer.span.end <= answer.span.start:
                continue
            for span in items(document.text, answer.span):
                yield read_statement(
                    document.text, span, answer.kind, self.lexicon, from_mapping=True
                )
        for free in _free_texts(document):
            for section in self._headings.sections(document.text, free):
                if section.kind is None or section.body.end <= section.body.start:
                    continue
                for span in items(document.text, section.body):
                    yield read_statement(
                        document.text, span, section.kind, self.lexicon, from_mapping=False
                    )


def _free_texts(document: Document) -> list[Span]:
    """Where a whole map may stand under headings: answers without a kind, and what no answer holds.

    Each is read by itself, so that a heading in one answer never takes in the next question.
    """
    answers = [answer.span for answer in document.answers]
    unmapped = [answer.span for answer in document.answers if answer.kind is None]
    return sorted([*unmapped, *_gaps(document, answers)])


def _gaps(document: Document, taken: list[Span]) -> list[Span]:
    """The stretches of the text that no span covers."""
    gaps, at = [], 0
    for span in sorted(taken):
        if span.start > at:
            gaps.append(Span(at, span.start))
        at = max(at, span.end)
    if at < len(document.text):
        gaps.append(Span(at, len(document.text)))
    return gaps


def _in_order(known: list[ScaleValue], passages: list[Passage]) -> tuple[ScaleValue, ...]:
    found = [value for passage in passages for value in read_scales(passage, in_scale=False)]
    return tuple(sorted([*known, *found], key=lambda value: value.span))


def _quotes_in_order(known: list[Quote], passages: list[Passage]) -> tuple[Quote, ...]:
    found = [quote for passage in passages for quote in read_quotes(passage)]
    return tuple(sorted([*known, *found], key=lambda quote: quote.span))


def _tools(passage: Passage) -> Iterator[Span]:
    for clause in passage.sentences:
        held = [token for token in clause.tokens if token.has("tool")]
        if held:
            yield span_of(held[:1])
