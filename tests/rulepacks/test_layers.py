"""An authority's overlay extends, removes and replaces, and changes nothing else."""

import pytest

from sos_audit.errors import RulePackError
from sos_audit.rulepacks import load_examples
from tests.rulepacks.packs import (
    EXAMPLES,
    EXISTS,
    FUTURE,
    OVERLAY,
    PACK,
    load,
    overlay,
    shown,
    small_pack,
    write,
)


def mistakes(tmp_path, pack_yaml=OVERLAY, **files):
    with pytest.raises(RulePackError) as caught:
        load(overlay(tmp_path, pack_yaml, **files))
    return shown(caught.value.problems, tmp_path)


def test_an_overlay_without_changes_has_the_packs_criteria_and_its_own_name(tmp_path):
    pack = load(overlay(tmp_path))
    assert [c.id for c in pack.criteria] == ["danger.exists"]
    assert (pack.id, pack.version, pack.overlays) == ("ours", "2", ("ours",))


def test_an_overlay_adds_a_criterion(tmp_path):
    pack = load(overlay(tmp_path, **{"danger/future.yaml": FUTURE}))
    assert [c.id for c in pack.criteria] == ["danger.exists", "danger.future"]


def test_an_overlay_replaces_a_criterion_by_its_id(tmp_path):
    lighter = EXISTS.replace("weight: 3", "weight: 1")
    pack = load(overlay(tmp_path, **{"danger/exists.yaml": lighter}))
    assert [c.weight for c in pack.criteria] == [1]


def test_an_overlay_removes_a_criterion(tmp_path):
    assert load(overlay(tmp_path, OVERLAY + "remove: [danger.exists]\n")).criteria == ()


def test_an_overlays_word_list_takes_the_place_of_the_packs(tmp_path):
    lists = load(overlay(tmp_path, **{"words/modal.txt": "shall\n"})).lexicon.lists
    assert lists["modal"] == ("shall",)
    assert lists["heading_danger_statement"] == ("danger statement",)


def test_an_overlay_changes_a_deadline_and_leaves_the_others(tmp_path):
    deadlines = load(overlay(tmp_path, OVERLAY + "deadlines: {icpc_working_days: 10}\n")).deadlines
    assert (deadlines.icpc_working_days, deadlines.assessment_working_days) == (10, 45)


def test_an_overlay_keeps_the_packs_cap_unless_it_sets_one(tmp_path):
    small = {"pack.yaml": PACK + "presence_cap: 0.2\n"}
    path = overlay(tmp_path)
    small_pack(tmp_path, **small)
    assert load(path).presence_cap == 0.2
    write(path, {"pack.yaml": OVERLAY + "presence_cap: 0.5\n"})
    assert load(path).presence_cap == 0.5


def test_an_overlay_may_name_the_domains_anew(tmp_path):
    pack = load(overlay(tmp_path, OVERLAY + "domains: [danger, culture]\n"))
    assert pack.domains == ("danger", "culture")


def test_the_files_of_every_layer_are_hashed(tmp_path):
    hashes = load(overlay(tmp_path, **{"words/modal.txt": "shall\n"})).hashes
    assert [name for name in hashes if "modal" in name or "pack" in name] == [
        "ours/pack.yaml",
        "ours/words/modal.txt",
        "small/pack.yaml",
        "small/words/modal.txt",
    ]


def test_an_overlay_on_an_overlay_reads_from_the_bottom(tmp_path):
    path = overlay(tmp_path, **{"danger/future.yaml": FUTURE})
    third = OVERLAY.replace("id: ours", "id: third").replace("extends: small", "extends: ours")
    write(tmp_path / "third", {"pack.yaml": third + "remove: [danger.exists]\n"})
    pack = load(path.parent / "third")
    assert [c.id for c in pack.criteria] == ["danger.future"]
    assert pack.overlays == ("ours", "third")


def test_an_overlay_may_extend_the_shipped_pack(tmp_path):
    text = OVERLAY.replace("extends: small", "extends: signs_of_safety")
    path = write(tmp_path / "ours", {"pack.yaml": text + "remove: [danger.count]\n"})
    assert len(load(path).criteria) == 45


def test_removing_what_is_not_there_is_named_with_its_line(tmp_path):
    text = OVERLAY + "remove:\n  - danger.exist\n"
    assert mistakes(tmp_path, text) == [
        (
            "ours/pack.yaml:7 remove.0: there is no criterion 'danger.exist' to remove "
            "(did you mean danger.exists?)"
        )
    ]


def test_extending_an_unknown_pack_is_named_with_its_line(tmp_path):
    assert mistakes(tmp_path, OVERLAY.replace("extends: small", "extends: smal")) == [
        (
            "ours/pack.yaml:5 extends: there is no pack 'smal', neither beside the overlay nor "
            "among the shipped ones"
        )
    ]


def test_a_pack_that_extends_itself_is_named(tmp_path):
    assert mistakes(tmp_path, OVERLAY.replace("extends: small", "extends: ours")) == [
        "ours/pack.yaml:5 extends: leads back to the same pack"
    ]


def test_a_mistake_in_an_overlays_criterion_is_named_in_the_overlay(tmp_path):
    text = EXISTS.replace("axis: presence", "axis: presense")
    problems = mistakes(tmp_path, **{"danger/exists.yaml": text})
    assert [problem.split(" ")[0] for problem in problems] == ["ours/danger/exists.yaml:9"]


def test_an_overlays_examples_take_the_place_of_the_packs(tmp_path):
    one = EXAMPLES[: EXAMPLES.index("  - name: not there")]
    path = overlay(tmp_path, **{"danger/exists.examples.yaml": one})
    assert [example.name for example in load_examples(path)] == ["there"]


def test_examples_of_a_removed_criterion_go_with_it(tmp_path):
    assert load_examples(overlay(tmp_path, OVERLAY + "remove: [danger.exists]\n")) == []
