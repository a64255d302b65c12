"""Write the demonstration families as Mosaic and as plain tables: `python -m tests.rendering`."""

from __future__ import annotations

from pathlib import Path

from tests.rendering.families import read_families
from tests.rendering.mosaic import mosaic_mapping, render_mosaic
from tests.rendering.table import write_tables
from tests.rendering.tabular import render_tabular, tabular_mapping

DEMO = Path(__file__).parents[2] / "fixtures" / "demo"


def main(demo: Path = DEMO) -> None:
    """Write both exports from the interchange file beside them."""
    families = read_families(demo / "casefile" / "families.jsonl")
    write_tables(demo / "mosaic", render_mosaic(families), mosaic_mapping(families))
    write_tables(demo / "tabular", render_tabular(families), tabular_mapping(families))


if __name__ == "__main__":
    main()
