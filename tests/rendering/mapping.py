"""The mapping file that belongs to a rendered export."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from ruamel.yaml import YAML

if TYPE_CHECKING:
    from tests.rendering.families import Families


def write_mapping(families: Families, system: str, **parts: object) -> str:
    """The YAML text of a mapping: the header's statements, the questions, and the given parts."""
    header = families.header
    questions = [
        {"code": answer.code, "text": answer.question, "kind": answer.kind and str(answer.kind)}
        for answer in families.questions
    ]
    date = header.extract_date
    content = {
        "mapping": "sos_audit.mapping.v1",
        "authority": header.authority,
        "system": system,
        "stable_child_key": "person_id" if header.stable_child_key else None,
        "extract_date": None if date is None else date.isoformat(),
        "restricted": str(header.restricted),
        "questions": questions,
        **parts,
    }
    text = io.StringIO()
    yaml = YAML(typ="safe", pure=True)
    yaml.default_flow_style = False
    yaml.sort_base_mapping_type_on_output = False  # type: ignore[assignment]
    yaml.width = 100
    yaml.allow_unicode = True
    yaml.dump(content, text)
    return text.getvalue()
