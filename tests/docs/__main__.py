"""Write the generated pages, or with `--check` say how they differ: `python -m tests.docs`."""

from __future__ import annotations

import difflib
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import sos_audit
from tests.docs.cli_page import cli_page
from tests.docs.readme_demo import README, readme
from tests.docs.rules_page import rules_page

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

GUIDE = Path(sos_audit.__file__).parent / "guide"


def pages() -> dict[str, str]:
    """Every generated page by its file name in the guide, and the README by its path."""
    return {"cli.md": cli_page(), "rules.md": rules_page(), str(README): readme()}


def differences(made: Mapping[str, str], guide: Path) -> Iterator[str]:
    """The lines in which the pages on disk differ from what was made."""
    for name, text in made.items():
        file = guide / name
        before = file.read_text(encoding="utf-8") if file.is_file() else ""
        yield from difflib.unified_diff(
            before.splitlines(), text.splitlines(), f"{name} on disk", f"{name} made", lineterm=""
        )


def main(arguments: list[str], guide: Path = GUIDE) -> int:
    """Write, or compare; 1 when a page is out of date."""
    made = pages()
    if "--check" in arguments:
        found = list(differences(made, guide))
        print("\n".join(found or ["the guide's generated pages are up to date"]))  # noqa: T201
        return 1 if found else 0
    guide.mkdir(exist_ok=True)
    for name, text in made.items():
        (guide / name).write_text(text, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
