"""The worked examples that stand beside each criterion."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pydantic import ValidationError

from sos_audit.casefile import Child, Person
from sos_audit.errors import RulePackError
from sos_audit.findings import Outcome
from sos_audit.rulepacks.example_case import family_of
from sos_audit.rulepacks.example_schema import ExamplesFile
from sos_audit.rulepacks.layers import layers, read_source
from sos_audit.rulepacks.problems import problems_of

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator
    from pathlib import Path

    from sos_audit.adapters.mapping.strict_yaml import Source
    from sos_audit.casefile import Family, StatementKind
    from sos_audit.errors import Problem
    from sos_audit.rulepacks.example_schema import ExampleFile

ENDING = ".examples.yaml"


@dataclass(frozen=True, slots=True)
class ExampleStatement:
    """A statement as it is handed to the engine."""

    text: str
    kind: StatementKind
    child: Child | None
    people: tuple[Person, ...]


@dataclass(frozen=True, slots=True)
class ExampleCase:
    """A family whose first case file is asked about, and the day it is judged by."""

    family: Family
    as_at: dt.date


@dataclass(frozen=True, slots=True)
class Example:
    """A statement or a small case file, and the outcome a careful reader gives it."""

    criterion: str
    name: str
    expect: Outcome
    known_miss: bool
    asked: ExampleStatement | ExampleCase
    file: str
    line: int


def load_examples(path: Path) -> list[Example]:
    """All examples of a pack, by file and in the order written.

    An overlay's examples of a criterion take the place of those of the pack it extends, and what
    it removes has none.

    Raises:
        RulePackError: with file and line of every mistake.
    """
    by_criterion: dict[str, list[Example]] = {}
    problems: list[Problem] = []
    for layer in layers(path):
        for removed in layer.pack.remove:
            by_criterion.pop(removed, None)
        for file in example_files(layer.folder):
            written = _read(file, problems)
            if written:
                by_criterion[written[0].criterion] = written
    if problems:
        raise RulePackError(f"The examples of {path} cannot be used as they are written", problems)
    return [example for examples in by_criterion.values() for example in examples]


def example_files(folder: Path) -> list[Path]:
    """The example files of one layer, in order of name."""
    return sorted(folder.glob(f"*/*{ENDING}"))


def _read(file: Path, problems: list[Problem]) -> list[Example]:
    try:
        source = read_source(file)
        written = ExamplesFile.model_validate(source.value)
    except RulePackError as error:
        problems.extend(error.problems)
        return []
    except ValidationError as error:
        problems.extend(problems_of(source, error, ExamplesFile))
        return []
    return list(_examples(source, written))


def _examples(source: Source, written: ExamplesFile) -> Iterator[Example]:
    for at, example in enumerate(written.examples):
        yield Example(
            written.criterion,
            example.name,
            Outcome(example.expect),
            example.known_miss,
            _asked(example),
            source.file,
            source.lines[("examples", at)],
        )


def _asked(written: ExampleFile) -> ExampleStatement | ExampleCase:
    if written.case is not None and written.as_at is not None:
        return ExampleCase(family_of(written.case), written.as_at)
    if written.statement is None or written.kind is None:
        raise TypeError(written.name)
    child = None if written.child is None else Child("child", written.child.name)
    people = (
        Person(f"person {at}", person.name, _relation(person.role))
        for at, person in enumerate(written.people, 1)
    )
    return ExampleStatement(written.statement, written.kind, child, tuple(people))


def _relation(role: str | None) -> str | None:
    return None if role is None else role.replace(" ", "_")
