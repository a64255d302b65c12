"""Options that several commands share, and what their values mean."""

from __future__ import annotations

from pathlib import Path

import click

from sos_audit.resources import data_path

EXISTING = click.Path(exists=True, path_type=Path)
ANY_PATH = click.Path(path_type=Path)


DAY = click.DateTime(formats=["%Y-%m-%d"])
"""A date written YYYY-MM-DD; click gives it as a date-time at midnight."""


pack_option = click.option(
    "--pack",
    type=ANY_PATH,
    help="The rule pack or overlay folder.  [default: the shipped pack]",
)


def pack_path(pack: Path | None) -> Path:
    """The folder of the pack asked for, by default the shipped one."""
    return pack or data_path("rules", "signs_of_safety")
