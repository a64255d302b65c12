"""Mapping files: what one authority's form codes, note types and words mean."""

from sos_audit.adapters.mapping.guessing import Guess, Vocabulary
from sos_audit.adapters.mapping.linting import Complaint, lint
from sos_audit.adapters.mapping.lookup import Mapping, Note, Question
from sos_audit.adapters.mapping.page import mapping_page
from sos_audit.adapters.mapping.reading import load_mapping, parse_mapping
from sos_audit.adapters.mapping.rewriting import Line, with_entries
from sos_audit.adapters.mapping.schema import SCHEMA, MappingV1, RelationEntry, StepEntry
from sos_audit.adapters.mapping.suggesting import (
    Suggestion,
    blank_mapping,
    blank_text,
    entries,
    suggestions,
)
from sos_audit.adapters.mapping.survey import Asked, Survey

__all__ = [
    "SCHEMA",
    "Asked",
    "Complaint",
    "Guess",
    "Line",
    "Mapping",
    "MappingV1",
    "Note",
    "Question",
    "RelationEntry",
    "StepEntry",
    "Suggestion",
    "Survey",
    "Vocabulary",
    "blank_mapping",
    "blank_text",
    "entries",
    "lint",
    "load_mapping",
    "mapping_page",
    "parse_mapping",
    "suggestions",
    "with_entries",
]
