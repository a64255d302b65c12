"""The small case file of an example, made into the common model."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sos_audit.adapters.interchange import case_file_from_v1
from sos_audit.casefile import Entity, Family, Supply, v1
from sos_audit.rulepacks.example_schema import CaseExample

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sos_audit.casefile import CaseFile
    from sos_audit.rulepacks.example_schema import DocumentExample, PersonExample, SiblingExample

CHILD_ID = "child"
"""The case file that an example is about; siblings are `sibling 1` and so on."""


def family_of(written: CaseExample) -> Family:
    """The case file asked about, then its siblings'."""
    siblings = (
        _case_file(_as_case(sibling), f"sibling {at}")
        for at, sibling in enumerate(written.siblings, 1)
    )
    return Family((_case_file(written, CHILD_ID), *siblings))


def _as_case(sibling: SiblingExample) -> CaseExample:
    return CaseExample(child=sibling.child, people=sibling.people, documents=sibling.documents)


def _case_file(written: CaseExample, child_id: str) -> CaseFile:
    line = v1.CaseFileV1(
        child_id=child_id,
        restricted=False,
        family_id="family",
        child=written.child,
        case_type=written.case_type,
        status=written.status,
        opened=written.opened,
        people=tuple(_people(written.people)),
        episodes=written.episodes,
        events=written.events,
        visits=written.visits,
        assessments=written.assessments,
        plans=written.plans,
        reviews=written.reviews,
        documents=tuple(
            _document(document, f"document {at}") for at, document in enumerate(written.documents)
        ),
    )
    missing = set(written.not_supplied)
    coverage = {e: Supply.NOT_SUPPLIED if e in missing else Supply.SUPPLIED for e in Entity}
    return case_file_from_v1(line, coverage)


def _people(written: Iterable[PersonExample]) -> Iterable[v1.PersonV1]:
    for at, person in enumerate(written, 1):
        yield v1.PersonV1(id=f"person {at}", **person.model_dump())


def _document(written: DocumentExample, document_id: str) -> v1.DocumentV1:
    text, answers = assembled(written)
    return v1.DocumentV1(
        id=document_id,
        kind=written.kind,
        title=written.title,
        date=written.date,
        recorded_at=written.recorded_at,
        edited_at=written.edited_at,
        status=written.status,
        ai_drafted=written.ai_drafted,
        text=text,
        answers=answers,
    )


def assembled(written: DocumentExample) -> tuple[str, tuple[v1.AnswerV1, ...]]:
    """The document's text with each answer below its question, and where the answers lie."""
    text, answers = written.text, []
    for answer in written.answers:
        text += "\n\n" if text else ""
        text += f"{answer.question}\n" if answer.question else ""
        start = len(text)
        text += answer.text
        answers.append(
            v1.AnswerV1(
                question=answer.question,
                kind=answer.kind,
                row=answer.row,
                start=start,
                end=len(text),
                number=answer.number,
                date=answer.date,
            )
        )
    return text, tuple(answers)
