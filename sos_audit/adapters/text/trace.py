"""Readable text in the making, run by run, remembering where each run came from."""

from dataclasses import dataclass

from sos_audit.casefile.spans import SourceMap


@dataclass(frozen=True, slots=True)
class Readable:
    """Text a person can read, and the map from it back to the raw text."""

    text: str
    source_map: SourceMap


class Trace:
    """Collects pieces of readable text, each with its raw range, in raw order."""

    def __init__(self, raw: str) -> None:
        self._raw = raw
        self._pieces: list[str] = []
        self._starts: list[int] = []
        self._raw_starts: list[int] = []
        self._raw_ends: list[int] = []
        self._length = 0
        self._copying = False

    @property
    def raw_end(self) -> int:
        """Where in the raw text the readable text ends so far."""
        return self._raw_ends[-1] if self._raw_ends else 0

    @property
    def is_empty(self) -> bool:
        """Whether nothing readable has been found yet."""
        return not self._length

    def copy(self, start: int, end: int) -> None:
        """Take ``raw[start:end]`` as it is; neighbouring copies become one run."""
        if self._copying and self.raw_end == start:
            self._raw_ends[-1] = end
        else:
            self._begin_run(start, end)
        self._copying = True
        self._append(self._raw[start:end])

    def replace(self, text: str, start: int, end: int) -> None:
        """Let `text` stand for ``raw[start:end]``, as a run of its own."""
        self._begin_run(start, end)
        self._copying = False
        self._append(text)

    def finish(self) -> Readable:
        """The text and its map."""
        if self.is_empty:
            return Readable("", SourceMap.identity(0))
        runs = SourceMap(
            tuple(self._starts), tuple(self._raw_starts), tuple(self._raw_ends), self._length
        )
        return Readable("".join(self._pieces), runs)

    def _begin_run(self, start: int, end: int) -> None:
        self._starts.append(self._length)
        self._raw_starts.append(start)
        self._raw_ends.append(end)

    def _append(self, piece: str) -> None:
        self._pieces.append(piece)
        self._length += len(piece)
