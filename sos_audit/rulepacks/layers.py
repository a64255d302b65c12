"""The folders a rule pack is made of: a pack of its own, or overlays on the pack they extend."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pydantic import ValidationError

from sos_audit.adapters.mapping.strict_yaml import read_yaml
from sos_audit.errors import ConfigurationError, RulePackError
from sos_audit.resources import data_path
from sos_audit.rulepacks.problems import problems_of
from sos_audit.rulepacks.schema import PackFile

if TYPE_CHECKING:
    from pathlib import Path

    from sos_audit.adapters.mapping.strict_yaml import Source


class Layer(NamedTuple):
    """One folder, its pack.yaml and where everything in that stands."""

    folder: Path
    pack: PackFile
    source: Source


def layers(path: Path) -> list[Layer]:
    """From the pack that is extended by all to `path` itself.

    Raises:
        RulePackError: with file and line, when one of them is no pack or extends itself.
    """
    found = [_layer(path)]
    while found[0].pack.extends is not None:
        folder = _extended(found[0])
        if any(folder.resolve() == layer.folder.resolve() for layer in found):
            problem = found[0].source.problem(("extends",), "leads back to the same pack")
            raise RulePackError(f"{path} extends itself", [problem])
        found.insert(0, _layer(folder))
    return found


def _layer(folder: Path) -> Layer:
    file = folder / "pack.yaml"
    if not file.is_file():
        raise RulePackError(f"{folder} is not a rule pack: it has no pack.yaml")
    source = read_source(file)
    try:
        return Layer(folder, PackFile.model_validate(source.value), source)
    except ValidationError as error:
        raise RulePackError(
            f"{file} cannot be used as it is written", problems_of(source, error, PackFile)
        ) from error


def _extended(layer: Layer) -> Path:
    """The folder of that name beside the overlay, or the shipped pack."""
    name = str(layer.pack.extends)
    beside = layer.folder.parent / name
    if (beside / "pack.yaml").is_file():
        return beside
    try:
        return data_path("rules", name)
    except ConfigurationError:
        problem = layer.source.problem(
            ("extends",),
            f"there is no pack {name!r}, neither beside the overlay nor among the shipped ones",
        )
        raise RulePackError(f"{layer.folder} extends an unknown pack", [problem]) from None


def read_source(file: Path) -> Source:
    """A pack's YAML file.

    Raises:
        RulePackError: naming every mistake with its line.
    """
    try:
        return read_yaml(file)
    except ConfigurationError as error:
        raise RulePackError(error.summary, error.problems) from error
