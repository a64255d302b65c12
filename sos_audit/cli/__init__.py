"""The command line: one command a module, loaded only when it is called."""

from __future__ import annotations

import importlib
import io
import sys
from typing import TYPE_CHECKING

import click

from sos_audit import __version__
from sos_audit.errors import SosAuditError

if TYPE_CHECKING:
    from collections.abc import Sequence

_COMMANDS = {
    "run": "run",
    "preflight": "preflight",
    "demo": "demo",
    "report": "report",
    "statement": "statement",
    "rules": "rules",
    "adapters": "adapters",
    "mapping": "mapping",
    "validate": "validate",
    "pseudonymise": "pseudonymise",
}
"""Command names in the order that help lists them, and the module each lives in."""

_PROGRAM = "sos-audit"


class _Lazy(click.Group):
    """A group that imports a command's module when the command is first needed."""

    def list_commands(self, _ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, _ctx: click.Context, name: str) -> click.Command | None:
        if name not in _COMMANDS:
            return None
        module = importlib.import_module(f"sos_audit.cli.{_COMMANDS[name]}")
        command: click.Command = module.command
        return command


@click.group(cls=_Lazy, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name=_PROGRAM)
def group() -> None:
    """Audit children's case files for how far practice by Signs of Safety is on record.

    It speaks about records and practice, never about how risky a family is. A gap means "not
    found in the records supplied"; a person decides what it means.

    Exit codes: 0 done, 1 findings at or above --fail-on, 2 a setting or the export cannot be
    used, 3 the run is incomplete.
    """


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the program; errors made on purpose end it with their own exit code and one message."""
    _print_whatever_comes()
    try:
        group.main(args=None if arguments is None else list(arguments), prog_name=_PROGRAM)
    except SosAuditError as error:
        click.echo(f"{_PROGRAM}: {error}", err=True)
        sys.exit(error.exit_code)


def _print_whatever_comes() -> None:
    """A console that lacks a character shows another in its place; it never ends the run."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
