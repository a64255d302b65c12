"""The codes that one invented authority uses in Mosaic."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sos_audit.casefile import DocumentKind

if TYPE_CHECKING:
    from tests.rendering.families import Families

EVENTS = (
    "referral",
    "strategy_discussion",
    "assessment_start",
    "assessment_end",
    "icpc",
    "rcpc",
    "core_group",
    "cin_review",
    "cla_review",
    "network_meeting",
    "supervision",
)

CASE_TYPES = {
    "referral": "ref",
    "assessment_start": "asm",
    "cin_review": "cin",
    "icpc": "cp",
    "core_group": "cp",
    "cla_review": "cla",
}
"""The case type that an event shows."""

PLAIN_NOTES = frozenset({DocumentKind.CASE_NOTE, DocumentKind.GENOGRAM, DocumentKind.CHRONOLOGY})
"""Note types that this authority writes in a plain text box; all others are rich text."""

CATEGORIES = {
    "neglect": "NEG",
    "physical abuse": "PHY",
    "emotional abuse": "EMO",
    "sexual abuse": "SAB",
}


PERIODS = ("section_47_enquiry", "continuous_assessment")
"""Steps whose flags say what they are, so that a mapping need not."""


class StepType(NamedTuple):
    """A type of workflow step: a form of some kind, an event, or a period."""

    id: int
    word: str
    role: str

    @property
    def description(self) -> str:
        """What people call it."""
        return self.word.replace("_", " ").capitalize() + (
            " form" if self.role == "document" else ""
        )

    @property
    def mapping(self) -> dict[str, str]:
        """Its entry in the mapping file."""
        if self.role == "period":
            return {}
        case_type = CASE_TYPES.get(self.word) if self.role == "event" else None
        return {self.role: self.word} | ({"case_type": case_type} if case_type else {})


STEP_TYPES = tuple(
    StepType(number, word, role)
    for number, (word, role) in enumerate(
        [
            *((str(kind), "document") for kind in DocumentKind),
            *((event, "event") for event in EVENTS),
            *((period, "period") for period in PERIODS),
        ],
        1101,
    )
)


def step_type_id(word: str, role: str) -> int:
    """The type of step for a kind of form, an event or a period."""
    return next(step.id for step in STEP_TYPES if (step.word, step.role) == (word, role))


def note_type(kind: DocumentKind) -> str:
    """The code of a type of case note, at most 16 letters."""
    return "CF" + kind.replace("_", "")[:12].upper()


NOTE_FORMATS = {
    note_type(kind): (str(kind), "plain" if kind in PLAIN_NOTES else "html")
    for kind in DocumentKind
}


def prof_relationship(role: str) -> str:
    """The code of a professional relationship."""
    return "REL." + "".join(letter for letter in role.upper() if letter.isalpha())


def worker_ids(families: Families) -> dict[str, str]:
    """The worker id of everybody who works with a child or wrote something, by name."""
    ids = {
        worker.name: worker.id
        for case in reversed(families.cases)
        for worker in case.workers
        if worker.name
    }
    authors = [document.author.name for document in families.documents if document.author]
    strangers = sorted({name for name in authors if name and name not in ids})
    return ids | {name: f"W-X-{at}" for at, name in enumerate(strangers, 1)}
