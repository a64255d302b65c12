"""Mistakes in a pack's files, with file and line, in words a practice lead can act on."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING, get_args

from pydantic import BaseModel

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pydantic import ValidationError
    from pydantic_core import ErrorDetails

    from sos_audit.adapters.mapping.strict_yaml import Path_, Source
    from sos_audit.errors import Problem


def problems_of(
    source: Source, error: ValidationError, model: type[BaseModel], below: Path_ = ()
) -> list[Problem]:
    """Every mistake pydantic found, at its line; `below` is where the model starts in the file."""
    return [_problem(source, details, model, below) for details in error.errors(include_url=False)]


def _problem(
    source: Source, details: ErrorDetails, model: type[BaseModel], below: Path_
) -> Problem:
    path = (*below, *details["loc"])
    kind, context = details["type"], details.get("ctx", {})
    if kind == "extra_forbidden":
        return source.problem(
            path, "there is no such setting", similar(path[-1], _inside(model, details["loc"]))
        )
    if kind == "missing":
        return source.problem(path, "is missing")
    if kind in {"enum", "literal_error"}:
        return source.problem(path, f"{details['input']!r} is not known", str(context["expected"]))
    return source.problem(path, details["msg"].removeprefix("Value error, "))


def _inside(model: type[BaseModel], path: Path_) -> type[BaseModel]:
    """The model of the table that holds the last part of a path."""
    for part in path[:-1]:
        field = model.model_fields.get(str(part))
        model = model if field is None else next(_models(field.annotation), model)
    return model


def _models(annotation: object) -> Iterator[type[BaseModel]]:
    """The models that an annotation such as `tuple[Model, ...] | None` names."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in get_args(annotation):
        yield from _models(argument)


def similar(word: object, model: type[BaseModel]) -> str | None:
    """A hint naming the nearest setting of a model."""
    return did_you_mean(str(word), model.model_fields)


def did_you_mean(word: str, known: Iterable[str]) -> str | None:
    """A hint naming the nearest of the known words, or None."""
    close = get_close_matches(word, sorted(known), n=1)
    return f"did you mean {close[0]}?" if close else None
