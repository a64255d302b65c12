"""Notice the files that write month before day, since dates are always read day first.

One date with a day above 12 in second place proves it, unless another of the same column has one
in first place: then somebody mistyped, and the date alone is unreadable.
"""

import re
from collections.abc import Sequence

from sos_audit.errors import ConfigurationError, Problem

WITHOUT_A_DATE = 2_000
"""A column that has shown as many values and no date among them is not looked at any more."""

_DATE = re.compile(r"(\d{1,2})/(\d{1,2})/\d{4}(?:$|[ T]+\d)")


class MonthFirst:
    """Watches the columns of one file until each has shown how it writes its dates."""

    def __init__(self, columns: Sequence[str]) -> None:
        self._columns = columns
        self._left = dict.fromkeys(range(len(columns)), WITHOUT_A_DATE)
        self._proofs: dict[int, int] = {}

    def see(self, number: int, values: Sequence[str | None]) -> None:
        """Look at a row."""
        for at in tuple(self._left):
            value = values[at]
            if value is None:
                continue
            if "/" not in value[:3] or not (date := _DATE.match(value)):
                self._pass_by(at)
            elif int(date[1]) > 12 >= int(date[2]):
                del self._left[at]
                self._proofs.pop(at, None)
            elif int(date[1]) <= 12 < int(date[2]) <= 31:
                self._proofs.setdefault(at, number)

    def check(self, file: str) -> None:
        """Refuse to go on if any column is proved to write the month first.

        Raises:
            ConfigurationError: naming each such column and the row that proves it.
        """
        if self._proofs:
            raise ConfigurationError(
                f"{file} writes dates as month/day/year",
                [self._problem(*proof) for proof in self._proofs.items()],
            )

    def _problem(self, at: int, number: int) -> Problem:
        proof = f"row {number}, column {self._columns[at]!r}: a day above 12 in second place"
        return Problem(proof, hint="export dates as yyyy-mm-dd")

    def _pass_by(self, at: int) -> None:
        self._left[at] -= 1
        if not self._left[at] and at not in self._proofs:
            del self._left[at]
