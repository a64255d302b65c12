"""From a folder of YAML and word lists to a rule pack, or to every mistake in it."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from sos_audit.calendar import Deadlines
from sos_audit.errors import ConfigurationError, RulePackError
from sos_audit.reading.lexicon import Lexicon
from sos_audit.rulepacks.examples import ENDING
from sos_audit.rulepacks.layers import layers, read_source
from sos_audit.rulepacks.model import Applicability, Criterion, Due, RulePack
from sos_audit.rulepacks.problems import did_you_mean, problems_of
from sos_audit.rulepacks.schema import CriterionFile

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from pydantic import BaseModel

    from sos_audit.adapters.mapping.strict_yaml import Source
    from sos_audit.errors import Problem
    from sos_audit.rulepacks.layers import Layer


def load_pack(path: Path, kinds: Mapping[str, type[BaseModel]]) -> RulePack:
    """Read a rule pack, or an overlay on top of the pack it extends.

    `kinds` gives, for each kind of check that can be asked, the model of its settings.

    Raises:
        RulePackError: with file and line of every mistake.
    """
    held = layers(path)
    problems: list[Problem] = []
    criteria: dict[str, Criterion] = {}
    words: dict[str, tuple[str, ...]] = {}
    hashes: dict[str, str] = {}
    for layer in held:
        _remove(layer, criteria, problems)
        criteria |= _criteria(layer, kinds, problems)
        words |= _words(layer.folder)
        hashes |= _hashes(layer)
    deadlines = _deadlines(held, problems)
    if problems:
        raise RulePackError(f"{path} cannot be used as a rule pack", problems)
    domains = _domains(held)
    top = held[-1].pack
    return RulePack(
        id=top.id,
        version=top.version,
        title=top.title,
        presence_cap=_presence_cap(held),
        domains=domains,
        criteria=tuple(_in_order(criteria, domains)),
        lexicon=Lexicon(words),
        deadlines=deadlines,
        hashes=dict(sorted(hashes.items())),
        overlays=tuple(layer.pack.id for layer in held[1:]),
    )


def _remove(layer: Layer, criteria: dict[str, Criterion], problems: list[Problem]) -> None:
    for at, removed in enumerate(layer.pack.remove):
        if criteria.pop(removed, None) is None:
            message = f"there is no criterion {removed!r} to remove"
            hint = did_you_mean(removed, criteria)
            problems.append(layer.source.problem(("remove", at), message, hint))


def _domains(held: Sequence[Layer]) -> tuple[str, ...]:
    """The domains of the base, or the list that an overlay puts in its place."""
    return [layer.pack.domains for layer in held if layer.pack.domains][-1:][0]


def _presence_cap(held: Sequence[Layer]) -> float:
    """The cap of the topmost layer that sets one, or the default."""
    caps = [layer.pack.presence_cap for layer in held if "presence_cap" in _set_in(layer)]
    return caps[-1] if caps else held[-1].pack.presence_cap


def _set_in(layer: Layer) -> set[str]:
    return layer.pack.model_fields_set


def _deadlines(held: Sequence[Layer], problems: list[Problem]) -> Deadlines:
    """The defaults with every layer's changes; a mistake is named at its line."""
    values: dict[str, Any] = {}
    for layer in held:
        for name, value in layer.pack.deadlines.items():
            try:
                Deadlines.from_mapping({name: value})
            except ConfigurationError as error:
                mistake = error.problems[0]
                path = ("deadlines", name)
                problems.append(layer.source.problem(path, mistake.message, mistake.hint))
            else:
                values[name] = value
    return Deadlines.from_mapping(values)


def _criteria(
    layer: Layer,
    kinds: Mapping[str, type[BaseModel]],
    problems: list[Problem],
) -> dict[str, Criterion]:
    """The criteria of one layer by id; an id written twice in a layer is a mistake."""
    found: dict[str, Criterion] = {}
    for file in criterion_files(layer.folder):
        source, criterion = _read_criterion(file, kinds, problems)
        if source is None or criterion is None:
            continue
        if criterion.id in found:
            problems.append(source.problem(("id",), f"{criterion.id!r} is written twice"))
        expected = f"{criterion.domain}/{criterion.id.partition('.')[2]}.yaml"
        if file.relative_to(layer.folder).as_posix() != expected:
            problems.append(source.problem(("id",), "does not match the file", expected))
        found[criterion.id] = criterion
    return found


def _read_criterion(
    file: Path, kinds: Mapping[str, type[BaseModel]], problems: list[Problem]
) -> tuple[Source | None, Criterion | None]:
    try:
        source = read_source(file)
    except RulePackError as error:
        problems.extend(error.problems)
        return None, None
    return source, _criterion(source, kinds, problems)


def criterion_files(folder: Path) -> list[Path]:
    """The criterion files of a pack's folder, in order of name."""
    return sorted(file for file in folder.glob("*/*.yaml") if not file.name.endswith(ENDING))


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


def _hashes(layer: Layer) -> dict[str, str]:
    folder = layer.folder
    files = [*folder.glob("*.yaml"), *criterion_files(folder), *(folder / "words").glob("*.txt")]
    return {
        f"{layer.pack.id}/{file.relative_to(folder).as_posix()}": hashlib.sha256(
            file.read_bytes().replace(b"\r\n", b"\n")
        ).hexdigest()
        for file in sorted(files)
    }


def _in_order(criteria: dict[str, Criterion], domains: tuple[str, ...]) -> list[Criterion]:
    place = {domain: at for at, domain in enumerate(domains)}
    return sorted(criteria.values(), key=lambda c: (place.get(c.domain, len(place)), c.id))
