"""People around a child, the workers of the case, and the links between them."""

import datetime as dt
from dataclasses import dataclass
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class Child:
    """The child whose case file it is; everything but the id may be missing from an export."""

    id: str
    name: str | None = None
    born: dt.date | None = None
    sex: str | None = None
    ethnicity: str | None = None
    disability: str | None = None
    first_language: str | None = None
    interpreter: bool | None = None

    def age_on(self, day: dt.date) -> int | None:
        """Completed years of age, or None when the date of birth was not supplied."""
        if self.born is None:
            return None
        birthday_passed = (day.month, day.day) >= (self.born.month, self.born.day)
        return day.year - self.born.year - (0 if birthday_passed else 1)


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody in the child's life; `relation` is to the child (`mother`, `neighbour`, ...)."""

    id: str
    name: str | None
    relation: str | None
    professional: bool = False
    in_network: bool | None = None

    @property
    def is_carer(self) -> bool:
        """A parent or someone in a parent's place."""
        return self.relation in CARER_RELATIONS


CARER_RELATIONS = frozenset({"mother", "father", "step_mother", "step_father", "carer"})


class Author(NamedTuple):
    """Who wrote a document, as far as the export says."""

    name: str | None
    role: str | None


@dataclass(frozen=True, slots=True)
class Worker:
    """A worker's involvement with the child."""

    id: str
    name: str | None
    role: str | None
    start: dt.date | None = None
    end: dt.date | None = None
