"""The one rule for restricted records: nobody's file shows what somebody's restriction covers.

A document is withheld from every file when it is marked restricted, or when any of its subjects
is, in whichever copy of it that stands. It is counted by reason only. Who is restricted is
collected over the whole export first, before any document's text is used.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sos_audit.adapters.load_report import LoadReport

EXCLUDED_STATUSES = frozenset({"deleted", "draft", "cancelled", "proposed"})
"""A document in one of these states is not part of the record; it is counted and left out."""


_UNKNOWN_SUBJECT = (
    "documents",
    (
        "some are about people who are not among the persons exported: "
        "whether those are restricted is not known"
    ),
    "export every person, restricted ones too",
)


class Withheld(StrEnum):
    """Why a document or a case file is not shown."""

    CASE = "restricted_case"
    DOCUMENT = "restricted_document"
    SUBJECT = "restricted_subject"
    UNKNOWN = "subject_not_readable"


@dataclass(frozen=True, slots=True)
class Restriction:
    """Who and what is restricted in an export."""

    people: frozenset[str]
    documents: Mapping[str, Withheld]

    def of_document(self, document_id: str, subjects: Iterable[str]) -> Withheld | None:
        """Why a document is withheld, or None when it may be shown."""
        if document_id in self.documents:
            return self.documents[document_id]
        return None if self.people.isdisjoint(subjects) else Withheld.SUBJECT

    def name(self, person_id: str, name: str | None) -> str | None:
        """A person's name, unless the person is restricted."""
        return None if person_id in self.people else name


class RestrictionScan:
    """The first pass over an export: told of people and documents in any order."""

    def __init__(self) -> None:
        self._people: set[str] = set()
        self._marked: set[str] = set()
        self._shared: dict[str, set[str]] = {}

    def person(self, person_id: str) -> None:
        """Note that a person, child or not, is restricted."""
        self._people.add(person_id)

    def document(self, document_id: str, subjects: Iterable[str], *, restricted: bool) -> None:
        """Note a document; only those that could be withheld take up memory."""
        about = set(subjects)
        if restricted:
            self._marked.add(document_id)
        if len(about) > 1:
            self._shared.setdefault(document_id, set()).update(about)

    def result(self) -> Restriction:
        """What the whole export says."""
        by_subject = {
            document_id: Withheld.SUBJECT
            for document_id, subjects in self._shared.items()
            if not self._people.isdisjoint(subjects)
        }
        marked = dict.fromkeys(self._marked, Withheld.DOCUMENT)
        return Restriction(frozenset(self._people), MappingProxyType(by_subject | marked))


class Gate:
    """Decides what is shown, and counts each thing that is not, once however often it is met."""

    def __init__(
        self,
        restriction: Restriction,
        report: LoadReport,
        known: frozenset[str] | None = None,
        *,
        shut: bool = False,
    ) -> None:
        """Everybody of whom the export says whether they are restricted is `known`, if given.

        `shut` withholds what is about anybody else: records were refused, and what they said of
        restriction is not known.
        """
        self.restriction = restriction
        self._shut = shut
        self._known = known
        self._report = report
        self._counted: set[str] = set()

    def admits_case(self, child_id: str) -> bool:
        """Whether a child's case file may be yielded."""
        return child_id not in self.restriction.people or self._count(Withheld.CASE, child_id)

    def admits_document(
        self, document_id: str, subjects: Iterable[str], *, status: str | None
    ) -> bool:
        """Whether a document may be shown: not restricted, and not deleted or a draft."""
        about = frozenset(subjects)
        reason = self.restriction.of_document(document_id, about)
        if reason is not None:
            return self._count(reason, document_id)
        if self._known is not None and not about <= self._known:
            self._report.warn(*_UNKNOWN_SUBJECT)
            if self._shut:
                return self._count(Withheld.UNKNOWN, document_id)
        return self.admits_status(document_id, status)

    def admits_status(self, record_id: str, status: str | None) -> bool:
        """Whether a record in this state is part of the file."""
        state = (status or "").strip().casefold()
        return state not in EXCLUDED_STATUSES or self._count(f"status_{state}", record_id)

    def _count(self, reason: str, key: str) -> bool:
        """Count once, and answer that the thing is not admitted."""
        if key not in self._counted:
            self._counted.add(key)
            self._report.withhold(str(reason))
        return False
