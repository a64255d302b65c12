"""Reads labelled statements and case files; every line that cannot be used is named."""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from pydantic import ValidationError

from sos_audit.adapters.interchange import case_file_from_v1, header_from_v1
from sos_audit.casefile import Entity, Family, Supply
from sos_audit.casefile.v1 import HeaderV1
from sos_audit.errors import NothingReadable, Problem, RefusedInput
from sos_audit.evaluate.validation.gold_v1 import GoldCase, GoldStatement

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from sos_audit.casefile import CaseFile
    from sos_audit.casefile.v1 import DocumentV1
    from sos_audit.evaluate.validation.gold_v1 import CaseLabels, Split

_EVERYTHING: Mapping[Entity, Supply] = dict.fromkeys(Entity, Supply.SUPPLIED)


class LabelledCase(NamedTuple):
    """A case file, the day it is judged by, and what careful readers say of it."""

    case: CaseFile
    as_at: dt.date
    labels: CaseLabels
    split: Split | None

    @property
    def family(self) -> str:
        """Whose files are read together; a file without a family stands alone."""
        return self.case.family_id or self.case.child.id


@dataclass(slots=True)
class Gold:
    """Everything labelled that could be read, and every line that could not."""

    statements: list[GoldStatement] = field(default_factory=list)
    cases: list[LabelledCase] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def families(self) -> Iterator[list[LabelledCase]]:
        """The case files that are read beside one another, in the order of their first lines."""
        together: defaultdict[tuple[str, dt.date], list[LabelledCase]] = defaultdict(list)
        for labelled in self.cases:
            together[labelled.family, labelled.as_at].append(labelled)
        yield from together.values()


def family_of(cases: list[LabelledCase]) -> Family:
    """Labelled case files as the engine takes them."""
    return Family(tuple(labelled.case for labelled in cases))


def read_gold(path: Path, split: Split | None = None) -> Gold:
    """Read a file, or a folder's `statements_*.jsonl` and `cases_*.jsonl`.

    A line belongs to the half it names, or else to the half its file's name ends with.

    Raises:
        NothingReadable: when there is no file, or no line of that half that can be used.
    """
    files = _files(path)
    if not files:
        raise NothingReadable(f"{path} holds no statements_*.jsonl and no cases_*.jsonl")
    gold = Gold()
    for file in files:
        _read_file(file, split, gold)
    if not gold.statements and not gold.cases:
        half = f" of the {split} half" if split else ""
        raise NothingReadable(
            f"{path} holds no labelled text{half} that can be used", gold.problems
        )
    return gold


def _files(path: Path) -> list[Path]:
    if not path.is_dir():
        return [path]
    return [*sorted(path.glob("statements_*.jsonl")), *sorted(path.glob("cases_*.jsonl"))]


def _read_file(file: Path, split: Split | None, gold: Gold) -> None:
    lines = _Lines(file, split)
    try:
        written = file.read_bytes().removeprefix(b"\xef\xbb\xbf").splitlines()
    except OSError as error:
        raise NothingReadable(f"{file} cannot be read: {error.strerror}") from None
    for number, line in enumerate(written, 1):
        if not line.strip():
            continue
        try:
            lines.read(line, gold)
        except ValidationError as error:
            gold.problems.extend(
                Problem(message, str(file), number) for message in _mistakes(error)
            )
        except (RefusedInput, ValueError) as error:
            gold.problems.append(Problem(_reason(error), str(file), number))


class _Lines:
    """The lines of one file: a header says what the export of the lines below it carries."""

    def __init__(self, file: Path, split: Split | None) -> None:
        self._wanted = split
        self._half = _half(file)
        self._coverage = _EVERYTHING
        self._day: dt.date | None = None
        self._seen: set[str] = set()

    def read(self, line: bytes, gold: Gold) -> None:
        """Add what a line holds; one of the other half is passed over unread."""
        value = json.loads(line)
        if not isinstance(value, dict):
            raise ValueError("is not a JSON object")  # noqa: TRY004 - a mistake in the file
        if "schema" in value:
            header = header_from_v1(HeaderV1.model_validate_json(line))
            self._coverage, self._day = header.coverage, header.extract_date
        elif self._wanted in {None, value.get("split", self._half)}:
            self._add(line, value, gold)

    def _add(self, line: bytes, value: Mapping[str, object], gold: Gold) -> None:
        if "documents" in value or "child_id" in value:
            case = GoldCase.model_validate_json(line)
            self._once(case.child_id)
            if not case.restricted:
                gold.cases.append(self._labelled(case))
        else:
            statement = GoldStatement.model_validate_json(line)
            self._once(statement.id)
            split = statement.split or self._half
            gold.statements.append(statement.model_copy(update={"split": split}))

    def _once(self, label: str) -> None:
        if label in self._seen:
            raise ValueError("has the same id as a line above")
        self._seen.add(label)

    def _labelled(self, written: GoldCase) -> LabelledCase:
        as_at = written.as_at or self._day
        if as_at is None:
            raise ValueError("as_at is missing: the day the file is judged by")
        case = case_file_from_v1(written, self._coverage, admits=_is_open)
        return LabelledCase(case, as_at, written.gold, written.split or self._half)


def _is_open(document: DocumentV1) -> bool:
    return not document.restricted


def _half(file: Path) -> Split | None:
    """The half that a file's name ends with: `statements_dev.jsonl`."""
    ending = file.stem.rpartition("_")[2]
    if ending == "dev":
        return "dev"
    return "test" if ending == "test" else None


def _mistakes(error: ValidationError) -> Iterator[str]:
    """Where and what, without the value: it may be narrative."""
    for details in error.errors(include_url=False, include_input=False, include_context=False):
        place = ".".join(map(str, details["loc"]))
        message = details["msg"].removeprefix("Value error, ")
        yield f"{place}: {message}" if place else message


def _reason(error: RefusedInput | ValueError) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"is not JSON: {error.msg} at column {error.colno}"
    return str(error)
