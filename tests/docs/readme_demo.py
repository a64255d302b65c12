"""The README with the demonstration's own output between its marks."""

from __future__ import annotations

import contextlib
import tempfile
from pathlib import Path

from click.testing import CliRunner

from sos_audit.cli import group

README = Path(__file__).resolve().parents[2] / "README.md"
_OPEN, _CLOSE = "<!-- demo -->\n", "<!-- /demo -->"


def readme() -> str:
    """The README as it should read: what `sos-audit demo` prints, run in an empty folder."""
    before, _, rest = README.read_text(encoding="utf-8").partition(_OPEN)
    _, _, after = rest.partition(_CLOSE)
    return f"{before}{_OPEN}\n{_indented(_output())}\n\n{_CLOSE}{after}"


def _output() -> str:
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        return CliRunner().invoke(group, ["demo"]).stdout


def _indented(text: str) -> str:
    lines = (f"    {line}".rstrip() for line in text.strip().splitlines())
    return "\n".join(lines)
