"""An interchange file, written again with pseudonyms; spans are moved with the text they mark."""

from __future__ import annotations

import datetime as dt
import json
from typing import TYPE_CHECKING, Any

from sos_audit.adapters.pseudonymising.admission import LEFT_OUT
from sos_audit.adapters.pseudonymising.result import Result
from sos_audit.disclosure import NameBook, Scrubber, WordCount, plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from sos_audit.adapters.pseudonymising.admission import Admitted
    from sos_audit.disclosure import Key

Item = dict[str, Any]

_PEOPLE = frozenset({"child_id", "family_id"})
_DATES = frozenset(
    "dob date due start end recorded_at edited_at opened from to authorised extract_date".split()
)
_WORDS = frozenset({"title", "outcome", "participation"})


def pseudonymise_interchange(
    file: Path,
    out: Path,
    key: Key,
    *,
    admitted: Admitted,
    ordinary: Iterable[str] = (),
    keep_unknown: bool = False,
) -> Result:
    """Write the file's header and case files into `out`; lines that are no JSON are left out."""
    result, names = Result(), NameBook(key, ordinary)
    ids: set[str] = set()
    words = WordCount()
    for line in _lines(file, result):
        _learn(line, names, ids, words)
    names.take_for_ordinary(words.mostly_small)
    scrubber = Scrubber(
        key,
        names,
        ids=ids,
        doubtful=words.doubtful(names.holds) - set(map(plain, ordinary)),
        keep_doubtful=keep_unknown,
    )
    writer = _Writer(key, names, scrubber, admitted, result)
    with (out / file.name).open("w", encoding="utf-8", newline="\n") as stream:
        for line in _lines(file, Result()):
            stream.write(json.dumps(writer.line(line), ensure_ascii=False) + "\n")
    return result


def _lines(file: Path, result: Result) -> Iterator[Item]:
    with file.open(encoding="utf-8-sig") as stream:
        for text in stream:
            if not text.strip():
                continue
            try:
                line = json.loads(text)
            except ValueError:
                line = None
            if isinstance(line, dict):
                result.rows["case files"] += "schema" not in line
                yield line
            else:
                result.left_out["lines that are no JSON"] += 1


def _learn(line: Item, names: NameBook, ids: set[str], words: WordCount) -> None:
    for where, name, value in _leaves(line, ""):
        if not isinstance(value, str):
            continue
        if name == "name":
            names.add(value)
        elif name in _PEOPLE or (name == "id" and where in {"people", "workers"}):
            ids.add(value)
        elif name in {"text", "title"}:
            words.add(value)


def _leaves(value: object, where: str, name: str = "") -> Iterator[tuple[str, str, object]]:
    """Every plain value with its name and the list or object it stands in."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _leaves(inner, name or where, key)
    elif isinstance(value, list):
        for inner in value:
            yield from _leaves(inner, where, name)
    else:
        yield where, name, value


class _Writer:
    """Rewrites line after line."""

    def __init__(
        self, key: Key, names: NameBook, scrubber: Scrubber, admitted: Admitted, result: Result
    ) -> None:
        self._key = key
        self._names = names
        self._scrubber = scrubber
        self._admitted = admitted
        self._result = result
        self._changes: dict[str, Callable[[str], str]] = {
            "version_of": key.record_id,
            "name": names.name,
            "team": key.team,
            **dict.fromkeys((*_PEOPLE, "subjects"), key.person_id),
            **dict.fromkeys(_DATES, self._day),
            **dict.fromkeys(_WORDS, self._words),
        }

    def line(self, line: Item) -> Item:
        """A header, or a case file whose own documents are rewritten one by one."""
        documents = line.get("documents")
        written = self._item({k: v for k, v in line.items() if k != "documents"}, "")
        if isinstance(documents, list):
            written["documents"] = [self._document(d) for d in documents if isinstance(d, dict)]
        return written

    def _item(self, item: Item, where: str) -> Item:
        return {name: self._value(name, value, where) for name, value in item.items()}

    def _value(self, name: str, value: object, where: str) -> object:
        if isinstance(value, dict):
            return self._item(value, name)
        if isinstance(value, list):
            return [
                self._item(inner, name)
                if isinstance(inner, dict)
                else self._value(name, inner, where)
                for inner in value
            ]
        if not isinstance(value, str):
            return value
        change = self._change(name, where)
        return value if change is None else change(value)

    def _change(self, name: str, where: str) -> Callable[[str], str] | None:
        """How a plain value of this name is rewritten, None if it is kept."""
        if name == "id":
            return self._key.record_id if where == "documents" else self._key.person_id
        return self._changes.get(name)

    def _day(self, value: str) -> str:
        try:
            day = dt.date.fromisoformat(value[:10])
        except ValueError:
            return value
        return (day + dt.timedelta(weeks=self._key.weeks)).isoformat()

    def _words(self, value: str) -> str:
        scrubbed = self._scrubber.scrub(value, dt.date.min.year)
        self._result.note("title", scrubbed.unknown)
        return scrubbed.text

    def _document(self, document: Item) -> Item:
        text, answers = document.get("text"), document.get("answers") or []
        if document.get("id") not in self._admitted or not isinstance(text, str):
            self._result.left_out["documents"] += 1
            rest = document | {"text": LEFT_OUT, "answers": [], "title": None}
            return self._item(rest, "documents")
        date = str(document.get("date") or "")
        year = int(date[:4]) if date[:4].isdigit() else dt.date.min.year
        scrubbed = self._scrubber.scrub(text, year)
        self._result.note("text", scrubbed.unknown)
        moved = [
            answer
            | {"start": scrubbed.place(answer["start"]), "end": scrubbed.place(answer["end"])}
            for answer in answers
        ]
        written = self._item(document, "documents")
        written["text"] = scrubbed.text
        if "answers" in document:
            written["answers"] = [self._item(answer, "answers") for answer in moved]
        return written
