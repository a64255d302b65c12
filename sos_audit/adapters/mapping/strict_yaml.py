"""YAML as people are allowed to write it: version 1.2, no anchors, no repeated keys.

Values come back plain, with the line that each of them stands on, so that a later complaint about
a value can say where it is.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.nodes import MappingNode, ScalarNode, SequenceNode

from sos_audit.errors import ConfigurationError, Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from ruamel.yaml.nodes import Node

SIZE_LIMIT = 2_000_000
"""Bytes; a mapping of every question an authority ever asked stays far below it."""

DEPTH_LIMIT = 30
"""Levels of nesting; no file that people edit by hand needs more."""

Path_ = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """A file's plain value, and the line of everything in it."""

    file: str
    value: object
    lines: dict[Path_, int]

    def problem(self, path: Path_, message: str, hint: str | None = None) -> Problem:
        """Complain about the value at `path`, or about the nearest thing around it."""
        dotted = ".".join(str(part) for part in path)
        line = next(
            (self.lines[path[:n]] for n in range(len(path), -1, -1) if path[:n] in self.lines), 1
        )
        return Problem(f"{dotted}: {message}" if dotted else message, self.file, line, hint)


def read_yaml(path: Path) -> Source:
    """Read one YAML document.

    Raises:
        ConfigurationError: naming every repeated key, anchor and syntax mistake with its line.
    """
    try:
        size = path.stat().st_size
        if size > SIZE_LIMIT:
            raise _refused(
                path,
                [Problem(f"the file has {size} bytes", str(path), hint=f"at most {SIZE_LIMIT}")],
            )
        return parse_yaml(path.read_text(encoding="utf-8-sig"), str(path))
    except OSError as error:
        raise _refused(path, [Problem(error.strerror or "cannot be read", str(path))]) from error
    except UnicodeDecodeError as error:
        raise _refused(
            path, [Problem("the file is not UTF-8", str(path), hint="save it as UTF-8")]
        ) from error


def parse_yaml(text: str, file: str) -> Source:
    """Read one YAML document from its text; `file` is what errors call it."""
    try:
        problems = list(_unwanted(text, file))
        if problems:
            raise _refused(file, problems)
        node = _reader().compose(text)
    except MarkedYAMLError as error:
        mark = error.problem_mark
        line = None if mark is None else mark.line + 1
        raise _refused(file, [Problem(error.problem or "not YAML", file, line)]) from error
    except YAMLError as error:
        raise _refused(file, [Problem("not YAML", file)]) from error
    walk = _Walk(file)
    value = None if node is None else walk.value(node, ())
    if walk.problems:
        raise _refused(file, walk.problems)
    return Source(file, value, walk.lines)


def _reader() -> YAML:
    return YAML(typ="safe", pure=True)


def _unwanted(text: str, file: str) -> Iterator[Problem]:
    """Find anchors, aliases and bottomless nesting before anything is built from them."""
    depth = 0
    for event in _reader().parse(text):
        line = event.start_mark.line + 1
        if getattr(event, "anchor", None) is not None:
            yield Problem(
                "anchors and aliases (& and *) are not read", file, line, "write the value out"
            )
        kind = type(event).__name__
        depth += kind.endswith("StartEvent") - kind.endswith("EndEvent")
        if depth > DEPTH_LIMIT:
            yield Problem("nested too deeply", file, line)
            return


def _refused(file: object, problems: list[Problem]) -> ConfigurationError:
    return ConfigurationError(f"{file} cannot be used as it is written", problems)


def _boolean(text: str) -> bool:
    return text.lower() == "true"


def _integer(text: str) -> int | str:
    """Give the number, unless its spelling would be lost: `007` stays as it is written."""
    plain = text.lstrip("+-")
    return int(text) if plain.isdigit() and (plain == "0" or plain[0] != "0") else text


def _number(text: str) -> float | str:
    try:
        return float(text)
    except ValueError:
        return text


_SCALARS: dict[str, Callable[[str], object]] = {
    "tag:yaml.org,2002:bool": _boolean,
    "tag:yaml.org,2002:int": _integer,
    "tag:yaml.org,2002:float": _number,
    "tag:yaml.org,2002:null": lambda _: None,
}


class _Walk:
    """One pass over the parsed nodes, keeping lines and complaints."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.lines: dict[Path_, int] = {}
        self.problems: list[Problem] = []

    def value(self, node: Node, path: Path_) -> object:
        """The plain value of a node; keys are always text."""
        self.lines.setdefault(path, node.start_mark.line + 1)
        if isinstance(node, MappingNode):
            return self._table(node, path)
        if isinstance(node, SequenceNode):
            return [self.value(item, (*path, at)) for at, item in enumerate(node.value)]
        if isinstance(node, ScalarNode):
            return _SCALARS.get(str(node.tag), str)(node.value)
        raise TypeError(node)

    def _table(self, node: MappingNode, path: Path_) -> dict[str, object]:
        table: dict[str, object] = {}
        for key_node, value_node in node.value:
            key, line = str(key_node.value), key_node.start_mark.line + 1
            if key in table:
                self.problems.append(
                    Problem(
                        f"{key!r} stands here a second time", self.file, line, "keep one of them"
                    )
                )
                continue
            self.lines[(*path, key)] = line
            table[key] = self.value(value_node, (*path, key))
        return table
