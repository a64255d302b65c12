"""What is seen of a run while it goes on: stages and counts, never names or narrative."""

import io
import json
import os
import re
import subprocess
import sys

import pytest
from rich.console import Console

from sos_audit.cli import watching
from tests.runs.shapes import LINES, SHAPES, demo_lines

_WORD = re.compile(r"\w+")
NAMES_TOO_PLAIN = frozenset({"case", "files", "stage", "east", "the", "info", "level", "and"})


def _secrets():
    """Every name of the families, word for word, and every line of their narrative."""
    _, cases = demo_lines()
    words, lines = set(), set()
    for case in cases:
        people = [case["child"], *case["people"], *case["workers"]]
        people += [d["author"] for d in case["documents"] if d["author"]]
        for person in people:
            words |= set(_WORD.findall((person["name"] or "").lower()))
        for document in case["documents"]:
            lines |= {line for line in document["text"].splitlines() if len(line) > 20}
    return words - NAMES_TOO_PLAIN, lines


def _program(*arguments, **environment):
    return subprocess.run(
        [sys.executable, "-m", "sos_audit", *map(str, arguments)],
        capture_output=True,
        check=False,
        env={**os.environ, **environment},
    )


@pytest.fixture(scope="module")
def ascii_run(tmp_path_factory):
    """A run of the program on a console that knows nothing but ASCII."""
    mosaic = SHAPES[-1]
    out = tmp_path_factory.mktemp("ascii")
    return _program(
        "run", mosaic.export, "--mapping", mosaic.mapping, "--out", out, PYTHONIOENCODING="ascii"
    )


def test_a_console_without_the_characters_does_not_end_the_run(ascii_run):
    assert ascii_run.returncode == 0
    assert ascii_run.stdout.isascii()
    assert b"Exit 0: the run is complete" in ascii_run.stdout


def test_each_line_of_the_log_is_json(ascii_run):
    lines = [json.loads(line) for line in ascii_run.stderr.splitlines()]
    assert [(line["event"], line["stage"]) for line in lines] == [
        ("stage", "reading the export"),
        ("stage", "auditing"),
        ("stage", "saving the bundle"),
        ("stage", "writing the pages"),
    ]
    assert {line["level"] for line in lines} == {"info"}


def test_neither_log_nor_summary_holds_a_name_or_narrative(ascii_run):
    printed = (ascii_run.stdout + ascii_run.stderr).decode("ascii")
    words, lines = _secrets()
    assert len(words) > 60
    assert words & set(_WORD.findall(printed.lower())) == set()
    assert [line for line in lines if line in printed] == []


def test_the_log_of_a_run_that_refuses_rows_holds_none_of_their_words(tmp_path):
    header, first, *_ = LINES.read_text(encoding="utf-8").splitlines()
    wrong = first.replace('"case_type": "cp"', '"case_type": "Kuba Wrona"')
    assert wrong != first
    export = tmp_path / "x.jsonl"
    export.write_text("\n".join([header, wrong, first.replace("C101", "C999")]) + "\n", "utf-8")
    ended = _program("run", export, "--out", tmp_path / "out")
    assert ended.returncode == 3
    assert b"Wrona" not in ended.stdout + ended.stderr


def test_json_lines_are_answered_on_a_console_that_knows_only_ascii():
    line = json.dumps({"id": "é", "kind": "child_voice", "text": "Zoë said “I’m fine”."})
    ended = subprocess.run(
        [sys.executable, "-m", "sos_audit", "statement", "--jsonl", "-"],
        input=line.encode(),
        capture_output=True,
        check=True,
        env={**os.environ, "PYTHONIOENCODING": "ascii"},
    )
    assert json.loads(ended.stdout)["id"] == "é"


def test_a_log_counts_each_thousand(capsys):
    with watching.watching() as progress:
        progress.stage("auditing")
        for _ in range(3):
            progress.audited(400)
        progress.audited(2000)
    lines = [json.loads(line) for line in capsys.readouterr().err.splitlines()]
    assert [(line["event"], line["case_files"]) for line in lines] == [
        ("stage", 0),
        ("audited", 1200),
        ("audited", 3200),
    ]


def test_a_terminal_shows_stage_and_count(monkeypatch):
    shown = io.StringIO()

    def console(**_):
        return Console(file=shown, force_terminal=True, width=80, no_color=True)

    monkeypatch.setattr(watching, "Console", console)
    with watching.watching() as progress:
        progress.stage("auditing")
        progress.audited(7)
        progress.audited(5)
    assert "auditing" in shown.getvalue()
    assert "12 case files" in shown.getvalue()
