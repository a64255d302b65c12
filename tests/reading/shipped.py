"""The shipped word lists, and texts made ready with them."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from sos_audit.casefile import Answer, Document, DocumentKind, Span
from sos_audit.checks import settings_by_kind
from sos_audit.reading.document import DocumentReader
from sos_audit.reading.passage import Passage
from sos_audit.reading.statements import read_statement
from sos_audit.resources import data_path
from sos_audit.rulepacks import load_pack

if TYPE_CHECKING:
    from sos_audit.casefile import StatementKind
    from sos_audit.reading.model import Statement
    from sos_audit.reading.tokens import Token

LEXICON = load_pack(data_path("rules", "signs_of_safety"), settings_by_kind()).lexicon
READER = DocumentReader(LEXICON)


def passage(text: str) -> Passage:
    """The whole text as a passage."""
    return Passage.read(text, Span(0, len(text)), LEXICON)


def tagged(text: str) -> list[Token]:
    """The tokens of a text with their tags."""
    return passage(text).tokens


def statement(kind: StatementKind, text: str) -> Statement:
    """The whole text read as a statement of a kind."""
    return read_statement(text, Span(0, len(text)), kind, LEXICON, from_mapping=True)


def document(text: str, kind: StatementKind | None = None, span: Span | None = None) -> Document:
    """A document whose text, or a part of it, is an answer of a kind; of no kind, free text."""
    where = span or Span(0, len(text))
    answers = () if kind is None else (Answer(where, None, kind=kind),)
    return Document("D1", DocumentKind.ASSESSMENT, "A form", dt.date(2026, 3, 2), text, answers)
