"""Places in readable text, and the way back to the raw text it was made from."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import NamedTuple


class Span(NamedTuple):
    """A half-open range of Unicode code points in a document's readable text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words the span covers."""
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """Whether the two spans share at least one code point."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: "Span") -> bool:
        """Whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class SourceMap:
    """Leads from readable text back to the raw text.

    Run ``i`` begins at ``starts[i]`` in the readable text and was made from
    ``raw[raw_starts[i]:raw_ends[i]]``. A run as long as its raw range is a plain copy; any other
    run (an entity, a separator made from tags) maps as a whole.
    """

    starts: tuple[int, ...]
    raw_starts: tuple[int, ...]
    raw_ends: tuple[int, ...]
    length: int

    @classmethod
    def identity(cls, length: int) -> "SourceMap":
        """The map of text that was readable to begin with."""
        return cls((0,), (0,), (length,), length)

    def raw_span(self, start: int, end: int) -> tuple[int, int]:
        """The raw range for ``text[start:end]``; an empty span maps to an empty range."""
        first = bisect_right(self.starts, start) - 1
        last = max(first, bisect_left(self.starts, end) - 1)
        return self._raw_start(first, start), self._raw_end(last, end)

    def _raw_start(self, run: int, at: int) -> int:
        offset = at - self.starts[run]
        return self.raw_starts[run] + offset if self._is_copy(run) else self.raw_starts[run]

    def _raw_end(self, run: int, at: int) -> int:
        if not self._is_copy(run):
            return self.raw_ends[run]
        return self.raw_starts[run] + at - self.starts[run]

    def _is_copy(self, run: int) -> bool:
        end = self.starts[run + 1] if run + 1 < len(self.starts) else self.length
        return end - self.starts[run] == self.raw_ends[run] - self.raw_starts[run]
