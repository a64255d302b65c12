"""One case file: the same record in the interchange form and in the common model."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, TypeVar

from sos_audit.adapters.interchange.document import document_from_v1, document_to_v1
from sos_audit.casefile import (
    Assessment,
    CaseFile,
    Child,
    Episode,
    Event,
    Person,
    Plan,
    Review,
    Visit,
    Worker,
    v1,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from sos_audit.casefile import Entity, Provenance, Supply

_T = TypeVar("_T")
_R = TypeVar("_R", bound=v1.Record)


def case_file_from_v1(
    case: v1.CaseFileV1,
    coverage: Mapping[Entity, Supply],
    *,
    provenance: Provenance | None = None,
    admits: Callable[[v1.DocumentV1], bool] = lambda _: True,
    shown_name: Callable[[str, str | None], str | None] = lambda _, name: name,
) -> CaseFile:
    """One line's case file.

    `admits` keeps a document out before its text is used; `shown_name` may take a name away.

    Raises:
        RefusedInput: when an answer lies outside its document's readable text.
    """
    return CaseFile(
        child=_child(case),
        family_id=case.family_id,
        case_type=case.case_type,
        status=case.status,
        opened=case.opened,
        team=case.team,
        restricted=case.restricted,
        coverage=coverage,
        people=tuple(_person(person, shown_name) for person in case.people),
        workers=tuple(Worker(w.id, w.name, w.role, w.from_, w.to) for w in case.workers),
        episodes=_model(Episode, case.episodes),
        events=_model(Event, case.events),
        visits=_model(Visit, case.visits),
        assessments=_model(Assessment, case.assessments),
        plans=_model(Plan, case.plans),
        reviews=_model(Review, case.reviews),
        documents=tuple(
            document_from_v1(document, f"documents.{at}")
            for at, document in enumerate(case.documents)
            if admits(document)
        ),
        provenance=provenance,
    )


def case_file_to_v1(case: CaseFile) -> v1.CaseFileV1:
    """The line for a case file; where text had mark-up, the system's own text is written."""
    return v1.CaseFileV1(
        child_id=case.child.id,
        restricted=case.restricted,
        family_id=case.family_id,
        child=_child_v1(case.child),
        case_type=case.case_type,
        status=case.status,
        opened=case.opened,
        team=case.team,
        people=_v1(v1.PersonV1, case.people),
        workers=tuple(map(_worker_v1, case.workers)),
        episodes=_v1(v1.EpisodeV1, case.episodes),
        events=_v1(v1.EventV1, case.events),
        visits=_v1(v1.VisitV1, case.visits),
        assessments=_v1(v1.AssessmentV1, case.assessments),
        plans=_v1(v1.PlanV1, case.plans),
        reviews=_v1(v1.ReviewV1, case.reviews),
        documents=tuple(map(document_to_v1, case.documents)),
    )


def _model(kind: type[_T], records: tuple[v1.Record, ...]) -> tuple[_T, ...]:
    """Records whose fields have the same names in the common model."""
    names = [field.name for field in fields(kind)]  # type: ignore[arg-type]
    return tuple(kind(**{name: getattr(record, name) for name in names}) for record in records)


def _v1(kind: type[_R], values: tuple[object, ...]) -> tuple[_R, ...]:
    """Records whose fields have the same names in the interchange form."""
    names = list(kind.model_fields)
    return tuple(kind(**{name: getattr(value, name) for name in names}) for value in values)


def _child(case: v1.CaseFileV1) -> Child:
    child = case.child
    return Child(
        id=case.child_id,
        name=child.name,
        born=child.dob,
        sex=child.sex,
        ethnicity=child.ethnicity,
        disability=child.disability,
        first_language=child.first_language,
        interpreter=child.interpreter,
    )


def _child_v1(child: Child) -> v1.ChildV1:
    return v1.ChildV1(
        name=child.name,
        dob=child.born,
        sex=child.sex,
        ethnicity=child.ethnicity,
        disability=child.disability,
        first_language=child.first_language,
        interpreter=child.interpreter,
    )


def _person(person: v1.PersonV1, shown_name: Callable[[str, str | None], str | None]) -> Person:
    return Person(
        id=person.id,
        name=shown_name(person.id, person.name),
        relation=person.relation,
        professional=person.professional,
        in_network=person.in_network,
    )


def _worker_v1(worker: Worker) -> v1.WorkerV1:
    period = {"from": worker.start, "to": worker.end}
    return v1.WorkerV1.model_validate(
        {"id": worker.id, "name": worker.name, "role": worker.role, **period}
    )
