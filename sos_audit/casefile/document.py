"""Documents: anything in a case file that holds narrative."""

import datetime as dt
from dataclasses import dataclass

from sos_audit.casefile.people import Author
from sos_audit.casefile.spans import SourceMap, Span
from sos_audit.casefile.vocabulary import DocumentKind, StatementKind, TextFormat


@dataclass(frozen=True, slots=True)
class Answer:
    """One answered question of a form: where its text lies, and what the mapping says it is."""

    span: Span
    question: str | None
    code: str | None = None
    kind: StatementKind | None = None
    row: str | None = None
    number: float | None = None
    date: dt.date | None = None


@dataclass(frozen=True, slots=True)
class ScaleDeclaration:
    """What a mapping declares about a form's scales; nothing here is ever assumed."""

    low: float
    high: float
    higher_is_safer: bool


@dataclass(frozen=True, slots=True)
class Document:
    """A form instance, case note, plan, letter or minutes.

    `text` is readable text and every span indexes it; `raw` and `source_map` lead back to what the
    system held where the format had mark-up.
    """

    id: str
    kind: DocumentKind
    title: str | None
    date: dt.date | None
    text: str
    answers: tuple[Answer, ...] = ()
    recorded_at: dt.date | None = None
    edited_at: dt.date | None = None
    author: Author | None = None
    status: str | None = None
    version_of: str | None = None
    subjects: tuple[str, ...] = ()
    ai_drafted: bool = False
    format: TextFormat = TextFormat.PLAIN
    raw: str | None = None
    source_map: SourceMap | None = None
    scale: ScaleDeclaration | None = None

    @property
    def label(self) -> str:
        """What to call the document on screen: its title or its kind, never its id."""
        return self.title or self.kind.replace("_", " ")
