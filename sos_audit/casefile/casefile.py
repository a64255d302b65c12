"""The audited unit: one child's record as exported, and the batch it is read with."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

from sos_audit.casefile.document import Document
from sos_audit.casefile.people import Child, Person, Worker
from sos_audit.casefile.record import Assessment, Episode, Event, Plan, Review, Visit
from sos_audit.casefile.vocabulary import CaseType, Entity, Supply

FAMILY_LIMIT = 40
"""At most this many children are read together; larger families are split in order of id."""


@dataclass(frozen=True, slots=True)
class ExportHeader:
    """What an export says about itself, before its first case file."""

    authority: str
    system: str
    extract_date: dt.date | None
    stable_child_key: str | None
    coverage: Mapping[Entity, Supply]


class Provenance(NamedTuple):
    """Where a case file was read from; never part of a finding."""

    file: str
    row: int | None = None


@dataclass(frozen=True, slots=True)
class CaseFile:
    """One child's record as exported."""

    child: Child
    family_id: str | None
    case_type: CaseType | None
    status: str | None
    opened: dt.date | None
    team: str | None
    restricted: bool
    coverage: Mapping[Entity, Supply]
    people: tuple[Person, ...] = ()
    workers: tuple[Worker, ...] = ()
    episodes: tuple[Episode, ...] = ()
    events: tuple[Event, ...] = ()
    visits: tuple[Visit, ...] = ()
    assessments: tuple[Assessment, ...] = ()
    plans: tuple[Plan, ...] = ()
    reviews: tuple[Review, ...] = ()
    documents: tuple[Document, ...] = ()
    provenance: Provenance | None = None

    @property
    def is_open(self) -> bool:
        """Whether the record is of an open case; an unknown status counts as open."""
        return self.status != "closed"

    def supplies(self, entity: Entity) -> bool:
        """Whether the export can carry the entity at all."""
        return self.coverage.get(entity, Supply.NOT_SUPPLIED) is not Supply.NOT_SUPPLIED

    def as_at(self, day: dt.date) -> "CaseFile":
        """The record as it stood on `day`: nothing dated or recorded later is left in."""
        return replace(
            self,
            episodes=tuple(e for e in self.episodes if _by(e.start, day)),
            events=tuple(e for e in self.events if _by(e.date, day)),
            visits=tuple(v for v in self.visits if v.date <= day),
            assessments=tuple(a for a in self.assessments if _by(a.start, day)),
            plans=tuple(p for p in self.plans if _by(p.start, day)),
            reviews=tuple(r for r in self.reviews if _by(r.date, day)),
            documents=tuple(d for d in self.documents if _by(d.recorded_at or d.date, day)),
        )


def _by(moment: dt.date | None, day: dt.date) -> bool:
    return moment is None or moment <= day


@dataclass(frozen=True, slots=True)
class Family:
    """Case files read together so that siblings' texts can be compared."""

    cases: tuple[CaseFile, ...]


def families_of(cases: Iterable[CaseFile]) -> list[Family]:
    """Split the case files of one family id into batches, in order of child id."""
    ordered = sorted(cases, key=lambda case: case.child.id)
    return [
        Family(tuple(ordered[at : at + FAMILY_LIMIT]))
        for at in range(0, len(ordered), FAMILY_LIMIT)
    ]
