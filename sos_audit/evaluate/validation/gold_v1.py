"""How labelled texts are written: a statement or a case file a line, with what careful readers say.

Fields beyond these are ignored, so that a sample may carry notes of its own.
"""

from typing import Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator

from sos_audit.casefile import Element, Voice
from sos_audit.casefile.v1 import CaseFileV1, Day
from sos_audit.engine.statement_v1 import StatementV1
from sos_audit.findings import Outcome

Outcomes = dict[str, Outcome]
Split = Literal["dev", "test"]


class Label(BaseModel):
    """Base of every label: fields beyond those known are ignored."""

    model_config = ConfigDict(extra="ignore", frozen=True)


class Place(Label):
    """Where something lies in the statement's text, in code points."""

    start: int = Field(ge=0)
    end: int = Field(ge=0)


class ElementLabel(Place):
    """A part of a statement."""

    element: Element
    text: str | None = None


class ScaleLabel(Place):
    """A score and who gave it."""

    value: float
    rater: Voice


class QuoteLabel(Place):
    """Somebody's words."""

    speaker: Voice
    verbatim: bool


class GoldStatement(StatementV1):
    """A statement and its labels; a sort of label that is absent is not measured.

    `labels` are what each reader said before the two were brought together.
    """

    outcomes: Outcomes
    elements: tuple[ElementLabel, ...] | None = None
    scales: tuple[ScaleLabel, ...] | None = None
    quotes: tuple[QuoteLabel, ...] | None = None
    present: bool | None = None
    must_not_flag: tuple[str, ...] = ()
    labels: dict[str, Outcomes] = Field(default_factory=dict)
    split: Split | None = None
    family: str | None = None

    @field_validator("labels", mode="before")
    @classmethod
    def _outcomes_alone(cls, labels: object) -> object:
        return _by_reader(labels)

    @model_validator(mode="after")
    def _labels_lie_in_the_text(self) -> Self:
        for sort in ("elements", "scales", "quotes"):
            for at, label in enumerate(getattr(self, sort) or ()):
                _check_place(f"{sort}.{at}", label, self.text)
        return self


class CaseLabels(Label):
    """What careful readers say of a whole file; domains are graded 0 to 4."""

    outcomes: Outcomes
    domains: dict[str, float] = Field(default_factory=dict)
    must_not_flag: tuple[str, ...] = ()
    labels: dict[str, Outcomes] = Field(default_factory=dict)

    @field_validator("labels", mode="before")
    @classmethod
    def _outcomes_alone(cls, labels: object) -> object:
        return _by_reader(labels)


class GoldCase(CaseFileV1):
    """A case file in the interchange form and its labels; `as_at` is the day it is judged by."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    as_at: Day | None = None
    gold: CaseLabels
    split: Split | None = None


def _by_reader(labels: Any) -> Any:  # noqa: ANN401 - whatever stands in the file
    """Each reader's outcomes, alone or beside other labels; who did not read it is left out."""
    if not isinstance(labels, dict):
        return labels
    return {
        reader: given.get("outcomes", given) if isinstance(given, dict) else given
        for reader, given in labels.items()
        if given is not None
    }


def _check_place(name: str, label: Place, text: str) -> None:
    if not label.start <= label.end <= len(text):
        raise ValueError(
            f"{name}: start {label.start} and end {label.end} do not lie in a text of "
            f"{len(text)} code points"
        )
    words = getattr(label, "text", None)
    if words is not None and words != text[label.start : label.end]:
        raise ValueError(f"{name}: the text between start and end is another one")
