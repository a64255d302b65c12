"""Why criteria were not assessed, over all case files."""

from collections import Counter

from sos_audit.bundle import Bundle
from sos_audit.findings import Outcome

_NOT_ASSESSED = frozenset({Outcome.NOT_ASSESSABLE, Outcome.FAILED})


def reasons_not_assessed(bundle: Bundle) -> list[tuple[str, int]]:
    """Give each reason with how often it occurred, the most frequent first."""
    counts = Counter(f.message for f in bundle.findings if f.outcome in _NOT_ASSESSED)
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))
