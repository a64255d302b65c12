"""From a mapping file to a `Mapping`, or to every mistake in it with its line."""

from __future__ import annotations

import json
from difflib import get_close_matches
from typing import TYPE_CHECKING, NamedTuple

from pydantic import ValidationError

from sos_audit.adapters.mapping.lookup import Mapping
from sos_audit.adapters.mapping.schema import Entry, MappingV1
from sos_audit.adapters.mapping.strict_yaml import parse_yaml, read_yaml
from sos_audit.errors import ConfigurationError, MappingError

if TYPE_CHECKING:
    from pathlib import Path

    from pydantic import BaseModel
    from pydantic_core import ErrorDetails

    from sos_audit.adapters.mapping.strict_yaml import Path_, Source
    from sos_audit.errors import Problem


def load_mapping(path: Path) -> Mapping:
    """Read an authority's mapping file.

    Raises:
        MappingError: with file, line, place and what to write instead, for all mistakes at once.
    """
    try:
        source = read_yaml(path)
    except ConfigurationError as error:
        raise MappingError(error.summary, error.problems) from error
    return _mapping_of(source)


def parse_mapping(text: str, file: str = "mapping") -> Mapping:
    """Read a mapping from text, as `load_mapping` reads a file."""
    try:
        source = parse_yaml(text, file)
    except ConfigurationError as error:
        raise MappingError(error.summary, error.problems) from error
    return _mapping_of(source)


def _mapping_of(source: Source) -> Mapping:
    if not isinstance(source.value, dict):
        problem = source.problem(
            (), "this is not a mapping", "begin with: mapping: sos_audit.mapping.v1"
        )
        raise _error(source, [problem])
    try:
        # Through JSON, because strict models take dates and closed lists as text only from there.
        model = MappingV1.model_validate_json(json.dumps(source.value))
    except ValidationError as error:
        problems = [_problem(source, details) for details in error.errors(include_url=False)]
        raise _error(source, problems) from error
    problems = [*_repeated_questions(source, model)]
    if problems:
        raise _error(source, problems)
    return Mapping(model)


def _error(source: Source, problems: list[Problem]) -> MappingError:
    ordered = sorted(problems, key=lambda problem: problem.line or 0)
    return MappingError(f"{source.file} cannot be used as a mapping", ordered)


class _Advice(NamedTuple):
    message: str
    hint: str | None


def _problem(source: Source, details: ErrorDetails) -> Problem:
    path = _place(source, details["loc"])
    advice = _advice(details)
    return source.problem(path, advice.message, advice.hint)


def _place(source: Source, loc: Path_) -> Path_:
    """The part of pydantic's location that stands in the file; it adds names of union members."""
    place: Path_ = loc
    while place and place not in source.lines:
        place = place[:-1]
    missing_key = len(loc) == len(place) + 1
    return loc if missing_key else place


def _advice(details: ErrorDetails) -> _Advice:
    kind, context = details["type"], details.get("ctx", {})
    if kind == "missing":
        return _Advice("is missing", _MISSING.get(str(details["loc"][-1])))
    if kind == "extra_forbidden":
        return _Advice("there is no such setting", _similar(str(details["loc"][-1])))
    if kind in {"enum", "literal_error"}:
        return _Advice(f"{details['input']!r} is not known here", f"write {context['expected']}")
    if kind == "model_type":
        return _Advice("cannot be read", "write the settings below it, as name: value")
    if kind == "string_type":
        return _Advice("must be text", "put it in quotes")
    return _Advice(details["msg"].removeprefix("Value error, "), None)


_MISSING = {
    "restricted": "write declared if the export marks restricted records, "
    "or none_in_this_export if somebody made sure that it holds none",
    "stable_child_key": "the name of the id that stays the same between exports, or null",
    "kind": "a kind of statement, or null for a question that holds none",
    "mapping": "write sos_audit.mapping.v1",
}


_ENTRIES: tuple[type[BaseModel], ...] = (MappingV1, *Entry.__subclasses__())


def _similar(name: str) -> str | None:
    settings = {field for entry in _ENTRIES for field in entry.model_fields}
    close = get_close_matches(name, sorted(settings), n=1)
    return f"did you mean {close[0]}?" if close else None


def _repeated_questions(source: Source, model: MappingV1) -> list[Problem]:
    """A question mapped twice would mean whatever stands first; that is never what was meant."""
    seen: set[tuple[str | None, str | None]] = set()
    problems = []
    for at, question in enumerate(model.questions):
        key = (question.code, None) if question.code else (None, question.text or question.pattern)
        if key in seen:
            problems.append(
                source.problem(("questions", at), "this question is mapped twice", "keep one entry")
            )
        seen.add(key)
    return problems
