"""Add entries to a mapping file's text; everything that stands there stays as it is, comments too.

The places are found by ruamel's own marks, so quotes, order and comments need no guessing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ruamel.yaml import YAML
from ruamel.yaml.nodes import MappingNode, SequenceNode

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ruamel.yaml.nodes import Node


class Line(NamedTuple):
    """An entry to add, in YAML's flow style, with a remark; a question's begins with `- `."""

    entry: str
    remark: str = ""

    def __str__(self) -> str:
        return f"{self.entry}  # {self.remark}" if self.remark else self.entry


def with_entries(text: str, sections: Mapping[str, Iterable[Line]]) -> str:
    """The text with lines added at the end of each section, or with new sections at its end."""
    wanted = {name: list(lines) for name, lines in sections.items()}
    root = YAML(typ="safe", pure=True).compose(text)
    places = (
        {key.value: (key, value) for key, value in root.value}
        if isinstance(root, MappingNode)
        else {}
    )
    lines = text.splitlines()
    for name, (key, value) in sorted(places.items(), key=_last_line, reverse=True):
        if added := wanted.pop(name, []):
            _insert(lines, key, value, added)
    for name, added in sorted(wanted.items()):
        if added:
            lines += ["", f"{name}:", *(f"  {line}" for line in added)]
    return "\n".join(lines).rstrip("\n") + "\n"


def _last_line(place: tuple[str, tuple[Node, Node]]) -> int:
    return int(place[1][1].start_mark.line)


def _insert(lines: list[str], key: Node, value: Node, added: list[Line]) -> None:
    if isinstance(value, (MappingNode, SequenceNode)) and value.value and not value.flow_style:
        at = _end(value) + 1
        indent = " " * value.start_mark.column
        lines[at:at] = [f"{indent}{line}" for line in added]
        return
    if isinstance(value, (MappingNode, SequenceNode)) and value.value:
        _insert_in_flow(lines, value, added)
        return
    at = key.start_mark.line
    head, mark, remark = lines[at].partition(" #")
    lines[at : at + 1] = [
        f"{head.split(':', 1)[0]}:{'  #' + remark if mark else ''}",
        *(f"  {line}" for line in added),
    ]


def _insert_in_flow(lines: list[str], value: Node, added: list[Line]) -> None:
    """Before the closing bracket, each entry on a line of its own."""
    line, column = value.end_mark.line, value.end_mark.column - 1
    before, after = lines[line][:column].rstrip(), lines[line][column:]
    entries = [entry.entry.removeprefix("- ") for entry in added]
    body = [f"{before}," if before and not before.endswith(",") else before]
    body += [f"  {entry}," for entry in entries]
    lines[line : line + 1] = [*body, f"  {after}"]


def _end(node: Node) -> int:
    """The last line of a value; a block's own end mark lies behind the comments that follow it."""
    if isinstance(node, (MappingNode, SequenceNode)) and node.value and not node.flow_style:
        last = node.value[-1]
        return _end(last[1] if isinstance(last, tuple) else last)
    end, start = node.end_mark, node.start_mark
    return int(end.line - 1 if end.column == 0 and end.line > start.line else end.line)
