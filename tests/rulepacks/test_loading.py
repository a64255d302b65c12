"""A folder of YAML and word lists becomes a rule pack, or every mistake in it is named."""

import pytest

from sos_audit.errors import RulePackError
from tests.rulepacks.packs import EXISTS, FUTURE, PACK, SHIPPED, load, shown, small_pack


def mistakes(tmp_path, **files):
    with pytest.raises(RulePackError) as caught:
        load(small_pack(tmp_path, **files))
    return shown(caught.value.problems, tmp_path)


def test_a_pack_has_its_criteria_in_the_order_of_its_domains(tmp_path):
    goal = EXISTS.replace("danger.exists", "goal.exists").replace("domain: danger", "domain: goals")
    pack = load(small_pack(tmp_path, **{"danger/future.yaml": FUTURE, "goals/exists.yaml": goal}))
    assert [c.id for c in pack.criteria] == ["danger.exists", "danger.future", "goal.exists"]


def test_the_shipped_pack_loads():
    assert len(load(SHIPPED).criteria) == 46


def test_every_file_is_hashed_but_examples_are_not(tmp_path):
    assert list(load(small_pack(tmp_path)).hashes) == [
        "small/danger/exists.yaml",
        "small/pack.yaml",
        "small/words/heading_danger_statement.txt",
        "small/words/modal.txt",
    ]


def test_line_ends_do_not_change_a_hash(tmp_path):
    before = load(small_pack(tmp_path)).hashes
    windows = EXISTS.replace("\n", "\r\n").encode()
    (tmp_path / "small/danger/exists.yaml").write_bytes(windows)
    assert load(tmp_path / "small").hashes == before


def test_a_folder_without_pack_yaml_is_no_pack(tmp_path):
    with pytest.raises(RulePackError, match=r"is not a rule pack: it has no pack\.yaml"):
        load(tmp_path)


def test_a_misspelt_setting_is_named_with_its_line(tmp_path):
    text = EXISTS.replace("severity: critical", "severty: critical")
    assert mistakes(tmp_path, **{"danger/exists.yaml": text}) == [
        "small/danger/exists.yaml:1 severity: is missing",
        "small/danger/exists.yaml:11 severty: there is no such setting (did you mean severity?)",
    ]


def test_an_unknown_kind_of_check_suggests_the_nearest(tmp_path):
    text = EXISTS.replace("kind: statement_exists", "kind: statement_exist")
    assert mistakes(tmp_path, **{"danger/exists.yaml": text}) == [
        (
            "small/danger/exists.yaml:14 check.kind: there is no such kind of check "
            "(did you mean statement_exists?)"
        )
    ]


def test_a_check_that_is_set_wrongly_is_named_with_its_line(tmp_path):
    text = EXISTS.replace("[danger_statement]", "[danger_statment]")
    problems = mistakes(tmp_path, **{"danger/exists.yaml": text})
    assert len(problems) == 1
    assert problems[0].startswith(
        "small/danger/exists.yaml:15 check.statement.0: 'danger_statment' is not known ("
    )


def test_an_id_that_does_not_match_its_file_is_named(tmp_path):
    assert mistakes(tmp_path, **{"danger/other.yaml": FUTURE}) == [
        "small/danger/other.yaml:1 id: does not match the file (danger/future.yaml)"
    ]


def test_an_id_written_twice_is_named(tmp_path):
    problems = mistakes(tmp_path, **{"danger/twice.yaml": EXISTS})
    assert problems[0] == "small/danger/twice.yaml:1 id: 'danger.exists' is written twice"


def test_a_revision_below_one_is_refused(tmp_path):
    text = EXISTS.replace("revision: 1", "revision: 0")
    assert mistakes(tmp_path, **{"danger/exists.yaml": text}) == [
        "small/danger/exists.yaml:2 revision: Input should be greater than or equal to 1"
    ]


def test_a_criterion_without_sources_is_refused(tmp_path):
    text = EXISTS.replace("sources: [S01]", "sources: []")
    problems = mistakes(tmp_path, **{"danger/exists.yaml": text})
    assert problems[0].startswith(
        "small/danger/exists.yaml:7 sources: Tuple should have at least 1"
    )


def test_an_unknown_deadline_is_named_with_its_line(tmp_path):
    text = PACK + "deadlines:\n  icpc_working_day: 10\n"
    assert mistakes(tmp_path, **{"pack.yaml": text}) == [
        (
            "small/pack.yaml:7 deadlines.icpc_working_day: there is no deadline called "
            "'icpc_working_day' (did you mean 'icpc_working_days'?)"
        )
    ]


def test_all_mistakes_are_named_at_once(tmp_path):
    files = {
        "danger/exists.yaml": EXISTS.replace("weight: 3", "weight: 9"),
        "danger/future.yaml": FUTURE.replace("auto: B", "auto: D"),
        "danger/broken.yaml": "id: [",
    }
    problems = mistakes(tmp_path, **files)
    assert {problem.split(":")[0] for problem in problems} == {
        "small/danger/exists.yaml",
        "small/danger/future.yaml",
        "small/danger/broken.yaml",
    }


def test_word_lists_leave_comments_and_empty_lines_out(tmp_path):
    pack = load(small_pack(tmp_path, **{"words/modal.txt": "# verbs\n\ncould\n  might  \n"}))
    assert pack.lexicon.lists["modal"] == ("could", "might")
