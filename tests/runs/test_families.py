"""Case files are read family by family, in the adapter's order."""

from sos_audit.runs.families import in_families
from tests.adapters.interchange_lines import case, write
from tests.runs.shapes import Shape


def _families(tmp_path, *lines):
    cases = Shape("casefile", write(tmp_path / "x.jsonl", lines), None).read(tmp_path)
    return [[case.child.id for case in family.cases] for family in in_families(cases)]


def test_children_of_one_family_are_read_together(tmp_path):
    lines = [case("C3", family_id="F2"), case("C2", family_id="F1"), case("C1", family_id="F2")]
    assert _families(tmp_path, *lines) == [["C2"], ["C1", "C3"]]


def test_a_child_without_a_family_is_read_alone(tmp_path):
    assert _families(tmp_path, case("C1"), case("C2")) == [["C1"], ["C2"]]


def test_a_child_whose_id_is_a_familys_stays_apart(tmp_path):
    lines = [case("F1"), case("C1", family_id="F1")]
    assert sorted(_families(tmp_path, *lines)) == [["C1"], ["F1"]]


def test_a_very_large_family_is_split_in_order_of_id(tmp_path):
    lines = [case(f"C{number:02}", family_id="F") for number in range(41)]
    assert [len(family) for family in _families(tmp_path, *lines)] == [40, 1]
