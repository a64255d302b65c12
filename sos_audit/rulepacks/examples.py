"""The worked examples that stand beside each criterion."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from sos_audit.adapters.mapping.strict_yaml import read_yaml
from sos_audit.errors import RulePackError
from sos_audit.findings import Outcome
from sos_audit.rulepacks.problems import problems_of
from sos_audit.rulepacks.schema import ExampleFile, ExamplesFile

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Example:
    """A text or a small case file, and the outcome a careful reader gives it."""

    criterion: str
    name: str
    expect: Outcome
    known_miss: bool
    statement: str | None
    kind: str | None
    child: Mapping[str, Any] | None
    people: tuple[Mapping[str, Any], ...]
    case: Mapping[str, Any] | None
    as_at: dt.date | None


def load_examples(folder: Path) -> list[Example]:
    """All examples of a pack's folder, by file and in the order written.

    Raises:
        RulePackError: with file and line of every mistake.
    """
    return [
        example
        for file in sorted(folder.glob("*/*.examples.yaml"))
        for example in _examples_of(file)
    ]


def _examples_of(file: Path) -> Iterator[Example]:
    source = read_yaml(file)
    try:
        written = ExamplesFile.model_validate(source.value)
    except ValidationError as error:
        raise RulePackError(
            f"{file} cannot be used as it is written", problems_of(source, error, ExamplesFile)
        ) from error
    for example in written.examples:
        yield _example(written.criterion, example)


def _example(criterion: str, written: ExampleFile) -> Example:
    return Example(
        criterion,
        written.name,
        Outcome(written.expect),
        written.known_miss,
        written.statement,
        written.kind,
        written.child,
        written.people,
        written.case,
        dt.date.fromisoformat(written.as_at) if written.as_at else None,
    )
