"""What was written, and what a person must still look at; counts only."""

from collections import Counter
from dataclasses import dataclass, field


@dataclass(slots=True)
class Result:
    """Counts by table; `unknown` are words that may be names still, `texts` those that hold any."""

    rows: Counter[str] = field(default_factory=Counter)
    unknown: Counter[str] = field(default_factory=Counter)
    texts: Counter[str] = field(default_factory=Counter)
    left_out: Counter[str] = field(default_factory=Counter)
    unread: list[str] = field(default_factory=list)

    def note(self, place: str, unknown: int) -> None:
        """Count the words of a text that may be names still."""
        if unknown:
            self.unknown[place] += unknown
            self.texts[place] += 1
