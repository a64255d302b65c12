"""The generated pages hold everything that the program has."""

import pytest

from sos_audit.checks import CHECKS
from sos_audit.findings import Outcome
from tests.checks.example_case import PACK
from tests.docs.__main__ import differences, main
from tests.docs.cli_page import cli_page, contexts
from tests.docs.rules_page import rules_page


@pytest.fixture(scope="module")
def rules():
    return rules_page()


@pytest.fixture(scope="module")
def commands():
    return cli_page()


@pytest.mark.parametrize("criterion", [c.id for c in PACK.criteria])
def test_the_catalogue_has_a_section_for_every_criterion(rules, criterion):
    assert f"### `{criterion}`\n" in rules


@pytest.mark.parametrize("kind", CHECKS)
def test_the_catalogue_names_every_kind_of_check(rules, kind):
    assert f"- `{kind}`: " in rules


@pytest.mark.parametrize("outcome", Outcome)
def test_the_catalogue_explains_every_outcome(rules, outcome):
    assert f"| `{outcome}` |" in rules


@pytest.mark.parametrize("text", ["What could happen is said.", "a known miss, which the check"])
def test_the_catalogue_shows_titles_and_known_misses(rules, text):
    assert text in rules


def test_the_page_of_commands_has_a_section_for_every_command(commands):
    headings = [line for line in commands.splitlines() if line.startswith("## ")]
    assert headings == [f"## `{context.command_path}`" for context in contexts()]


def test_commands_inside_a_command_have_their_own_section(commands):
    assert "## `sos-audit rules explain`\n" in commands


def test_a_page_in_order_has_no_differences(tmp_path):
    (tmp_path / "rules.md").write_text("# Rules\n")
    assert list(differences({"rules.md": "# Rules\n"}, tmp_path)) == []


def test_a_page_out_of_date_shows_the_line(tmp_path):
    (tmp_path / "rules.md").write_text("# Rule\n")
    assert list(differences({"rules.md": "# Rules\n"}, tmp_path))[-2:] == ["-# Rule", "+# Rules"]


def test_written_pages_are_up_to_date(tmp_path, capsys):
    assert main(["--check"], tmp_path) == 1
    assert main([], tmp_path) == 0
    capsys.readouterr()
    assert main(["--check"], tmp_path) == 0
    assert capsys.readouterr().out == "the guide's generated pages are up to date\n"
