"""`sos-audit report`: the pages of a saved bundle, written again."""

import pytest

from tests.adapters.interchange_lines import case, write
from tests.runs.shapes import files_of


@pytest.fixture
def saved(sos_audit, tmp_path):
    """A saved result, with its pages."""
    export = write(tmp_path / "x.jsonl", [case("C1", team="North")])
    assert sos_audit("run", export, "--out", "out").code == 0
    return tmp_path / "out"


def test_the_pages_are_those_of_the_run(sos_audit, saved, tmp_path):
    called = sos_audit("report", saved, "--out", "pages")
    assert called == (0, "Report: pages/index.html\n", "")
    assert files_of(tmp_path / "pages") == files_of(saved / "html")


def test_they_are_written_beside_the_bundle(sos_audit, saved):
    bundle = saved / (saved / "latest").read_text(encoding="utf-8").strip()
    for named in (saved, bundle):
        assert sos_audit("report", named).out == f"Report: {saved / 'html' / 'index.html'}\n"


def test_a_folder_without_a_bundle_is_named(sos_audit, tmp_path):
    called = sos_audit("report", tmp_path)
    assert called.code == 2
    assert called.err.startswith(f"sos-audit: {tmp_path} is not a whole bundle\n")


def test_a_folder_with_other_things_in_it_is_left_alone(sos_audit, saved, tmp_path):
    mine = tmp_path / "mine"
    mine.mkdir()
    (mine / "letter.txt").write_text("keep me", encoding="utf-8")
    called = sos_audit("report", saved, "--out", mine)
    assert called.code == 2
    assert "holds something other than pages of sos-audit" in called.err
    assert [path.name for path in mine.iterdir()] == ["letter.txt"]
