"""What a mapping still lacks, as lines to copy into it, most frequent first.

Nothing is guessed: what each code means is for somebody who knows the authority's forms. Where
there is no neutral meaning the line says CHANGE-ME, which no mapping accepts.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from sos_audit.adapters.mapping.lookup import Mapping
from sos_audit.adapters.mapping.schema import SCHEMA, MappingV1

if TYPE_CHECKING:
    from collections.abc import Callable
    from collections.abc import Mapping as Table


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


def suggest(unmapped: Table[str, int]) -> str:
    """YAML for a load report's unmapped codes, by section; empty if nothing is unmapped."""
    sections: dict[str, list[str]] = {}
    for label, times in sorted(unmapped.items(), key=lambda item: (-item[1], item[0])):
        what = next((known for known in _SECTIONS if label.startswith(f"{known} ")), None)
        if what is not None:
            section, entry = _SECTIONS[what]
            line = entry(_quoted(label.removeprefix(f"{what} ")))
            sections.setdefault(section, []).append(f"  {line}  # {times} times")
    return "".join(
        f"{section}:\n" + "\n".join(lines) + "\n" for section, lines in sorted(sections.items())
    )


def _quoted(text: str) -> str:
    """A YAML string; JSON's quoting is YAML's."""
    return json.dumps(text, ensure_ascii=False)


def _question(text: str) -> str:
    return f"- {{{'text' if ' ' in text else 'code'}: {text}, kind: null}}"


_SECTIONS: dict[str, tuple[str, Callable[[str], str]]] = {
    "question": ("questions", _question),
    "form": ("forms", lambda text: f"- {{name: {text}, kind: other}}"),
    "note type": ("note_types", lambda text: f"{text}: case_note"),
    "step type with a form": ("step_types", lambda text: f"{text}: {{document: other}}"),
    "visit type": ("visit_types", lambda text: f"{text}: CHANGE-ME"),
    "relationship": ("relationships", lambda text: f"{text}: other"),
    "worker role": ("worker_roles", lambda text: f"{text}: {text}"),
    "case type": ("case_types", lambda text: f"{text}: CHANGE-ME"),
}
"""By what a load report calls a thing: the mapping's section, and a line to be put right."""
