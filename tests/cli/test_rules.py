"""Rules can be read, explained, proven and checked from the command line."""

import pytest
from click.testing import CliRunner

from sos_audit.cli.rules import command
from tests.checks.example_case import PACK
from tests.rulepacks.packs import EXAMPLES, EXISTS, OVERLAY, overlay, small_pack


def rules(*arguments):
    """Run `sos-audit rules`; give the exit code and what was printed."""
    result = CliRunner().invoke(command, [str(argument) for argument in arguments])
    return result.exit_code, result.output


def lines(*arguments):
    return [line.rstrip() for line in rules(*arguments)[1].splitlines()]


def test_list_shows_a_line_for_each_criterion():
    listed = lines("list")
    assert len(listed) == 1 + len(PACK.criteria) + 1
    assert listed[0].split() == "id domain auto axis weight severity title".split()
    assert "danger.exists danger A presence 3 critical A danger statement is on file" in [
        " ".join(line.split()) for line in listed
    ]


def test_list_reads_another_pack(tmp_path):
    listed = lines("list", "--pack", small_pack(tmp_path))
    assert listed[-1] == "1 criteria of small 1"


def test_list_reads_an_overlay(tmp_path):
    assert lines("list", "--pack", overlay(tmp_path))[-1] == "1 criteria of ours 2"


@pytest.mark.parametrize(
    "text",
    [
        "danger.future  What could happen is said",
        "Does each danger statement say what could happen if nothing changes?",
        "statement: danger_statement; any_of: future_harm",
        "Child in need, Looked after, Child protection, Pre-proceedings; open and closed cases",
        "45 days after the case opened",
        "weight 2; severity major",
        "What could happen if nothing changes was not found in the records supplied.",
        "If nothing changes, what are you worried will happen?",
        "S01, S03, S20",
        "gap: a worry without a what",
        "(a known miss: the check does not reach this)",
    ],
)
def test_explain_says(text):
    assert text in " ".join(rules("explain", "danger.future")[1].split()).replace(
        "danger.future What", "danger.future  What"
    )


def test_explain_suggests_the_nearest_id():
    code, printed = rules("explain", "danger.futur")
    assert code == 2
    assert "there is no criterion 'danger.futur'; did you mean danger.future?" in printed


def test_explain_of_something_else_says_where_to_look():
    assert "see: rules list" in rules("explain", "xyz")[1]


def test_test_passes_when_all_is_as_a_careful_reader_says(tmp_path):
    code, printed = rules("test", "--pack", small_pack(tmp_path))
    assert (code, printed) == (
        0,
        "3 examples of small 1: 3 as expected, 0 known misses, 0 to put right\n",
    )


def test_test_fails_by_naming_the_example(tmp_path):
    text = EXAMPLES.replace("expect: gap", "expect: met")
    code, printed = rules(
        "test", "--pack", small_pack(tmp_path, **{"danger/exists.examples.yaml": text})
    )
    assert code == 1
    assert (
        "exists.examples.yaml:11 danger.exists: false negative against 'not there': a careful "
        "reader says met, the check says gap\n" in printed
    )


def test_test_can_be_limited_to_a_criterion():
    code, printed = rules("test", "stat.rcpc")
    assert (code, printed.split(":")[1]) == (0, " 5 as expected, 0 known misses, 0 to put right\n")


def test_test_of_an_unknown_criterion_is_a_mistake():
    assert rules("test", "stat.rcp")[0] == 2


def test_test_without_examples_proves_nothing(tmp_path):
    path = small_pack(tmp_path)
    (path / "danger/exists.examples.yaml").unlink()
    assert rules("test", "--pack", path)[0] == 1


def test_lint_has_nothing_to_say_of_a_pack_in_order(tmp_path):
    assert rules("lint", "--pack", small_pack(tmp_path)) == (
        0,
        "Nothing to put right in 1 criteria and 2 word lists\n",
    )


def test_lint_names_file_and_line(tmp_path):
    text = EXISTS.replace("will happen?", "will happen.")
    code, printed = rules("lint", "--pack", small_pack(tmp_path, **{"danger/exists.yaml": text}))
    assert code == 1
    assert printed.endswith(
        "danger/exists.yaml:17 ask: is no question (end it with a question mark)\n"
        "1 to put right in small\n"
    )


def test_lint_of_what_cannot_be_loaded_names_every_mistake(tmp_path):
    code, printed = rules("lint", "--pack", overlay(tmp_path, OVERLAY + "remove: [x.y, x.z]\n"))
    assert code == 1
    assert printed.count("there is no criterion") == 2
