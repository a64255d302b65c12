"""An export of tables, written again as CSV with pseudonyms in it.

Read twice: once to learn every name, id and ordinary word, once to write. Columns and tables that
no adapter reads are not written.
"""

from __future__ import annotations

import csv
import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from sos_audit.adapters.load_report import LoadReport
from sos_audit.adapters.protocol import adapted
from sos_audit.adapters.pseudonymising.admission import LEFT_OUT
from sos_audit.adapters.pseudonymising.columns import Holds, holds
from sos_audit.adapters.pseudonymising.result import Result
from sos_audit.adapters.restriction import EXCLUDED_STATUSES
from sos_audit.adapters.tables import (
    RawRow,
    as_date,
    as_id,
    match_columns,
    match_table,
    open_tables,
)
from sos_audit.disclosure import NameBook, Scrubber, WordCount, plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from sos_audit.adapters.protocol import Adapter
    from sos_audit.adapters.pseudonymising.admission import Admitted
    from sos_audit.adapters.tables import RawTable, TableContract
    from sos_audit.disclosure import Key

_FORM_IDS = ("FORM_ID", "form_id")
_NOTE_IDS = ("ID", "note_id", "COPY_OF_CASE_NOTE_ID", "ROOT_CASE_NOTE")
_NOBODY = frozenset({"0", "-1"})
_NOTES = frozenset({"CASE_NOTES", "case_notes"})


class _Known(NamedTuple):
    """A table of the contract in one file, with the place of each column that is read."""

    raw: RawTable
    contract: TableContract
    places: dict[str, int]


def pseudonymise_tables(
    adapter: Adapter,
    export: Path,
    out: Path,
    key: Key,
    *,
    admitted: Admitted,
    ordinary: Iterable[str] = (),
    keep_unknown: bool = False,
) -> Result:
    """Write every table that the adapter knows into `out`, one CSV file a table."""
    result = Result()
    learnt = _Learnt(key, ordinary)
    columns: dict[str, list[str]] = {}
    for known in _tables(adapter, export, result.unread):
        learnt.learn(known)
        held = columns.setdefault(known.contract.name, [])
        held += [name for name in known.places if name not in held]
    learnt.names.take_for_ordinary(learnt.words.mostly_small)
    scrubber = Scrubber(
        key,
        learnt.names,
        ids=learnt.ids,
        doubtful=learnt.words.doubtful(learnt.names.holds) - set(map(plain, ordinary)),
        keep_doubtful=keep_unknown,
    )
    started: set[str] = set()
    for known in _tables(adapter, export, []):
        name = known.contract.name
        writing = _Writing(known, columns[name], key, learnt.names, scrubber, admitted, result)
        mode = "a" if name in started else "w"
        with (out / f"{name}.csv").open(mode, encoding="utf-8", newline="") as stream:
            writer = csv.writer(stream)
            if name not in started:
                writer.writerow(columns[name])
            writer.writerows(writing.rows())
        started.add(name)
    return result


def _tables(adapter: Adapter, export: Path, unread: list[str]) -> Iterator[_Known]:
    contract = adapter.contract()
    for raw in open_tables(export, LoadReport()):
        table = adapted(adapter, raw)
        known = match_table(table.name, contract.tables)
        if known is None:
            unread.append(raw.file)
            continue
        places = {
            name: found[0] for name, found in match_columns(table.header, known).positions.items()
        }
        yield _Known(table, known, places)


class _Learnt:
    """Names, people's ids, and words that somebody writes small, from the whole export."""

    def __init__(self, key: Key, ordinary: Iterable[str]) -> None:
        self.names = NameBook(key, ordinary)
        self.ids: set[str] = set()
        self.words = WordCount()

    def learn(self, known: _Known) -> None:
        of_table = {name: holds(known.contract.name, name) for name in known.places}
        for row in known.raw.rows:
            if isinstance(row, RawRow):
                self._learn_row(row, known, of_table)

    def _learn_row(self, row: RawRow, known: _Known, of_table: dict[str, Holds]) -> None:
        for name, at in known.places.items():
            if value := row.values[at]:
                self._learn(of_table[name], value)

    def _learn(self, what: Holds, value: str) -> None:
        if what is Holds.NAME:
            self.names.add(value)
        elif what is Holds.PERSON:
            self.ids.update(found for part in value.split(",") if (found := _id(part)))
        elif what is Holds.WORDS:
            self.words.add(value)


@dataclass(frozen=True, slots=True)
class _Writing:
    """The rows of one file with pseudonyms."""

    known: _Known
    columns: list[str]
    key: Key
    names: NameBook
    scrubber: Scrubber
    admitted: Admitted
    result: Result

    def rows(self) -> Iterator[list[str]]:
        """Every row that could be read."""
        table = self.known.contract.name
        for row in self.known.raw.rows:
            if isinstance(row, RawRow):
                self.result.rows[table] += 1
                yield self._row(table, row)

    def _row(self, table: str, row: RawRow) -> list[str]:
        values = {name: row.values[at] for name, at in self.known.places.items()}
        shown = self._is_shown(table, values)
        if not shown:
            self.result.left_out[table] += 1
        year = next(
            (
                d.year
                for n, v in values.items()
                if holds(table, n) is Holds.DATE and (d := _date(v))
            ),
            dt.date.min.year,
        )
        return [self._cell(table, n, values.get(n), year, shown=shown) for n in self.columns]

    def _is_shown(self, table: str, values: dict[str, str | None]) -> bool:
        """Whether the row's words are part of a document that a run would show."""
        state = (values.get("STATE") or values.get("status") or "").strip().casefold()
        if state in EXCLUDED_STATUSES:
            return False
        columns = _NOTE_IDS if table in _NOTES else _FORM_IDS
        ids = [_id(values[column]) for column in columns if column in values]
        return not ids or any(found in self.admitted for found in ids)

    def _cell(self, table: str, name: str, value: str | None, year: int, *, shown: bool) -> str:
        if value is None:
            return ""
        what = holds(table, name)
        if what is Holds.DATE and (day := _date(value)):
            return f"{day + dt.timedelta(weeks=self.key.weeks):%Y-%m-%d}"
        simple = self._SIMPLE.get(what)
        if simple is not None:
            return simple(self, value)
        return self._words(f"{table}.{name}", value, year, shown=shown)

    def _kept(self, value: str) -> str:
        return value

    def _name(self, value: str) -> str:
        return self.names.name(value)

    def _team(self, value: str) -> str:
        return self.key.team(value)

    def _record(self, value: str) -> str:
        found = _id(value)
        return self.key.record_id(found) if found and found not in _NOBODY else value

    def _people(self, value: str) -> str:
        return ",".join(map(self._person, value.split(",")))

    def _person(self, value: str) -> str:
        found = _id(value)
        return self.key.person_id(found) if found and found not in _NOBODY else value

    def _words(self, place: str, value: str, year: int, *, shown: bool) -> str:
        if not shown:
            return LEFT_OUT
        scrubbed = self.scrubber.scrub(value, year)
        self.result.note(place, scrubbed.unknown)
        return scrubbed.text

    _SIMPLE: ClassVar[dict[Holds, Callable[[_Writing, str], str]]] = {
        Holds.KEPT: _kept,
        Holds.NAME: _name,
        Holds.TEAM: _team,
        Holds.RECORD: _record,
        Holds.PERSON: _people,
    }


def _id(value: str | None) -> str | None:
    try:
        return as_id(value.strip() if value else value)
    except ValueError:
        return value


def _date(value: str | None) -> dt.date | None:
    try:
        return as_date(value)
    except ValueError:
        return None
