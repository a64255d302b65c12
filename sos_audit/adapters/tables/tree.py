"""Flat tables in XML (``<rows><row><ID>7</ID>...``) and JSON (a list of objects)."""

import json
from collections.abc import Iterator
from typing import TypeAlias

from sos_audit.adapters.tables.raw import RawRow, RawTable, RefusedRow, value_of
from sos_audit.adapters.tables.source import Source
from sos_audit.adapters.text.hardened_xml import xml_events
from sos_audit.errors import RefusedInput

LARGEST_XML = 8 * 2**30
LARGEST_JSON = 64 * 2**20
"""JSON is parsed at once, in several times its size of memory."""

MOST_COLUMNS = 2_000
LONGEST_ROW = 32 * 2**20

Record: TypeAlias = dict[str, str] | str
"""A row by column, or why it is refused."""

_NOT_FLAT = "not a flat table"
_AS_CSV = "export as CSV"


def read_tree(source: Source) -> RawTable:
    """Open a file of records: one pass for the names of its columns, another for its rows.

    Raises:
        RefusedInput: when it is not well-formed, dangerous, or no flat table.
    """
    is_json = source.suffix == ".json"
    records = _json_records if is_json else _xml_records
    header: dict[str, None] = {}
    for record in records(source):
        if not isinstance(record, str):
            header.update(dict.fromkeys(record))
        if len(header) > MOST_COLUMNS:
            raise RefusedInput(f"more than {MOST_COLUMNS} columns", hint=_AS_CSV)
    names = tuple(header)
    rows = _rows(records(source), names)
    return RawTable(source.stem, source.label, names, rows, "json" if is_json else "xml")


def _rows(records: Iterator[Record], names: tuple[str, ...]) -> Iterator[RawRow | RefusedRow]:
    """Rows, numbered as if the header were row 1."""
    for number, record in enumerate(records, 2):
        if isinstance(record, str):
            yield RefusedRow(number, record, _AS_CSV)
        elif any("\0" in value for value in record.values()):
            yield RefusedRow(number, "NUL bytes")
        else:
            yield RawRow(number, tuple(value_of(record.get(name, "")) for name in names))


def _xml_records(source: Source) -> Iterator[Record]:
    """The elements two below the root's own level: a row, and in it a column each."""
    path: list[str] = []
    record: dict[str, list[str]] = {}
    refusal, length = "", 0
    with source.open() as stream:
        for kind, value, _ in xml_events(stream, LARGEST_XML):
            if kind == "start":
                path.append(value.rpartition(":")[2])
                if len(path) == 2:
                    record, refusal, length = {}, "", 0
                elif len(path) == 3:
                    refusal = refusal or ("a repeated column" if path[2] in record else "")
                    record.setdefault(path[2], [])
                elif len(path) > 3:
                    refusal = refusal or "an element inside a column"
            elif kind == "text" and len(path) == 3:
                length += len(value)
                if length > LONGEST_ROW:
                    raise RefusedInput("a row longer than any row is", hint=_AS_CSV)
                record[path[2]].append(value)
            elif kind == "end":
                if len(path) == 2:
                    yield refusal or {name: "".join(texts) for name, texts in record.items()}
                path.pop()


def _json_records(source: Source) -> Iterator[Record]:
    with source.open() as stream:
        content = stream.read(LARGEST_JSON + 1)
    if len(content) > LARGEST_JSON:
        raise RefusedInput(f"JSON of more than {LARGEST_JSON // 2**20} MiB", hint=_AS_CSV)
    try:
        records = json.loads(content)
    except (ValueError, RecursionError):
        raise RefusedInput("JSON that is not well-formed or too deep", hint=_AS_CSV) from None
    if not isinstance(records, list):
        raise RefusedInput(f"JSON that is {_NOT_FLAT}", hint=_AS_CSV)
    yield from map(_json_record, records)


def _json_record(record: object) -> Record:
    if not isinstance(record, dict):
        return "no object"
    values = {}
    for name, value in record.items():
        if isinstance(value, list | dict):
            return "a list or object inside a column"
        values[str(name)] = _json_text(value)
    return values


def _json_text(value: object) -> str:
    if value is None:
        return ""
    return str(value).lower() if isinstance(value, bool) else str(value)
