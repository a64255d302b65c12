"""JSON that is the same bytes for the same values: sorted keys, LF, UTF-8."""

import json
from collections.abc import Iterable, Mapping

from sos_audit.bundle.v1 import Record


def json_bytes(value: Mapping[str, object]) -> bytes:
    """Write one value as an indented document, for people to read too."""
    return (json.dumps(value, ensure_ascii=False, indent=2, sort_keys=True) + "\n").encode()


def line_bytes(records: Iterable[Record]) -> Iterable[bytes]:
    """Write records as JSON Lines, one at a time."""
    for record in records:
        text = json.dumps(record.plain(), ensure_ascii=False, separators=(",", ":"), sort_keys=True)
        yield (text + "\n").encode()
