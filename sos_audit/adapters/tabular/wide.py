"""The wide layout: a form a row, a question a column, as form builders and spreadsheets export it.

Every column that the plain layout does not know is a question, and its heading is the wording that
the mapping finds it by. A row becomes as many rows of answers as it has answers.
"""

from __future__ import annotations

import re
from dataclasses import replace
from hashlib import blake2b
from typing import TYPE_CHECKING

from sos_audit.adapters.tables import RawRow, match_columns, normalise
from sos_audit.adapters.tabular.contract import ANSWERS, CONTRACT, WIDE

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sos_audit.adapters.tables import RawTable, RefusedRow

_LONG = next(table for table in CONTRACT.tables if table.name == ANSWERS)
_NAME = re.compile(r"(?:wide_)?forms?(?:_answers)?(?:_wide)?(?:_responses?)?(?:_\d+)?|responses?")
_MADE = ("form_id", "form_name", "question", "answer")


def as_long(raw: RawTable) -> RawTable:
    """A wide table as form answers; any other table as it is."""
    if not _NAME.fullmatch(normalise(raw.name)):
        return raw
    if not match_columns(raw.header, _LONG).missing:
        return raw
    known = match_columns(raw.header, WIDE)
    questions = [at for at, name in enumerate(raw.header) if name in known.unmatched]
    if known.missing or not questions:
        return raw
    kept = {name: places[0] for name, places in known.positions.items() if name not in _MADE}
    wide = _Wide(raw, known.positions, kept, questions)
    return replace(raw, name=ANSWERS, header=(*kept, *_MADE), rows=wide.rows())


class _Wide:
    """The rows of one wide table, answer by answer."""

    def __init__(
        self,
        raw: RawTable,
        positions: Mapping[str, tuple[int, ...]],
        kept: dict[str, int],
        questions: list[int],
    ) -> None:
        self._raw = raw
        self._positions = positions
        self._kept = tuple(kept.values())
        self._questions = questions

    def rows(self) -> Iterator[RawRow | RefusedRow]:
        """A row for each answer; a form without any keeps one, to be refused and counted."""
        for row in self._raw.rows:
            if not isinstance(row, RawRow):
                yield row
                continue
            kept = tuple(row.values[at] for at in self._kept)
            form = (self._cell(row, "form_id") or _digest(row), self._name(row))
            answers = [at for at in self._questions if row.values[at] is not None]
            for at in answers or self._questions[:1]:
                yield row._replace(values=(*kept, *form, self._raw.header[at], row.values[at]))

    def _cell(self, row: RawRow, column: str) -> str | None:
        return next((row.values[at] for at in self._positions.get(column, ())), None)

    def _name(self, row: RawRow) -> str:
        """What the form is called, else what the file is."""
        return self._cell(row, "form_name") or self._raw.name


def _digest(row: RawRow) -> str:
    """An id for a form that has none; it depends on what the form says, not on where it stands."""
    content = "\x1f".join(value or "" for value in row.values)
    return blake2b(content.encode("utf-8"), digest_size=8).hexdigest()
