"""The tree keeps the shape that the project promised."""

import ast
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LONGEST_MODULE = 400

TOP_LEVEL = {
    ".ci",
    ".editorconfig",
    ".gitattributes",
    ".gitignore",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "LICENSE",
    "Makefile",
    "README.md",
    "fixtures",
    "plugins",
    "pyproject.toml",
    "rules",
    "sos_audit",
    "tests",
}

PRODUCT = sorted([*ROOT.glob("sos_audit/**/*.py"), *ROOT.glob("plugins/*/sos_audit_*/**/*.py")])
TESTS = sorted([*ROOT.glob("tests/**/*.py"), *ROOT.glob("plugins/*/tests/**/*.py")])


def _name(path):
    """Name a module in a test's id by its place in the repository."""
    return path.relative_to(ROOT).as_posix()


def test_the_top_level_holds_only_what_the_layout_allows():
    listing = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    found = {line.strip('"').split("/")[0] for line in listing.splitlines()}
    assert found - TOP_LEVEL == set()


@pytest.mark.parametrize("module", PRODUCT, ids=_name)
def test_no_module_is_too_long(module):
    assert len(module.read_text(encoding="utf-8").splitlines()) <= LONGEST_MODULE


@pytest.mark.parametrize("module", [*PRODUCT, *TESTS], ids=_name)
def test_every_module_says_what_it_is_for(module):
    assert ast.get_docstring(ast.parse(module.read_text(encoding="utf-8")))
