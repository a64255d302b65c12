"""From a folder of YAML and word lists to a rule pack, or to every mistake in it."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel, ValidationError

from sos_audit.adapters.mapping.strict_yaml import Source, read_yaml
from sos_audit.calendar import Deadlines
from sos_audit.errors import ConfigurationError, Problem, RulePackError
from sos_audit.reading.lexicon import Lexicon
from sos_audit.resources import data_path
from sos_audit.rulepacks.model import Applicability, Criterion, Due, RulePack
from sos_audit.rulepacks.problems import did_you_mean, problems_of
from sos_audit.rulepacks.schema import CriterionFile, PackFile

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

_EXAMPLES = ".examples.yaml"


def load_pack(path: Path, kinds: Mapping[str, type[BaseModel]]) -> RulePack:
    """Read a rule pack, or an overlay on top of the pack it extends.

    `kinds` gives, for each kind of check that can be asked, the model of its settings.

    Raises:
        RulePackError: with file and line of every mistake.
    """
    layers = list(_layers(path))
    problems: list[Problem] = []
    criteria: dict[str, Criterion] = {}
    words: dict[str, tuple[str, ...]] = {}
    hashes: dict[str, str] = {}
    deadlines: dict[str, Any] = {}
    for folder, pack in layers:
        for removed in pack.remove:
            if criteria.pop(removed, None) is None:
                problems.append(_unknown_removal(folder, removed, criteria))
        criteria |= _criteria(folder, pack, kinds, problems)
        words |= _words(folder)
        hashes |= _hashes(folder, pack.id)
        deadlines |= pack.deadlines
    if problems:
        raise RulePackError(f"{path} cannot be used as a rule pack", problems)
    base, top = layers[0][1], layers[-1][1]
    return RulePack(
        id=top.id,
        version=top.version,
        title=top.title,
        presence_cap=top.presence_cap,
        domains=base.domains,
        criteria=tuple(_in_order(criteria, base.domains)),
        lexicon=Lexicon(words),
        deadlines=Deadlines.from_mapping(deadlines, file=str(path / "pack.yaml")),
        hashes=dict(sorted(hashes.items())),
        overlays=tuple(pack.id for _, pack in layers[1:]),
    )


def _layers(path: Path) -> Iterator[tuple[Path, PackFile]]:
    """The packs from the one extended by all to `path` itself."""
    pack = _pack_file(path)
    if pack.extends is not None:
        yield from _layers(_extended(path, pack.extends))
    yield path, pack


def _extended(path: Path, name: str) -> Path:
    beside = path.parent / name
    return beside if (beside / "pack.yaml").is_file() else data_path("rules", name)


def _pack_file(path: Path) -> PackFile:
    file = path / "pack.yaml"
    if not file.is_file():
        raise RulePackError(f"{path} is not a rule pack: it has no pack.yaml")
    source = _read(file)
    try:
        return PackFile.model_validate(source.value)
    except ValidationError as error:
        raise RulePackError(
            f"{file} cannot be used as it is written", problems_of(source, error, PackFile)
        ) from error


def _read(file: Path) -> Source:
    try:
        return read_yaml(file)
    except ConfigurationError as error:
        raise RulePackError(error.summary, error.problems) from error


def _criteria(
    folder: Path,
    pack: PackFile,
    kinds: Mapping[str, type[BaseModel]],
    problems: list[Problem],
) -> dict[str, Criterion]:
    """The criteria of one layer by id; an id written twice in a layer is a mistake."""
    found: dict[str, Criterion] = {}
    for file in criterion_files(folder):
        source = _read(file)
        criterion = _criterion(source, kinds, problems)
        if criterion is None:
            continue
        if criterion.id in found:
            problems.append(source.problem(("id",), f"{criterion.id!r} is written twice"))
        expected = f"{criterion.domain}/{criterion.id.partition('.')[2]}.yaml"
        if file.relative_to(folder).as_posix() != expected:
            problems.append(source.problem(("id",), "does not match the file", expected))
        found[criterion.id] = criterion
    return found


def criterion_files(folder: Path) -> list[Path]:
    """The criterion files of a pack's folder, in order of name."""
    return sorted(file for file in folder.glob("*/*.yaml") if not file.name.endswith(_EXAMPLES))


def _criterion(
    source: Source, kinds: Mapping[str, type[BaseModel]], problems: list[Problem]
) -> Criterion | None:
    try:
        written = CriterionFile.model_validate(source.value)
    except ValidationError as error:
        problems.extend(problems_of(source, error, CriterionFile))
        return None
    settings = kinds.get(written.check.kind)
    if settings is None:
        hint = did_you_mean(written.check.kind, kinds)
        problems.append(source.problem(("check", "kind"), "there is no such kind of check", hint))
        return None
    try:
        params = settings.model_validate(written.check.model_extra)
    except ValidationError as error:
        problems.extend(problems_of(source, error, settings, below=("check",)))
        return None
    return _built(written, params)


def _built(written: CriterionFile, params: BaseModel) -> Criterion:
    asked = written.applies_to
    return Criterion(
        id=written.id,
        revision=written.revision,
        domain=written.domain,
        title=written.title,
        question=written.question,
        why=written.why,
        sources=written.sources,
        auto=written.auto,
        axis=written.axis,
        weight=written.weight,
        severity=written.severity,
        applies_to=Applicability(
            case_types=None if asked.case_types is None else frozenset(asked.case_types),
            min_age=asked.min_age,
            max_age=asked.max_age,
            open_only=asked.open_only,
        ),
        due=None if written.due is None else Due(written.due.days_open),
        needs=frozenset(written.needs),
        check=written.check.kind,
        params=params,
        gap=written.gap,
        ask=written.ask,
    )


def _words(folder: Path) -> dict[str, tuple[str, ...]]:
    """The word lists of a layer: an entry a line, `#` begins a comment."""
    lists = {}
    for file in sorted((folder / "words").glob("*.txt")):
        lines = (line.strip() for line in file.read_text(encoding="utf-8").splitlines())
        lists[file.stem] = tuple(line for line in lines if line and not line.startswith("#"))
    return lists


def _hashes(folder: Path, pack: str) -> dict[str, str]:
    files = [*folder.glob("*.yaml"), *criterion_files(folder), *(folder / "words").glob("*.txt")]
    return {
        f"{pack}/{file.relative_to(folder).as_posix()}": hashlib.sha256(
            file.read_bytes().replace(b"\r\n", b"\n")
        ).hexdigest()
        for file in sorted(files)
    }


def _in_order(criteria: dict[str, Criterion], domains: tuple[str, ...]) -> list[Criterion]:
    place = {domain: at for at, domain in enumerate(domains)}
    return sorted(criteria.values(), key=lambda c: (place.get(c.domain, len(place)), c.id))


def _unknown_removal(folder: Path, removed: str, known: Mapping[str, Criterion]) -> Problem:
    return Problem(
        f"remove: there is no criterion {removed!r} to remove",
        str(folder / "pack.yaml"),
        hint=did_you_mean(removed, known),
    )
