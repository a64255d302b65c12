"""The families as Mosaic's reporting tables, with what those tables cannot carry left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.rendering.mapping import write_mapping
from tests.rendering.mosaic_codes import (
    NOTE_FORMATS,
    STEP_TYPES,
    prof_relationship,
    worker_ids,
)
from tests.rendering.mosaic_documents import case_notes, form_answers
from tests.rendering.mosaic_people import persons, relationships, workers
from tests.rendering.mosaic_steps import Steps
from tests.rendering.mosaic_structure import VISIT_WORDS, referrals, registrations, visits

if TYPE_CHECKING:
    from tests.rendering.families import Families
    from tests.rendering.table import Table


def render_mosaic(families: Families) -> list[Table]:
    """Every table of the export."""
    families = families.without_marked_documents()
    steps = Steps(families)
    ids = worker_ids(families)
    return [
        persons(families),
        *relationships(families),
        *workers(families, ids),
        *steps.tables(ids),
        form_answers(families, steps),
        *case_notes(families, ids),
        visits(families),
        *registrations(families),
        referrals(families),
    ]


def mosaic_mapping(families: Families) -> str:
    """The mapping file for the export."""
    people = [person for case in families.cases for person in case.people]
    words = sorted({(p.relation or "other", p.professional) for p in people})
    roles = sorted({w.role for case in families.cases for w in case.workers if w.role})
    return write_mapping(
        families,
        "mosaic",
        note_types={
            code: {"document": kind, "format": text_format}
            for code, (kind, text_format) in sorted(NOTE_FORMATS.items())
        },
        step_types={str(step.id): step.mapping for step in STEP_TYPES},
        visit_types={word: kind for kind, word in VISIT_WORDS.items()},
        relationships={
            prof_relationship(word): {"relation": word, "professional": True}
            for word, professional in words
            if professional
        }
        | {_plain(word): word for word, professional in words if not professional},
        worker_roles={prof_relationship(role): role for role in roles},
    )


def _plain(word: str) -> str:
    return word.replace("_", " ").capitalize()
