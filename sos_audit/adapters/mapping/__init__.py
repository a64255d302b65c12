"""Mapping files: what one authority's form codes, note types and words mean."""

from sos_audit.adapters.mapping.lookup import Mapping, Note, Question
from sos_audit.adapters.mapping.reading import load_mapping, parse_mapping
from sos_audit.adapters.mapping.schema import SCHEMA, MappingV1, RelationEntry, StepEntry
from sos_audit.adapters.mapping.suggesting import blank_mapping, suggest

__all__ = [
    "SCHEMA",
    "Mapping",
    "MappingV1",
    "Note",
    "Question",
    "RelationEntry",
    "StepEntry",
    "blank_mapping",
    "load_mapping",
    "parse_mapping",
    "suggest",
]
