"""The demonstration families in every shape they are shipped in, and a run of one."""

from __future__ import annotations

import json
import random
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sos_audit.adapters.discovery import discover
from sos_audit.adapters.load_report import LoadReport
from sos_audit.adapters.mapping import load_mapping
from sos_audit.adapters.protocol import ReadContext
from sos_audit.bundle import read_bundle
from sos_audit.reports.html import write_html
from sos_audit.resources import data_path
from sos_audit.runs import RunRequest, run
from tests.rendering.families import read_families
from tests.rendering.mosaic import mosaic_mapping, render_mosaic
from tests.rendering.table import write_tables
from tests.rendering.tabular import render_tabular, tabular_mapping

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sos_audit.bundle import Bundle
    from sos_audit.casefile import CaseFile
    from sos_audit.runs import RunResult
    from tests.rendering.families import Families
    from tests.rendering.table import Table

PACK = data_path("rules", "signs_of_safety")
LINES = data_path("demo", "casefile", "families.jsonl")


class Unwatched:
    """Nobody watches the run."""

    def stage(self, name: str) -> None:
        """Say nothing."""

    def audited(self, case_files: int) -> None:
        """Say nothing."""


@dataclass(frozen=True, slots=True)
class Shape:
    """One shape of export; `export` and `mapping` are the shipped files unless told otherwise."""

    name: str
    export: Path
    mapping: Path | None

    def shuffled(self, folder: Path, seed: int) -> Shape:
        """The same export with its lines or rows in another order, and nothing else changed."""
        order = random.Random(seed)
        folder.mkdir(parents=True, exist_ok=True)
        if self.name == "casefile":
            header, *lines = LINES.read_text(encoding="utf-8").splitlines()
            order.shuffle(lines)
            write_lines(folder / LINES.name, [header, *lines])
            return Shape(self.name, folder, None)
        render, mapping = _RENDERERS[self.name]
        families = read_families(LINES)
        tables = render(families)
        for table in tables:
            order.shuffle(table.rows)
        write_tables(folder, tables, mapping(families))
        return Shape(self.name, folder, folder / "mapping.yaml")

    def run(self, out: Path, **options: Any) -> RunResult:
        """Audit the export into `out`."""
        request = RunRequest(
            export=self.export, pack=PACK, out=out, adapter=self.name, mapping=self.mapping
        )
        return run(_with(request, options), discover(), Unwatched())

    def read(self, spool: Path) -> list[CaseFile]:
        """The case files of the export."""
        adapter = discover().by_name(self.name).adapter
        mapping = load_mapping(self.mapping) if self.mapping else None
        return list(adapter.read(self.export, ReadContext(mapping, spool, LoadReport())).case_files)


def _with(request: RunRequest, options: dict[str, Any]) -> RunRequest:
    values = {name: getattr(request, name) for name in RunRequest.__slots__}
    return RunRequest(**(values | options))


_RENDERERS: dict[str, tuple[Callable[[Families], list[Table]], Callable[[Families], str]]] = {
    "tabular": (render_tabular, tabular_mapping),
    "mosaic": (render_mosaic, mosaic_mapping),
}


def shape(name: str) -> Shape:
    """A shipped shape by its name."""
    export = data_path("demo", name)
    return Shape(name, export, None if name == "casefile" else export / "mapping.yaml")


SHAPES = tuple(map(shape, ("casefile", "tabular", "mosaic")))


@dataclass(frozen=True, slots=True)
class Finished:
    """A run of a shape that has ended, with its pages."""

    shape: Shape
    out: Path
    result: RunResult

    @property
    def bundle(self) -> Bundle:
        """The bundle as it was saved."""
        return read_bundle(self.out)


def finish(shape: Shape, out: Path, **options: Any) -> Finished:
    """Run a shape and write its pages."""
    result = shape.run(out, **options)
    write_html(result.bundle, out / "html")
    return Finished(shape, out, result)


def files_of(folder: Path, *, but: tuple[str, ...] = ()) -> dict[str, bytes]:
    """Every file below a folder by its place, with its bytes."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name not in but
    }


def demo_lines() -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """The header and the case files of the demonstration, as plain data to be changed."""
    header, *lines = LINES.read_text(encoding="utf-8").splitlines()
    return json.loads(header), list(map(json.loads, lines))


def write_lines(path: Path, lines: list[str]) -> Path:
    """Write lines as they are."""
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8", newline="\n")
    return path


def as_casefile(folder: Path, header: dict[str, Any], cases: list[dict[str, Any]]) -> Shape:
    """An interchange export of the given header and case files."""
    folder.mkdir(parents=True, exist_ok=True)
    lines = [json.dumps(line, ensure_ascii=False) for line in (header, *cases)]
    return Shape("casefile", write_lines(folder / LINES.name, lines), None)
