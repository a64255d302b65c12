"""The page of commands: what `--help` says, word for word."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from sos_audit.cli import group

if TYPE_CHECKING:
    from collections.abc import Iterator

PROGRAM = "sos-audit"
_WIDTH = 80
_INTRODUCTION = """\
# Commands

This page is made from the program itself: it is what `--help` prints. Every command also takes
`--help`.
"""


def cli_page() -> str:
    """The page."""
    sections = (_section(context) for context in contexts())
    return "\n".join([_INTRODUCTION, *sections])


def contexts() -> Iterator[click.Context]:
    """The program and every command below it, in the order that help lists them."""
    yield from _below(_context(group, PROGRAM, None))


def _below(context: click.Context) -> Iterator[click.Context]:
    yield context
    if isinstance(context.command, click.Group):
        for name in context.command.list_commands(context):
            command = context.command.get_command(context, name)
            if command is not None:
                yield from _below(_context(command, name, context))


def _context(command: click.Command, name: str, parent: click.Context | None) -> click.Context:
    settings = command.context_settings | {"terminal_width": _WIDTH, "max_content_width": _WIDTH}
    return click.Context(command, parent, name, **settings)


def _section(context: click.Context) -> str:
    help_ = "\n".join(line.rstrip() for line in context.get_help().splitlines())
    return f"## `{context.command_path}`\n\n```text\n{help_}\n```\n"
