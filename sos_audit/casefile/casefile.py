"""The audited unit: one child's record as exported, and the batch it is read with."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple, TypeVar

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
        """The record as it stood on `day`: nothing dated or recorded later is left in.

        What had begun and ended later had not ended yet. Everything but documents comes in order
        of date and content, so that the order in which a system exports its rows never matters.
        """
        return replace(
            self,
            people=tuple(sorted(self.people, key=_person_key)),
            workers=tuple(sorted(_not_ended(self.workers, day), key=_worker_key)),
            episodes=_standing(_not_ended(self.episodes, day), day, lambda e: e.start),
            events=_standing(self.events, day, lambda e: e.date),
            visits=_standing(self.visits, day, lambda v: v.date),
            assessments=_standing(_not_finished(self.assessments, day), day, lambda a: a.start),
            plans=_standing(_not_ended(self.plans, day), day, lambda p: p.start),
            reviews=_standing(self.reviews, day, lambda r: r.date),
            documents=tuple(d for d in self.documents if _by(d.recorded_at or d.date, day)),
        )


_R = TypeVar("_R")
_P = TypeVar("_P", Episode, Plan, Worker)


def _not_ended(periods: Iterable[_P], day: dt.date) -> list[_P]:
    """Periods that had begun, without an end that was still to come."""
    begun = [period for period in periods if _by(period.start, day)]
    return [period if _by(period.end, day) else replace(period, end=None) for period in begun]


def _not_finished(assessments: Iterable[Assessment], day: dt.date) -> list[Assessment]:
    """Assessments without what was still to come: their end, their authorisation, their outcome."""
    return [
        replace(
            assessment,
            end=assessment.end if _by(assessment.end, day) else None,
            authorised=assessment.authorised if _by(assessment.authorised, day) else None,
            outcome=assessment.outcome if _by(assessment.end, day) else None,
        )
        for assessment in assessments
    ]


def _standing(
    records: Iterable[_R], day: dt.date, dated: Callable[[_R], dt.date | None]
) -> tuple[_R, ...]:
    """The records that stood on a day, by date and then by content."""
    held = [record for record in records if _by(dated(record), day)]
    return tuple(sorted(held, key=lambda record: (dated(record) or dt.date.min, repr(record))))


def _by(moment: dt.date | None, day: dt.date) -> bool:
    return moment is None or moment <= day


def _person_key(person: Person) -> tuple[str, str, str]:
    """By what stays the same between exports; ids come last."""
    return (person.relation or "", person.name or "", person.id)


def _worker_key(worker: Worker) -> tuple[dt.date, str, str, str]:
    return (worker.start or dt.date.min, worker.role or "", worker.name or "", worker.id)


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
