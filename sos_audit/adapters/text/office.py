"""Text of attached office documents, parsed in a child process; see `sandbox` for its limits.

Such a file has no raw text that a place could lead back to, so places are in the text itself.
"""

import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType

from sos_audit.adapters.text.plain import render_plain
from sos_audit.adapters.text.sandbox import BOUNDS, Bounds, in_sandbox
from sos_audit.adapters.text.trace import Readable
from sos_audit.errors import RefusedInput

_PARSER = "sos_audit.adapters.text.office_parser"
OFFICE_TASKS: Mapping[str, str] = MappingProxyType(
    {".docx": f"{_PARSER}:docx", ".pdf": f"{_PARSER}:pdf"}
)
"""The parser of each kind of file, by its extension."""

_LOOSE_SPACE = re.compile(r"[ \t]+(?=\n)|\n{3,}")


def office_text(
    content: Iterable[bytes], suffix: str, *, file: str, bounds: Bounds = BOUNDS
) -> Readable:
    """The readable text of a DOCX or PDF.

    Raises:
        RefusedInput: when it cannot be read, holds no text, or needs more than it may use.
    """
    if suffix.lower() not in OFFICE_TASKS:
        raise RefusedInput(f"no text is read from {suffix or 'such'} files", file=file)
    pieces = in_sandbox(OFFICE_TASKS[suffix.lower()], content, file=file, bounds=bounds)
    text = _LOOSE_SPACE.sub(lambda gap: "\n\n" if "\n" in gap[0] else "", "".join(pieces))
    return render_plain(render_plain(text.strip()).text)
