"""Measure the shipped pack and the keyword baseline beside each other: `python -m tests.baseline`.

Prints the tables; `--write` puts them into the guide's page on accuracy, `--check` says whether
they stand there. `--quick` leaves the intervals out.
"""

from __future__ import annotations

import sys
from pathlib import Path

import sos_audit
from sos_audit.checks import settings_by_kind
from sos_audit.evaluate.validation.figures import Bootstrap
from sos_audit.evaluate.validation.gold import read_gold
from sos_audit.evaluate.validation.reader import PackReader
from sos_audit.evaluate.validation.rendering import as_text, markdown_table
from sos_audit.evaluate.validation.report import measure
from sos_audit.resources import data_path
from sos_audit.rulepacks import load_pack
from tests.baseline.comparison import comparison
from tests.baseline.page import between_markers
from tests.baseline.reader import KeywordReader

GOLD = Path(__file__).resolve().parents[2] / "fixtures" / "gold"
PAGE = Path(sos_audit.__file__).parent / "guide" / "accuracy.md"


def tables(gold=GOLD, *, bootstrap=None):
    """Both halves: the summary, and each criterion of statements and of whole files."""
    pack = load_pack(data_path("rules", "signs_of_safety"), settings_by_kind())
    readers = (PackReader(pack), KeywordReader())
    for split in ("dev", "test"):
        labelled = read_gold(gold, split)
        reports = [
            measure(labelled, reader, name=gold.name, split=split, bootstrap=bootstrap)
            for reader in readers
        ]
        yield from comparison(*reports)


def main(arguments, *, gold=GOLD, page=PAGE):
    """Print, write or check; 1 when the page is out of date."""
    found = list(tables(gold, bootstrap=Bootstrap(0) if "--quick" in arguments else None))
    if not {"--write", "--check"} & {*arguments}:
        print(as_text(found))  # noqa: T201
        return 0
    text = "\n".join(f"### {table.title}\n\n{markdown_table(table)}" for table in found)
    before = page.read_text(encoding="utf-8")
    after = between_markers(before, text)
    if "--check" in arguments:
        print("up to date" if before == after else f"{page.name} is out of date")  # noqa: T201
        return int(before != after)
    page.write_text(after, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
