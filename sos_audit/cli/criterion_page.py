"""A criterion in words: what `rules explain` prints and the rule catalogue is made of."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, NamedTuple

from sos_audit.checks import CHECKS
from sos_audit.reports import wording
from sos_audit.rulepacks import Auto
from sos_audit.rulepacks.examples import ExampleStatement

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pydantic import BaseModel

    from sos_audit.rulepacks import Criterion, Example

_AUTO = {
    Auto.FIELDS: "from fields and counts",
    Auto.TEXT: "from text, for a reviewer to confirm",
    Auto.PROMPT: "a prompt for the reader, never scored",
}


class Shown(NamedTuple):
    """An example in words."""

    outcome: str
    name: str
    text: str | None
    known_miss: bool


def facts(criterion: Criterion) -> Iterator[tuple[str, str]]:
    """Everything a practice lead may want to know, each under its heading."""
    yield "Question", criterion.question.strip()
    yield "Why", criterion.why.strip()
    yield "Looks for", looks_for(criterion)
    yield "Settings", settings(criterion.params)
    yield "Applies to", applies_to(criterion)
    yield "Due", due(criterion)
    yield "Needs", ", ".join(sorted(criterion.needs)) or "nothing in particular"
    yield "Counts", counts(criterion)
    yield "When not found", criterion.gap.strip()
    yield "Ask", criterion.ask.strip()
    yield "Sources", ", ".join(criterion.sources)
    yield "Revision", str(criterion.revision)


def looks_for(criterion: Criterion) -> str:
    """The question that the kind of check asks, and what its answers mean."""
    ask = CHECKS[criterion.check].ask
    return f"{_first_line(sys.modules[ask.__module__])} {_first_line(ask)}"


def _first_line(documented: object) -> str:
    return (documented.__doc__ or "").strip().split("\n", 1)[0]


def settings(params: BaseModel) -> str:
    """The settings that differ from the kind's own."""
    changed = params.model_dump(mode="json", exclude_defaults=True)
    return "; ".join(f"{name}: {_value(value)}" for name, value in changed.items()) or "none"


def _value(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(map(str, value)) or "none"
    if isinstance(value, dict):
        return ", ".join(f"{name} {inner}" for name, inner in value.items())
    return str(value).lower() if isinstance(value, bool) else str(value)


def applies_to(criterion: Criterion) -> str:
    """Which cases the criterion is asked of."""
    asked = criterion.applies_to
    types = asked.case_types
    names = "all case types" if types is None else ", ".join(map(wording.case_type, sorted(types)))
    return "; ".join(part for part in (names, _ages(criterion), _openness(criterion)) if part)


def _ages(criterion: Criterion) -> str:
    youngest, oldest = criterion.applies_to.min_age, criterion.applies_to.max_age
    low = "" if youngest is None else f"from the age of {youngest}"
    high = "" if oldest is None else f"up to the age of {oldest}"
    return " ".join(part for part in (low, high) if part)


def _openness(criterion: Criterion) -> str:
    return "open cases" if criterion.applies_to.open_only else "open and closed cases"


def due(criterion: Criterion) -> str:
    """When a gap can first be one."""
    if criterion.due is None:
        return "by its own dates"
    return f"{criterion.due.days_open} days after the case opened"


def counts(criterion: Criterion) -> str:
    """How it is answered and how much it weighs."""
    return (
        f"{_AUTO[criterion.auto]} ({criterion.auto}); axis {criterion.axis}; "
        f"weight {criterion.weight}; severity {criterion.severity}"
    )


def shown(examples: Sequence[Example]) -> list[Shown]:
    """The examples in words, known misses last; a case file is shown by its name alone."""
    ordered = sorted(examples, key=lambda example: example.known_miss)
    return [Shown(e.expect.value, e.name, _text(e), e.known_miss) for e in ordered]


def _text(example: Example) -> str | None:
    return example.asked.text if isinstance(example.asked, ExampleStatement) else None
