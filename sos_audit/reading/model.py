"""What reading a document yields: statements with their elements, scores and quotes."""

from dataclasses import dataclass
from enum import Enum, auto
from typing import NamedTuple

from sos_audit.casefile import Element, Span, StatementKind, Voice


class Reach(Enum):
    """How far ahead an impact lies."""

    SOON = auto()
    LATER = auto()
    BOTH = auto()


class ElementSpan(NamedTuple):
    """A part of a statement.

    `who` is a bare name that only the case can resolve; `vague` marks words that have the form of
    the element but say nothing of this child or family.
    """

    element: Element
    span: Span
    voice: Voice = Voice.UNKNOWN
    who: str | None = None
    vague: bool = False
    reach: Reach | None = None


class ScaleValue(NamedTuple):
    """One score: a single number has low = high = value; a range its middle as value.

    `explicit` is true where the text itself says that the number is of a scale ("6/10").
    """

    value: float
    low: float
    high: float
    span: Span
    voice: Voice
    who: str | None = None
    reason: Span | None = None
    explicit: bool = False


class Quote(NamedTuple):
    """Somebody's words: verbatim, or reported by the writer."""

    span: Span
    voice: Voice
    who: str | None
    verbatim: bool


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement of a kind, where it lies and what it holds.

    `present` is false where the place holds no instance of the kind: a filler, a cross-reference,
    a heading alone.
    """

    kind: StatementKind
    span: Span
    present: bool
    placeholder: bool
    from_mapping: bool
    elements: tuple[ElementSpan, ...] = ()
    scales: tuple[ScaleValue, ...] = ()
    quotes: tuple[Quote, ...] = ()

    def of(self, *elements: Element) -> tuple[ElementSpan, ...]:
        """The statement's elements of the given sorts."""
        return tuple(e for e in self.elements if e.element in elements)


@dataclass(frozen=True, slots=True)
class DocumentReading:
    """Everything found in one document, without knowing whose file it is in."""

    statements: tuple[Statement, ...]
    scales: tuple[ScaleValue, ...]
    quotes: tuple[Quote, ...]
    tools: tuple[Span, ...]
