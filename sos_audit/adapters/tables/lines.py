"""Feed lines to the CSV reader, counted and bounded, and remember what the last row was made of."""

import csv
import io
from collections.abc import Iterator
from typing import IO

from sos_audit.adapters.tables.encoding import UNDEFINED_BYTES
from sos_audit.adapters.tables.sniffing import SEPARATOR_LINE

LONGEST_LINE = 16 * 2**20
"""A line with more characters than this is refused without being held in memory."""


def decoded(stream: IO[bytes], encoding: str) -> io.TextIOWrapper:
    """The text of a stream, with its line breaks as they are."""
    return io.TextIOWrapper(stream, encoding, errors=UNDEFINED_BYTES, newline="")


class LineFeed:
    """Lines of a text, and marks of those read since the last `begin_row`."""

    def __init__(self, text: io.TextIOBase) -> None:
        self._text = text
        self._waiting = self._skip_separator_line()
        self._last = ""
        self.begin_row()

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self._waiting or self._text.readline(LONGEST_LINE)
        self._waiting = ""
        if not line:
            raise StopIteration
        self.lines += 1
        if len(line) == LONGEST_LINE and not line.endswith(("\r", "\n")):
            self._skip_rest_of_line()
            raise csv.Error("line too long")
        self._last = line
        self.has_nul |= "\0" in line
        self.is_ascii &= line.isascii()
        return line

    @property
    def ends_quoted(self) -> bool:
        """Whether the row ends with a quote, so that no text can go on in the next line."""
        return self._last.rstrip("\r\n").endswith('"')

    def begin_row(self) -> None:
        """Forget the marks of the row before."""
        self.lines = 0
        self.has_nul = False
        self.is_ascii = True

    def _skip_separator_line(self) -> str:
        first = self._text.readline(LONGEST_LINE)
        return "" if SEPARATOR_LINE.match(first) else first

    def _skip_rest_of_line(self) -> None:
        while (rest := self._text.readline(LONGEST_LINE)) and not rest.endswith(("\r", "\n")):
            pass
