"""The dated, structured part of a case file: what the system's fields say happened."""

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Episode:
    """A period of service: `kind` is referral, early_help, cin, s47, cp or cla."""

    kind: str
    start: dt.date | None
    end: dt.date | None = None
    category: str | None = None

    def open_on(self, day: dt.date) -> bool:
        """Whether the episode had started and not ended on the day."""
        return (self.start is None or self.start <= day) and (self.end is None or self.end > day)


@dataclass(frozen=True, slots=True)
class Event:
    """A meeting or workflow step: icpc, rcpc, core_group, strategy_discussion, ..."""

    kind: str
    date: dt.date | None
    due: dt.date | None = None
    outcome: str | None = None


@dataclass(frozen=True, slots=True)
class Visit:
    """A visit to the child; None means that the field was empty."""

    date: dt.date
    kind: str | None
    seen: bool | None = None
    seen_alone: bool | None = None


@dataclass(frozen=True, slots=True)
class Assessment:
    """A statutory assessment."""

    start: dt.date | None
    end: dt.date | None
    authorised: dt.date | None = None
    outcome: str | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """A plan in force: cp, cin, care or safety."""

    kind: str
    start: dt.date | None
    end: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Review:
    """A review of a plan; `participation` is DfE's PN code where there is one."""

    kind: str
    date: dt.date | None
    due: dt.date | None = None
    participation: str | None = None
