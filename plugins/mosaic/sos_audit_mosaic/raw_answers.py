"""The application's own answer tables, `MO_FORM_..._ANSWERS`: one for each type of field.

Their names are public for short text, dates, booleans and lookups only, and long text is where
danger statements stand. So any table of that shape is taken, with any column named `..._ANSWER`.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from sos_audit.adapters.tables import normalise
from sos_audit_mosaic.contract import RAW_ANSWERS

if TYPE_CHECKING:
    from sos_audit.adapters.tables import RawTable

_TABLE = re.compile(r"form_\w+_answers")
_COLUMN = re.compile(r"\w+_answer")
_TYPED = frozenset({"date_answer", "number_answer"})


def as_one_table(raw: RawTable) -> RawTable:
    """Give every such table the same name, and its column of words the same name."""
    name = normalise(raw.name)
    if not _TABLE.fullmatch(name) or name.startswith("cached_"):
        return raw
    return replace(raw, name=RAW_ANSWERS, header=tuple(map(_column, raw.header)))


def _column(name: str) -> str:
    plain = normalise(name)
    if plain == "date_time_answer":
        return "DATE_ANSWER"
    return "TEXT_ANSWER" if _COLUMN.fullmatch(plain) and plain not in _TYPED else name
