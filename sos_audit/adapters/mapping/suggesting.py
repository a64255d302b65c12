"""What a mapping still lacks, as lines to add to it, with what each is likely to mean.

A guess that is sure enough stands as the meaning, with a remark saying that it is one; any other
is only a remark. Where there is no neutral meaning the line says CHANGE-ME, which no mapping
accepts. What people wrote never stands in it.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, NamedTuple

from sos_audit.adapters.mapping.guessing import (
    NO_GUESS,
    SURE,
    Guess,
    guess_question,
)
from sos_audit.adapters.mapping.lookup import Mapping, fold
from sos_audit.adapters.mapping.rewriting import Line
from sos_audit.adapters.mapping.schema import SCHEMA, MappingV1
from sos_audit.adapters.mapping.survey import Asked
from sos_audit.adapters.mapping.wordings import CASES, DOCUMENTS, EVENTS, VISITS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from collections.abc import Mapping as Table

    from sos_audit.adapters.mapping.guessing import Vocabulary
    from sos_audit.adapters.protocol import FormField

    Entry = Callable[[str, str | None, int], Line]
    """A line for a code, what the export calls it, and how often it occurs."""


class Suggestion(NamedTuple):
    """A question that the mapping lacks, and what it is likely to be."""

    asked: Asked
    guess: Guess


def blank_mapping(system: str) -> Mapping:
    """A mapping that knows nothing, to find out what an export would need one for."""
    return Mapping(
        MappingV1(
            mapping=SCHEMA,
            authority="E00000000",
            system=system,
            stable_child_key=None,
            restricted="declared",
        )
    )


def blank_text(system: str) -> str:
    """The head of a mapping file for a system that has no starter of its own."""
    return _HEAD.format(schema=SCHEMA, system=system)


def suggestions(
    questions: Iterable[Asked], fields: Iterable[FormField], vocabulary: Vocabulary
) -> list[Suggestion]:
    """What each question is likely to be; those of form templates in the template's order."""
    return [
        Suggestion(asked, _guess(asked, vocabulary)) for asked in _with_fields(questions, fields)
    ]


def entries(
    suggested: Iterable[Suggestion], unmapped: Table[str, int], wordings: Table[str, str]
) -> dict[str, list[Line]]:
    """Lines by section of the mapping; questions as suggested, all else most frequent first."""
    sections: dict[str, list[Line]] = {}
    for question in suggested:
        sections.setdefault("questions", []).append(_question(question))
    for label, times in sorted(unmapped.items(), key=lambda item: (-item[1], item[0])):
        what = next((known for known in _SECTIONS if label.startswith(f"{known} ")), None)
        if what is not None:
            section, entry = _SECTIONS[what]
            code = label.removeprefix(f"{what} ")
            line = entry(code, wordings.get(label), times)
            sections.setdefault(section, []).append(line)
    return {
        name: list({_key(line): line for line in lines}.values())
        for name, lines in sections.items()
    }


def _with_fields(questions: Iterable[Asked], fields: Iterable[FormField]) -> list[Asked]:
    """Give questions the wording and section of their template; add those never answered."""
    waiting = {fold(asked.label): asked for asked in questions}
    ordered: list[Asked] = []
    for field in fields:
        asked = waiting.pop(fold(field.code), None) or Asked(field.code, None)
        if all(fold(other.label) != fold(asked.label) for other in ordered):
            asked.text = asked.text or field.text
            asked.section = field.section
            ordered.append(asked)
    return ordered + list(waiting.values())


def _guess(asked: Asked, vocabulary: Vocabulary) -> Guess:
    guess = guess_question(vocabulary, text=asked.text, code=asked.code, section=asked.section)
    if asked.is_numeric and guess.meaning != "scale" and guess.confidence < SURE:
        return Guess("scale", 60)
    return guess


