"""Look through an export for what a mapping must say about it; shared by several commands."""

from __future__ import annotations

import tempfile
from collections import Counter
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from sos_audit.adapters.load_report import LoadReport
from sos_audit.adapters.mapping import (
    Survey,
    Vocabulary,
    blank_mapping,
    blank_text,
    entries,
    parse_mapping,
    suggestions,
    with_entries,
)
from sos_audit.adapters.protocol import ReadContext, starter_of
from sos_audit.bundle.storage import FOLDER_MODE
from sos_audit.checks import settings_by_kind
from sos_audit.cli.options import pack_path
from sos_audit.errors import ConfigurationError, MappingError, Problem
from sos_audit.rulepacks import load_pack

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sos_audit.adapters.discovery import Adapters, Loaded
    from sos_audit.adapters.mapping import Line, Mapping, Suggestion
    from sos_audit.casefile import ExportHeader

_LISTED = 40
"""Unmapped questions named on a terminal; the starter mapping has all."""


@dataclass(frozen=True, slots=True)
class Surveyed:
    """What was found: the header, case files by type, what was read, and what is asked."""

    header: ExportHeader
    children: Counter[str]
    report: LoadReport
    survey: Survey


def choose(adapters: Adapters, export: Path, adapter: str | None) -> tuple[Loaded, str]:
    """The adapter for an export, and why.

    Raises:
        ConfigurationError: when there is no such export or adapter, or several adapters claim it.
    """
    if not export.exists():
        raise ConfigurationError(f"{export} does not exist")
    if adapter is not None:
        return adapters.by_name(adapter), "named on the command line"
    claimant = adapters.for_export(export)
    return claimant.loaded, claimant.claim.reason


def needs_mapping(loaded: Loaded) -> bool:
    """Whether the adapter reads tables, which mean nothing without a mapping."""
    return bool(loaded.adapter.contract().tables)


def survey_export(loaded: Loaded, export: Path, mapping: Mapping | None, near: Path) -> Surveyed:
    """Read the whole export and audit nothing; what is spooled lies in `near` and is removed."""
    report = LoadReport()
    survey = Survey(mapping or blank_mapping(loaded.adapter.name))
    with spool_folder(near) as spool:
        reading = loaded.adapter.read(export, ReadContext(mapping, spool, report))
        watched = survey.watch(reading.case_files)
        children = Counter(str(case.case_type or "unknown") for case in watched)
    return Surveyed(reading.header, children, report, survey)


@contextmanager
def spool_folder(near: Path) -> Iterator[Path]:
    """A folder for its owner alone, removed with all that is in it."""
    with tempfile.TemporaryDirectory(prefix=".sos-audit-", dir=near) as folder:
        spool = Path(folder)
        spool.chmod(FOLDER_MODE)
        yield spool


def vocabulary_of(pack: Path | None) -> Vocabulary:
    """The headings that a pack knows, to compare an authority's wordings with."""
    loaded = load_pack(pack_path(pack), settings_by_kind())
    return Vocabulary.of_headings(loaded.lexicon.lists)


def suggested_for(
    loaded: Loaded, export: Path, surveyed: Surveyed, vocabulary: Vocabulary
) -> tuple[list[Suggestion], dict[str, list[Line]]]:
    """The questions that have no meaning yet, and the lines a mapping lacks, by section."""
    known = {asked.label for asked in surveyed.survey.questions if asked.mapped}
    fields = [f for f in starter_of(loaded.adapter, export).fields if f.code not in known]
    found = suggestions(surveyed.survey.unmapped, fields, vocabulary)
    report = surveyed.report
    return found, entries(found, report.unmapped, report.wordings)


def starter_text(loaded: Loaded, export: Path) -> str:
    """The mapping file to begin with: the plugin's own where it has one."""
    return starter_of(loaded.adapter, export).text or blank_text(loaded.adapter.name)


def starter_mapping(loaded: Loaded, export: Path) -> Mapping | None:
    """The same as a mapping; None for an adapter that needs none."""
    if not needs_mapping(loaded):
        return None
    return parse_mapping(starter_text(loaded, export), f"{loaded.adapter.name} starter")


def refuse_without_mapping(
    adapters: Adapters, export: Path, adapter: str | None, out: Path
) -> None:
    """Stop before a run that nothing could come of, with a mapping to start from written.

    Raises:
        MappingError: naming the starter and the questions that are not mapped.
    """
    loaded, _ = choose(adapters, export, adapter)
    if not needs_mapping(loaded):
        return
    near = out.absolute().parent
    near.mkdir(parents=True, exist_ok=True)
    surveyed = survey_export(loaded, export, starter_mapping(loaded, export), near)
    found, lines = suggested_for(loaded, export, surveyed, vocabulary_of(None))
    path = _unused(near / f"{out.name}-mapping.yaml")
    text = with_entries(starter_text(loaded, export), lines)
    path.write_text(text, encoding="utf-8", newline="\n")
    raise MappingError(
        f"{export} needs a mapping file: what its codes mean is known to your authority alone.\n"
        f"A mapping to start from was written: {path}\n"
        f"Complete it, then run again with: --mapping {path}",
        _problems(found),
    )


def _problems(found: Sequence[Suggestion]) -> list[Problem]:
    problems = [
        Problem(f"not mapped: question {asked.label!r}, {asked.times} times")
        for asked, _ in found[:_LISTED]
    ]
    if len(found) > _LISTED:
        problems.append(Problem(f"and {len(found) - _LISTED} questions more, all in the file"))
    return problems


def _unused(path: Path) -> Path:
    """A name that nobody's work stands under."""
    number, free = 1, path
    while free.exists():
        number += 1
        free = path.with_name(f"{path.stem}-{number}{path.suffix}")
    return free
