"""`sos-audit validate` measures a pack against labelled texts, from the outside."""

import json

import pytest

from sos_audit.resources import data_path
from tests.evaluate.validation.examples import case, labelled, written

FUTURE = {"danger.future": "met", "danger.grounded": "gap"}
SECRET = "Zebedee"


@pytest.fixture
def gold(tmp_path):
    """Two statements of the development half, two of the test half, and a case file."""
    texts = [labelled(f"d{at}", outcomes=FUTURE, family=f"F{at}") for at in range(2)]
    hidden = f"{SECRET} is worried that Ella falls."
    tests = [labelled(f"t{at}", text=hidden, outcomes=FUTURE, family=f"T{at}") for at in range(2)]
    written(tmp_path / "gold", "statements_dev.jsonl", *texts)
    written(tmp_path / "gold", "statements_test.jsonl", *tests)
    outcomes = {"outcomes": {"danger.exists": "gap"}, "domains": {"danger": 0}}
    written(tmp_path / "gold", "cases_dev.jsonl", case(gold=outcomes))
    return tmp_path / "gold"


@pytest.fixture
def validate(sos_audit):
    """The command, without intervals."""
    return lambda *arguments: sos_audit("validate", *arguments, "--resamples", 0)


def test_a_folder_gives_figures_of_statements_and_of_whole_files(validate, gold):
    called = validate(gold)
    assert called.code == 0
    assert "statements: macro-F1 of met" in called.out
    assert "whole files: AC1" in called.out


def test_one_half_alone_is_measured(validate, gold):
    record = json.loads(validate(gold, "--split", "dev", "--format", "json").out)
    assert (record["schema"], record["split"]) == ("sos_audit.validation.v1", "dev")
    assert record["statements"]["n"] == 2
    assert record["cases"]["n"] == 1


def test_one_file_is_measured_as_an_authoritys_own_sample(validate, gold):
    called = validate(gold / "statements_dev.jsonl", "--format", "json")
    record = json.loads(called.out)
    assert record["statements"]["criteria"]["danger.future"]["n"] == 2
    assert record["cases"] is None


def test_markdown_has_a_table_a_heading(validate, gold):
    out = validate(gold, "--format", "markdown").out
    assert "## Statements: met\n\n| criterion | n | met | precision | recall | F1 |" in out


def test_html_goes_into_a_file_of_its_own(validate, gold, tmp_path):
    called = validate(gold, "--format", "html", "--out", tmp_path / "new" / "figures.html")
    assert (called.code, called.out) == (0, "")
    page = (tmp_path / "new" / "figures.html").read_text(encoding="utf-8")
    assert page.startswith("<!doctype html>")
    assert "<script" not in page


def test_misses_are_quoted_on_request_only(validate, gold):
    words = "Nan is worried that Ella will be hurt."
    wrong = labelled("w", outcomes={"danger.future": "gap"}, text=words)
    written(gold, "statements_dev.jsonl", wrong)
    assert words not in validate(gold, "--split", "dev").out
    assert words in validate(gold, "--split", "dev", "--misses", 1).out


def test_the_test_half_is_quoted_only_when_it_may_be_shown(validate, gold):
    wrong = labelled("w", outcomes={"danger.future": "gap"}, text=f"{SECRET} may be hurt.")
    written(gold, "statements_test.jsonl", wrong)
    refused = validate(gold, "--split", "test", "--misses", 5)
    assert refused.code == 2
    assert "--show-test" in refused.err
    assert SECRET not in validate(gold, "--misses", 50).out
    assert SECRET in validate(gold, "--split", "test", "--misses", 5, "--show-test").out


def test_lines_that_cannot_be_used_are_named_and_the_rest_is_measured(validate, gold):
    file = written(
        gold, "statements_dev.jsonl", labelled(outcomes=FUTURE), "{", labelled("x", kind="poem")
    )
    called = validate(gold, "--split", "dev")
    assert called.code == 3
    first, second = called.err.splitlines()
    assert first.startswith(f"{file}:2 is not JSON")
    assert second.startswith(f"{file}:3 kind: ")
    assert "2 lines refused." in called.out


def test_a_refusal_never_quotes_the_text(validate, gold):
    written(gold, "statements_dev.jsonl", labelled(text=SECRET, outcomes={"danger.future": SECRET}))
    called = validate(gold / "statements_dev.jsonl")
    assert called.code == 2
    assert SECRET not in called.err


@pytest.mark.parametrize("name", ["nowhere", "empty"])
def test_nothing_that_can_be_used_ends_with_two(validate, tmp_path, name):
    (tmp_path / "empty").mkdir()
    called = validate(tmp_path / name)
    assert called.code == 2
    assert name in called.err


def test_prompts_are_measured_when_they_are_asked_for(validate, gold, tmp_path):
    pack = tmp_path / "local"
    written(
        pack,
        "pack.yaml",
        "pack: sos_audit.pack.v1",
        "id: local",
        'version: "1"',
        "title: Local",
        "extends: signs_of_safety",
    )
    shipped = data_path("rules", "signs_of_safety") / "danger" / "future.yaml"
    prompt = shipped.read_text(encoding="utf-8").replace("auto: B", "auto: C")
    written(pack / "danger", "future.yaml", prompt)

    def asked(*more):
        called = validate(gold, "--pack", pack, "--format", "json", *more)
        return json.loads(called.out)["statements"]["criteria"]["danger.future"]["asked"]

    assert (asked(), asked("--demoted")) == (False, True)


def test_robustness_lists_what_flips(validate, gold):
    called = validate(gold, "--split", "dev", "--robust")
    assert called.code == 0
    assert "Robustness: flips\n" in called.out
    assert "Outcome rates: statements by age" in called.out
    record = json.loads(validate(gold, "--split", "dev", "--robust", "--format", "json").out)
    assert {flips["perturbation"] for flips in record["robustness"]["flips"]} > {"Welsh names"}
