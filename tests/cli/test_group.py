"""The commands as a whole: their help, their order, and how the program ends."""

import click
import pytest

from sos_audit import __version__
from sos_audit.cli import group

WIDEST = 80


def _commands(command, path=()):
    """Every command with the words that lead to it."""
    yield path, command
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            yield from _commands(command.get_command(context, name), (*path, name))


COMMANDS = dict(_commands(group))
every_command = pytest.mark.parametrize("path", COMMANDS, ids=lambda path: " ".join(path) or "all")


@every_command
def test_help_fits_a_console_of_eighty_columns(sos_audit, path):
    called = sos_audit(*path, "--help")
    assert called.code == 0
    assert [line for line in called.out.splitlines() if len(line) > WIDEST] == []


@every_command
def test_help_opens_with_how_to_call_it_and_what_it_does(sos_audit, path):
    usage, *_ = sos_audit(*path, "--help").out.splitlines()
    assert usage.startswith(" ".join(["Usage: sos-audit", *path]))
    sentence = COMMANDS[path].help.split("\n\n")[0]
    assert len(sentence.split()) >= 4
    assert sentence.rstrip()[-1] in ".:"


@every_command
def test_help_can_be_asked_for_in_one_letter(sos_audit, path):
    assert sos_audit(*path, "-h").out == sos_audit(*path, "--help").out


@every_command
def test_every_option_says_what_it_is_for(path):
    options = [p for p in COMMANDS[path].params if isinstance(p, click.Option)]
    assert [option.name for option in options if not option.help] == []


def test_the_commands_stand_in_the_order_of_their_use(sos_audit):
    listed = [path[0] for path in COMMANDS if len(path) == 1]
    assert listed[:5] == ["run", "preflight", "demo", "report", "statement"]


def test_no_setting_stands_before_the_command_so_none_can_be_lost():
    assert [parameter.name for parameter in group.params] == ["version"]


def test_help_before_the_command_is_about_the_program(sos_audit):
    assert sos_audit("--help", "run").out == sos_audit("--help").out


def test_the_version_is_said(sos_audit):
    assert sos_audit("--version") == (0, f"sos-audit, version {__version__}\n", "")


def test_the_exit_codes_are_in_the_help(sos_audit):
    text = " ".join(sos_audit("--help").out.split())
    assert "0 done, 1 findings at or above --fail-on, 2 a setting or the export cannot be" in text


@pytest.mark.parametrize("arguments", [["nonsense"], ["run"], ["run", "x", "--nonsense"]])
def test_a_call_that_is_not_understood_ends_with_2(sos_audit, arguments):
    called = sos_audit(*arguments)
    assert (called.code, called.out) == (2, "")
    assert called.err.startswith("Usage: sos-audit")


def test_an_error_made_on_purpose_is_one_message_without_a_traceback(sos_audit, tmp_path):
    called = sos_audit("report", tmp_path)
    assert (called.code, called.out) == (2, "")
    assert called.err == (
        f"sos-audit: {tmp_path} is not a whole bundle\n"
        f"  {tmp_path / 'manifest.json'} cannot be read: No such file or directory"
        " (run the audit again)\n"
    )
