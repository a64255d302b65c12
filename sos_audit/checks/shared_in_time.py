"""Did the family have the report before the meeting?"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from sos_audit.calendar import add_working_days
from sos_audit.checks.answers import (
    Answer,
    CheckKind,
    Settings,
    looked_in,
    quoted,
    recorded,
)
from sos_audit.findings import Outcome
from sos_audit.reading.fold import fold

if TYPE_CHECKING:
    from sos_audit.casefile import Event
    from sos_audit.checks.answers import (
        Inquiry,
    )
    from sos_audit.findings import Evidence
    from sos_audit.reading.case import CaseReading


class SharedInTime(Settings):
    """`asks` are words of the form question whose date says when it was shared.

    Limits by kind of meeting in working days before it (criteria S155; a local standard).
    """

    asks: tuple[str, ...]
    working_days_before: dict[str, int]


def ask(settings: SharedInTime, inquiry: Inquiry) -> Answer:
    """Met when shared in time for the latest meeting, partly when before it but late."""
    reading = inquiry.reading
    meeting = _latest_meeting(settings, reading)
    searched = looked_in(reading.documents)
    if meeting is None or meeting.date is None:
        return Answer(Outcome.NOT_APPLICABLE, "no meeting held yet", (), searched, "shared")
    shared = _shared(settings, reading, meeting.date)
    if shared is None:
        return Answer(Outcome.GAP, "no date of sharing before the meeting", (), searched, "shared")
    day, evidence = shared
    limit = add_working_days(meeting.date, -settings.working_days_before[meeting.kind])
    held = recorded(meeting.kind, meeting.date, "meeting held")
    if day <= limit:
        return Answer(Outcome.MET, "shared in time", (evidence, held), searched, "shared")
    if day < meeting.date:
        return Answer(Outcome.PARTLY, "shared late", (evidence, held), searched, "shared")
    return Answer(Outcome.GAP, "shared at or after it", (evidence, held), searched, "shared")


def _latest_meeting(settings: SharedInTime, reading: CaseReading) -> Event | None:
    held = [e for e in reading.case.events if e.kind in settings.working_days_before and e.date]
    return max(held, key=lambda event: event.date or dt.date.min, default=None)


def _shared(
    settings: SharedInTime, reading: CaseReading, meeting: dt.date
) -> tuple[dt.date, Evidence] | None:
    """The sharing date that belongs to the meeting: in a document of about its date."""
    for document in reversed(reading.documents):
        near = document.date is None or abs((document.date - meeting).days) <= _NEAR_DAYS
        for answer in document.answers if near else ():
            if answer.date and _is_asked(settings, answer.question):
                return answer.date, quoted(document, answer.span, "date shared")
    return None


_NEAR_DAYS = 31


def _is_asked(settings: SharedInTime, question: str | None) -> bool:
    words = fold(question or "")
    return any(phrase in words for phrase in settings.asks)


KIND = CheckKind("shared_in_time", SharedInTime, ask)
