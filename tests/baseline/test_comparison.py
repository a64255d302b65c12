"""Both tables stand beside each other, and the guide has a place for them."""

import pytest

from sos_audit.evaluate.validation.figures import Bootstrap
from sos_audit.evaluate.validation.measured import NARRATIVE
from tests.baseline.__main__ import PAGE, main, tables
from tests.baseline.page import BEGIN, END
from tests.evaluate.validation.examples import case, labelled, written


@pytest.fixture
def gold(tmp_path):
    """One statement and one case file of each half."""
    labels = {"outcomes": {"danger.exists": "gap"}, "domains": {"danger": 0}}
    for half in ("dev", "test"):
        one = labelled(outcomes={"danger.future": "met"}, text="Nan fears Ella will fall.")
        written(tmp_path, f"statements_{half}.jsonl", one)
        written(tmp_path, f"cases_{half}.jsonl", case(gold=labels))
    return tmp_path


def test_both_halves_have_a_summary_and_a_table_of_statements_and_of_files(gold):
    assert [table.title for table in tables(gold, bootstrap=Bootstrap(0))] == [
        "Summary, development half",
        "Statements, development half",
        "Whole files, development half",
        "Summary, test half",
        "Statements, test half",
        "Whole files, test half",
    ]


def test_a_criterion_stands_beside_the_baselines_figure(gold):
    table = list(tables(gold, bootstrap=Bootstrap(0)))[1]
    assert table.rows == (("danger.future", "1", "1.00", "1.00", "–", "–", "1.00", "1.00", "–"),)


def test_written_figures_are_up_to_date_until_something_changes(gold, tmp_path, capsys):
    page = tmp_path / "accuracy.md"
    page.write_text(f"# Accuracy\n\n{BEGIN}\n\n{END}\n", encoding="utf-8")
    assert main(["--check", "--quick"], gold=gold, page=page) == 1
    assert main(["--write", "--quick"], gold=gold, page=page) == 0
    assert main(["--check", "--quick"], gold=gold, page=page) == 0
    assert capsys.readouterr().out.splitlines() == ["accuracy.md is out of date", "up to date"]
    assert "### Summary, test half" in page.read_text(encoding="utf-8")


def test_without_a_wish_the_tables_are_printed(gold, capsys):
    assert main(["--quick"], gold=gold) == 0
    assert "Statements, test half" in capsys.readouterr().out


@pytest.mark.parametrize("criterion", NARRATIVE)
def test_the_guide_shows_every_measured_criterion(criterion):
    assert f"| {criterion} |" in PAGE.read_text(encoding="utf-8")
