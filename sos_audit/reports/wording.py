"""The words that every report uses for the closed lists, dates and counts."""

import datetime as dt
import re
from collections.abc import Iterable

from sos_audit.bundle.v1 import Fidelity, Searched
from sos_audit.findings import GAP_WORDING, Outcome

TEAM_NOT_RECORDED = "Team not recorded"

OUTCOMES = {
    Outcome.MET: "Found",
    Outcome.PARTLY: "Partly found",
    Outcome.GAP: GAP_WORDING[0].upper() + GAP_WORDING[1:],
    Outcome.UNCLEAR: "Unclear: a person needs to read it",
    Outcome.NOT_APPLICABLE: "Did not apply",
    Outcome.NOT_ASSESSABLE: "Could not be assessed",
    Outcome.FAILED: "The check stopped on an error",
}

LIMITS = (
    "It reads the record, not the family. It measures no risk and predicts nothing.",
    f"A gap means “{GAP_WORDING}”. It never means that the work was not done.",
    "It gives no grade, and ranks no child, worker or team.",
    "It says nothing about thresholds, plans, placement or closure.",
    "Records that are restricted were not read, and say nothing here.",
    "Rules that read text make mistakes. A person confirms or disputes every finding.",
)
"""What no report of this program decides."""

_DOMAINS = {
    "map": "Map",
    "harm": "Harm",
    "danger": "Danger",
    "linkage": "How the parts link",
    "working_well": "Strengths and safety",
    "scaling": "Scaling",
    "goals": "Safety goals",
    "next_steps": "Next steps",
    "bottom_lines": "Bottom lines",
    "safety_plan": "Safety plan",
    "network": "Network",
    "trajectory": "Trajectory",
    "child_voice": "The child’s voice",
    "family_voice": "The family’s voice",
    "language": "Language",
    "timeliness": "Timeliness",
    "recording": "Recording",
    "supervision": "Supervision",
    "closure": "Closure",
    "integrity": "Integrity of the text",
}

_CASE_TYPES = {
    "ref": "Referral",
    "eh": "Early help",
    "asm": "Assessment",
    "cin": "Child in need",
    "cp": "Child protection",
    "plo": "Pre-proceedings",
    "cla": "Looked after",
}


_WITHHELD = {
    "restricted_case": "restricted case files",
    "restricted_document": "restricted documents",
    "restricted_subject": "documents about a restricted child",
    "subject_not_readable": "documents about a child whose own record could not be read",
}


def withheld(reason: str) -> str:
    """Why something was left unread, in words."""
    return _WITHHELD.get(reason, reason.replace("_", " "))


def domain(key: str) -> str:
    """What to call a domain; one that a local pack adds is called by its id."""
    return _DOMAINS.get(key, spaced(key))


def case_type(key: str | None) -> str:
    """What to call a case type."""
    return "Case type not recorded" if key is None else _CASE_TYPES.get(key, spaced(key))


def team(name: str | None) -> str:
    """What to call a team."""
    return name or TEAM_NOT_RECORDED


def in_order(text: str) -> tuple[tuple[int, int, str], ...]:
    """Sort names as people count: Team 2 before Team 10."""
    parts = re.findall(r"[0-9]+|[^0-9]+", text.casefold())
    return tuple((0, int(part), "") if part.isdecimal() else (1, 0, part) for part in parts)


def spaced(key: str) -> str:
    """An id of a closed list as words: `social_worker` as `Social worker`."""
    words = key.replace("_", " ")
    return words[:1].upper() + words[1:]


def day(date: dt.date | None) -> str:
    """A date as people write it: 3 Feb 2026."""
    return "date not recorded" if date is None else f"{date.day} {date:%b %Y}"


def long_day(date: dt.date) -> str:
    """A date for a heading: 3 February 2026."""
    return f"{date.day} {date:%B %Y}"


def period(first: dt.date | None, last: dt.date | None) -> str:
    """Two dates without saying the same year twice: 3 Feb – 30 Oct 2026."""
    if first is None or last is None or first == last:
        return day(first or last)
    start = f"{first.day} {first:%b}" if first.year == last.year else day(first)
    return f"{start} – {day(last)}"


def count(number: int, one: str, many: str | None = None) -> str:
    """A number with its noun in the right form: 1 child, 1,204 children."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def percent(fidelity: Fidelity) -> str:
    """A domain's percentage, or that there is none."""
    return "no score" if fidelity.percent is None else f"{fidelity.percent}%"


def assessable(fidelity: Fidelity) -> str:
    """What a percentage rests on: 4 of 6 assessable, 1 unclear, 1 failed."""
    parts = [f"{fidelity.assessable:,} of {fidelity.asked:,} assessable"]
    if fidelity.unclear:
        parts.append(f"{fidelity.unclear:,} unclear")
    if fidelity.failed:
        parts.append(f"{fidelity.failed:,} failed")
    return ", ".join(parts)


def looked_in(searched: Iterable[Searched]) -> str:
    """Where a criterion looked: looked in 7 documents, 3 Feb – 30 Oct 2026."""
    places = [_place(place) for place in searched]
    return f"looked in {'; '.join(places)}" if places else ""


def number(value: float) -> str:
    """A score without a needless decimal: 6, 5.5."""
    return f"{value:g}"


def _place(place: Searched) -> str:
    one = place.what.removesuffix("s")
    words = count(place.count, spaced(one).lower())
    dated = place.count and (place.first or place.last)
    return f"{words}, {period(place.first, place.last)}" if dated else words
