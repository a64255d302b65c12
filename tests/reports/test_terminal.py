"""The summary of a run on a terminal, a narrow one, and in a file."""

import dataclasses
import io
from pathlib import Path

import pytest
from rich.console import Console

from sos_audit.reports.terminal import print_summary
from tests.bundle import example

SAVED = Path("out") / "2026-11-01-be74619176c6"
HTML = Path("out") / "html" / "index.html"


def _printed(bundle=None, *, encoding="utf-8", exit_code=0, html=HTML, **options):
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding=encoding, errors="replace")
    console = Console(file=stream, **options)
    print_summary(bundle or example.bundle(), console, saved=SAVED, html=html, exit_code=exit_code)
    stream.flush()
    return raw.getvalue().decode(encoding)


def _lines(text):
    return [line.strip() for line in text.splitlines()]


def test_it_says_what_was_read_and_what_was_withheld():
    lines = _lines(_printed())

    assert "3 children and 9 documents, as at 1 Nov 2026" in lines
    assert "withheld, not read: 2 staff related to family; 1 adoption record" in lines
    assert "refused: 2 forms: date cannot be read" in lines


def test_it_counts_every_outcome():
    text = _printed()

    assert "12  found" in text
    assert "6  not found in the records supplied" in text
    assert "1  checks stopped on an error" in text


def test_a_percentage_stands_beside_what_it_rests_on():
    assert " 50%  2 of 2 assessable" in _printed()
    assert "no score  0 of 1 assessable" in _printed()


def test_critical_gaps_are_counted_and_nobody_is_named():
    text = _printed()

    assert "3 critical gaps in the records of 2 children" in text
    for child in ("C10", "C2", "Ella", "Nan Pat"):
        assert child not in text


def test_paths_are_whole_on_a_narrow_terminal():
    lines = _lines(_printed(width=30))

    assert f"bundle  {SAVED}" in lines
    assert f"pages   {HTML}" in lines


@pytest.mark.parametrize("width", [40, 60, 80])
def test_no_other_line_is_wider_than_the_terminal(width):
    text = _printed(width=width)
    lines = text[: text.index("Where to look")].splitlines()

    assert max(map(len, lines)) <= width


def test_a_file_gets_plain_text():
    assert "\x1b" not in _printed()


def test_a_terminal_gets_colour():
    assert "\x1b[1mRead" in _printed(force_terminal=True, color_system="standard")


def test_bars_need_no_more_than_ascii():
    text = _printed(encoding="ascii")

    assert "#####-----" in text
    assert "█" not in text


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (0, "Exit 0: the run is complete"),
        (1, "Exit 1: the run is complete, and there are findings at or above --fail-on"),
        (3, "Exit 3: the run is incomplete: see what could not be read or assessed"),
    ],
)
def test_the_exit_code_is_explained(code, words):
    assert words in _lines(_printed(exit_code=code))


def test_a_run_without_gaps_says_so_within_its_limits():
    bundle = example.bundle()
    summary = dataclasses.replace(bundle.summary, critical_gaps=0)

    text = _printed(dataclasses.replace(bundle, summary=summary), html=None)

    assert "none among the criteria that could be assessed" in text
    assert "pages" not in text
