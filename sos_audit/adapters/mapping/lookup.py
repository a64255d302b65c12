"""What the mapping says about one code, wording or word; never a guess."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from sos_audit.casefile import ScaleDeclaration

if TYPE_CHECKING:
    import datetime as dt

    from sos_audit.adapters.mapping.schema import (
        MappingV1,
        QuestionEntry,
        RelationEntry,
        StepEntry,
    )
    from sos_audit.casefile import CaseType, DocumentKind, StatementKind, TextFormat


_T = TypeVar("_T")


class Question(NamedTuple):
    """What the mapping says about a question; `position` is its place in the file."""

    position: int
    text: str | None
    kind: StatementKind | None
    scale: ScaleDeclaration | None
    format: TextFormat


class Note(NamedTuple):
    """What the mapping says about a case note: its kind, None if unknown, and how it is written."""

    kind: DocumentKind | None
    format: TextFormat


class Mapping:
    """An authority's mapping, ready to be asked; it never changes after it was read."""

    def __init__(self, model: MappingV1) -> None:
        self.model = model
        questions = [(_question(at, entry), entry) for at, entry in enumerate(model.questions)]
        self._by_code = {fold(entry.code): found for found, entry in questions if entry.code}
        self._by_text = {
            fold(entry.text): found for found, entry in reversed(questions) if entry.text
        }
        self._patterns = [
            (Wildcard.of(entry.pattern), found) for found, entry in questions if entry.pattern
        ]
        self._subjects = frozenset(map(fold, model.subject_questions))
        self._forms = {fold(entry.name): entry.kind for entry in model.forms}
        self._note_types = _folded(model.note_types)
        self._step_types = _folded(model.step_types)
        self._visit_types = _folded(model.visit_types)
        self._relations = _folded(model.relationships)
        self._worker_roles = _folded(model.worker_roles)
        self._case_types = _folded(model.case_types)

    @property
    def authority(self) -> str:
        """The authority's code."""
        return self.model.authority

    @property
    def system(self) -> str:
        """The name of the case system."""
        return self.model.system

    @property
    def stable_child_key(self) -> str | None:
        """The name of the child's id that stays the same between exports."""
        return self.model.stable_child_key

    @property
    def extract_date(self) -> dt.date | None:
        """The day on which the export was made."""
        return self.model.extract_date

    @property
    def declares_restriction(self) -> bool:
        """Whether the export itself says which records are restricted."""
        return self.model.restricted == "declared"

    @property
    def yes(self) -> tuple[str, ...]:
        """Further answers that mean yes, besides yes, Y, true and 1."""
        return self.model.yes

    def question(self, code: str | None, text: str | None = None) -> Question | None:
        """What is known about a question: by code, else by wording, else by pattern."""
        found = self._by_code.get(fold(code)) if code else None
        wording = text or code
        if found is not None or not wording:
            return found
        folded = fold(wording)
        if folded in self._by_text:
            return self._by_text[folded]
        return next((known for pattern, known in self._patterns if pattern.matches(folded)), None)

    def lists_subjects(self, code: str | None) -> bool:
        """Whether the answer to a question is a list of the people that its row is about."""
        return fold(code or "") in self._subjects

    def form_kind(self, name: str | None) -> DocumentKind | None:
        """The kind of document that a form of this name is."""
        return self._forms.get(fold(name or ""))

    def note(self, code: str | None) -> Note:
        """The kind of document that a case note of this type is, and how its text is written."""
        entry = self._note_types.get(fold(code or ""))
        if entry is None:
            return Note(None, self.model.note_format)
        return Note(entry.document, entry.format or self.model.note_format)

    def step(self, step_type: str | None) -> StepEntry | None:
        """What a type of workflow step means."""
        return self._step_types.get(fold(step_type or ""))

    def visit_kind(self, visit_type: str | None) -> str | None:
        """The kind of visit: cp, cin, cla or assessment."""
        return self._visit_types.get(fold(visit_type or ""))

    def relation(self, word: str | None) -> RelationEntry | None:
        """What a word for a relationship means."""
        return self._relations.get(fold(word or ""))

    def worker_role(self, code: str | None) -> str | None:
        """The role that a code or word for a worker's involvement means."""
        return self._worker_roles.get(fold(code or ""))

    def case_type(self, word: str | None) -> CaseType | None:
        """The case type that a word means."""
        return self._case_types.get(fold(word or ""))

    def team(self, team_id: str | None) -> str | None:
        """The name of a team, where the mapping gives one."""
        return self.model.teams.get(team_id or "")


class Wildcard(NamedTuple):
    """A wording in which `*` stands for any words; matching never backtracks."""

    parts: tuple[str, ...]

    @classmethod
    def of(cls, pattern: str) -> Wildcard:
        """Read a pattern; case, accents' encoding and spacing do not matter."""
        return cls(tuple(re.sub(r"\s+", " ", _plain(part)) for part in pattern.strip().split("*")))

    def matches(self, folded: str) -> bool:
        """Whether the whole of a folded wording fits."""
        first, *middle = self.parts
        if not middle:
            return folded == first
        last = middle.pop()
        at, end = len(first), len(folded) - len(last)
        if at > end or not (folded.startswith(first) and folded.endswith(last)):
            return False
        for part in middle:
            found = folded.find(part, at, end)
            if found < 0:
                return False
            at = found + len(part)
        return True


def fold(text: str) -> str:
    """A wording without the differences that exports make: case, spacing, a closing colon."""
    return re.sub(r"\s+", " ", _plain(text)).strip().rstrip(":").rstrip()


def _plain(text: str) -> str:
    return unicodedata.normalize("NFC", text).translate(_QUOTES).casefold()


_QUOTES = str.maketrans("‘’“”", "''\"\"")


def _question(position: int, entry: QuestionEntry) -> Question:
    declared = entry.scale
    scale = (
        None
        if declared is None
        else ScaleDeclaration(declared.low, declared.high, declared.higher_is_safer)
    )
    return Question(position, entry.text, entry.kind, scale, entry.format)


def _folded(table: dict[str, _T]) -> dict[str, _T]:
    return {fold(word): meaning for word, meaning in table.items()}
