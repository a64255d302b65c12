"""Mappings are begun, added to and checked from the command line."""

import stat

import pytest
from click.testing import CliRunner

from sos_audit.adapters.mapping import load_mapping
from sos_audit.cli import group
from sos_audit.errors import ConfigurationError, MappingError
from sos_audit.resources import data_path
from tests.rendering.table import Table, write_tables

DEMO = data_path("demo", "tabular")
MAPPING = DEMO / "mapping.yaml"

EXPORT = Table(
    "form_answers",
    ("person_id", "form_id", "form_name", "question", "answer", "restricted"),
    [
        {
            "person_id": "1",
            "form_id": "5",
            "form_name": "Review",
            "question": question,
            "answer": "ZEBRAFINCH said <so>.",
            "restricted": "N",
        }
        for question in ("Danger statement", "Anything else?")
    ],
)

MINE = """\
# ours
mapping: sos_audit.mapping.v1
authority: E09000000
system: tabular
stable_child_key: person_id
restricted: declared
questions:
  # the one that matters
  - {text: Danger statement, kind: danger_statement}
"""


def mapping(*arguments):
    return CliRunner().invoke(group, ["mapping", *map(str, arguments)], catch_exceptions=False)


@pytest.fixture
def export(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    write_tables(tmp_path / "export", [EXPORT], "")
    (tmp_path / "export" / "mapping.yaml").unlink()
    return tmp_path / "export"


def test_a_mapping_is_suggested_that_can_be_used(export, tmp_path):
    done = mapping("suggest", export, "--out", tmp_path / "new.yaml")
    assert done.exit_code == 0
    known = load_mapping(tmp_path / "new.yaml")
    assert known.question(None, "Danger statement").kind == "danger_statement"
    assert known.question(None, "Anything else?").kind is None
    assert known.form_kind("Review") == "review"


def test_what_stands_in_a_mapping_stays_with_its_comments(export, tmp_path):
    mine = tmp_path / "mine.yaml"
    mine.write_text(MINE, encoding="utf-8")
    mapping("suggest", export, "--mapping", mine, "--out", mine)
    text = mine.read_text("utf-8")
    assert text.startswith(MINE)
    assert '- {text: "Anything else?", kind: null}  # once' in text
    mapping("suggest", export, "--mapping", mine, "--out", mine)
    assert mine.read_text("utf-8") == text


def test_answers_are_in_the_page_alone_and_it_is_for_its_owner(export, tmp_path):
    done = mapping(
        "suggest", export, "--out", tmp_path / "new.yaml", "--html", tmp_path / "page.html"
    )
    assert "ZEBRAFINCH" in (tmp_path / "page.html").read_text("utf-8")
    assert "ZEBRAFINCH" not in (tmp_path / "new.yaml").read_text("utf-8") + done.output
    assert stat.S_IMODE((tmp_path / "page.html").stat().st_mode) == 0o600


def test_without_a_file_the_mapping_is_printed(export):
    assert "questions:" in mapping("suggest", export).output


def test_nothing_of_the_export_stays_behind(export, tmp_path):
    mapping("suggest", export)
    assert [path.name for path in tmp_path.iterdir()] == ["export"]


def test_lint_of_a_good_mapping_ends_with_0(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    done = mapping("lint", MAPPING, DEMO)
    assert done.exit_code == 0
    assert ": 0 errors," in done.output
    assert "0 not mapped" in done.output


def test_lint_lists_what_is_not_mapped_and_ends_with_1_on_a_contradiction(export, tmp_path):
    mine = tmp_path / "mine.yaml"
    mine.write_text(f"{MINE}  - {{text: danger statement, kind: worry}}\n", encoding="utf-8")
    done = mapping("lint", mine, export)
    assert done.exit_code == 1
    assert "mine.yaml:10 questions.1: the same text as in entry 1" in done.output
    assert "question Anything else?" in done.output


def test_the_interchange_form_needs_none():
    with pytest.raises(ConfigurationError, match="no mapping"):
        mapping("suggest", data_path("demo", "casefile"))


def test_a_run_without_mapping_writes_a_starter_and_spoils_none(export, tmp_path):
    for name in ("out-mapping.yaml", "out-mapping-2.yaml"):
        with pytest.raises(MappingError) as caught:
            CliRunner().invoke(
                group,
                ["run", str(export), "--out", str(tmp_path / "out")],
                catch_exceptions=False,
            )
        assert caught.value.exit_code == 2
        assert str(tmp_path / name) in str(caught.value)
        assert "not mapped: question 'Danger statement', 1 times" in str(caught.value)
        assert load_mapping(tmp_path / name)
    assert not (tmp_path / "out").exists()


def test_preflight_says_so_before_a_run(export):
    done = CliRunner().invoke(group, ["preflight", str(export)], catch_exceptions=False)
    assert "No mapping was given" in done.output
    assert "question Danger statement" in done.output
    assert "ZEBRAFINCH" not in done.output
