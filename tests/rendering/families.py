"""The interchange case files that everything is rendered from, seen as one set of records."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from statistics import fmean
from typing import TYPE_CHECKING

from sos_audit.casefile.v1 import CaseFileV1, HeaderV1

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from sos_audit.casefile.v1 import AnswerV1, DocumentV1


@dataclass(frozen=True)
class Families:
    """A header and its case files, with the documents that several children share seen once."""

    header: HeaderV1
    cases: tuple[CaseFileV1, ...]

    @cached_property
    def documents(self) -> tuple[DocumentV1, ...]:
        """Every document once, by date."""
        unique = {document.id: document for case in self.cases for document in case.documents}
        return tuple(sorted(unique.values(), key=lambda d: (str(d.date), d.id)))

    @cached_property
    def forms(self) -> tuple[DocumentV1, ...]:
        """The documents that are made of answers."""
        return tuple(document for document in self.documents if document.answers)

    @cached_property
    def notes(self) -> tuple[DocumentV1, ...]:
        """The documents that are one text."""
        return tuple(document for document in self.documents if not document.answers)

    @cached_property
    def questions(self) -> tuple[AnswerV1, ...]:
        """Every question once, in the order in which forms on the whole ask them."""
        places: defaultdict[str, list[float]] = defaultdict(list)
        first: dict[str, AnswerV1] = {}
        for document in self.forms:
            for at, answer in enumerate(document.answers):
                places[answer.code or ""].append(at / len(document.answers))
                first.setdefault(answer.code or "", answer)
        order = sorted(first, key=lambda code: (fmean(places[code]), code))
        return tuple(first[code] for code in order)

    def without_marked_documents(self) -> Families:
        """Leave out restricted documents about unrestricted children: no system marks those."""
        restricted = {case.child_id for case in self.cases if case.restricted}
        cases = (
            case.model_copy(
                update={
                    "documents": tuple(
                        document
                        for document in case.documents
                        if not document.restricted or restricted.intersection(document.subjects)
                    )
                }
            )
            for case in self.cases
        )
        return Families(self.header, tuple(cases))


def read_families(path: Path) -> Families:
    """Read an interchange file, every line of which must be right."""
    header, *lines = path.read_text(encoding="utf-8").splitlines()
    return Families(HeaderV1.model_validate_json(header), tuple(parse_cases(lines)))


def parse_cases(lines: Iterable[str]) -> Iterable[CaseFileV1]:
    """The case files of the lines that follow a header."""
    return (CaseFileV1.model_validate_json(line) for line in lines if line.strip())