def _question(suggestion: Suggestion) -> Line:
    asked, guess = suggestion
    parts = []
    if asked.code:
        parts.append(f"code: {_quoted(asked.code)}")
    if asked.text or not asked.code:
        parts.append(f"text: {_quoted(asked.text or asked.label)}")
    sure = guess.confidence >= SURE and guess.meaning
    parts.append(f"kind: {guess.meaning if sure else 'null'}")
    return Line(f"- {{{', '.join(parts)}}}", _remark(asked.times, guess, show=bool(sure)))


def _remark(times: int, guess: Guess = NO_GUESS, *, show: bool = False) -> str:
    often = f"{times} times" if times > 1 else "once" if times else "not answered in this export"
    if not guess.meaning or guess.confidence < 50:
        return often
    if show:
        scale = "; add its scale" if guess.meaning == "scale" else ""
        return f"{often}; a guess, {guess.confidence} % sure{scale}"
    return f"{often}; perhaps {guess.meaning}, {guess.confidence} % sure"


def _guessed(
    vocabulary: Vocabulary, code: str, wording: str | None, times: int, fallback: str
) -> tuple[str, str]:
    """A meaning and the remark on it, from what the export calls the thing."""
    guess = max(
        vocabulary.guess(wording), vocabulary.guess(code), key=lambda found: found.confidence
    )
    sure = bool(guess.meaning) and guess.confidence >= SURE
    called = f"{wording}: " if wording else ""
    remark = f"{called}{_remark(times, guess, show=sure)}"
    return (guess.meaning if sure else fallback), remark


def _entry(vocabulary: Vocabulary, fallback: str, shape: str = "{meaning}") -> Entry:
    def entry(code: str, wording: str | None, times: int) -> Line:
        meaning, remark = _guessed(vocabulary, code, wording, times, fallback)
        return Line(f"{_quoted(code)}: {shape.replace('{meaning}', meaning)}", remark)

    return entry


def _form(name: str, wording: str | None, times: int) -> Line:
    meaning, remark = _guessed(DOCUMENTS, name, wording, times, "other")
    return Line(f"- {{name: {_quoted(name)}, kind: {meaning}}}", remark)


def _event(code: str, wording: str | None, times: int) -> Line:
    meaning, remark = _guessed(EVENTS, code, wording, times, "")
    return Line(f"{_quoted(code)}: {{{f'event: {meaning}' if meaning else ''}}}", remark)


def _relation(code: str, _: str | None, times: int) -> Line:
    plain = re.sub(r"[\W_]+", "_", code.casefold()).strip("_")
    known = plain if plain in _RELATIONS else "other"
    return Line(f"{_quoted(code)}: {known}", _remark(times))


def _role(code: str, wording: str | None, times: int) -> Line:
    return Line(f"{_quoted(code)}: {_quoted(wording or code)}", _remark(times))


def _quoted(text: str) -> str:
    """A YAML string; JSON's quoting is YAML's."""
    return json.dumps(text, ensure_ascii=False)


def _key(line: Line) -> str:
    """Entries for the same thing are one: a step may be met with and without a form."""
    return line.entry if line.entry.startswith("- ") else line.entry.split(": ", 1)[0]


_RELATIONS = frozenset(
    "mother father step_mother step_father brother sister grandmother grandfather aunt uncle cousin"
    " foster_carer friend neighbour partner".split()
)

_SECTIONS: dict[str, tuple[str, Entry]] = {
    "form": ("forms", _form),
    "note type": ("note_types", _entry(DOCUMENTS, "case_note")),
    "step type without a form": ("step_types", _event),
    "step type with a form": ("step_types", _entry(DOCUMENTS, "other", "{document: {meaning}}")),
    "visit type": ("visit_types", _entry(VISITS, "CHANGE-ME")),
    "relationship": ("relationships", _relation),
    "worker role": ("worker_roles", _role),
    "case type": ("case_types", _entry(CASES, "CHANGE-ME")),
}
"""By what a load report calls a thing: the mapping's section, and a line to be put right."""

_HEAD = """\
# What this authority's codes and words mean. Go through it with somebody who knows the forms.
mapping: {schema}
authority: E00000000        # your authority's ONS code
system: {system}
stable_child_key: null      # person_id, if a child keeps the same id in every export
restricted: declared        # the export marks restricted records
"""
