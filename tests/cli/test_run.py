"""`sos-audit run`: exit codes in their order, settings from a file, both orders of options."""

import json

import pytest

from sos_audit.resources import data_path
from tests.adapters.interchange_lines import HEADER, case, write
from tests.runs.shapes import files_of

DEMO = data_path("demo", "casefile")
PACK = data_path("rules", "signs_of_safety")

OPENED = {"case_type": "cp", "status": "open", "opened": "2026-01-05"}


@pytest.fixture
def export(tmp_path):
    """A small export: one child with gaps, some of them critical."""
    return write(tmp_path / "x.jsonl", [case("C1", team="North", **OPENED)])


@pytest.fixture
def broken(tmp_path):
    """The same with a line that cannot be read."""
    return write(tmp_path / "broken.jsonl", [case("C1", **OPENED), "{"])


def test_a_run_says_where_to_look(sos_audit, export, tmp_path):
    called = sos_audit("run", export, "--out", "out")
    assert called.code == 0
    bundle = (tmp_path / "out" / "latest").read_text(encoding="utf-8").strip()
    assert f"  bundle  out/{bundle}\n" in called.out
    assert "  pages   out/html/index.html\n" in called.out
    assert "Exit 0: the run is complete" in called.out
    assert (tmp_path / "out" / "html" / "north" / "C1.html").is_file()


def test_the_folder_is_named_for_the_program_where_none_is_given(sos_audit, export, tmp_path):
    sos_audit("run", export)
    assert (tmp_path / "sos-audit-out" / "latest").is_file()


def test_no_report_need_be_written(sos_audit, export, tmp_path):
    called = sos_audit("run", export, "--report", "", "--out", "out")
    assert called.code == 0
    assert not (tmp_path / "out" / "html").exists()


@pytest.mark.parametrize(
    ("options", "code"),
    [
        ([], 0),
        (["--fail-on", "never"], 0),
        (["--fail-on", "critical"], 1),
        (["--fail-on", "gap"], 1),
        (["--fail-on", "gap", "--exit-zero"], 0),
        (["--exit-zero"], 0),
    ],
)
def test_findings_end_a_run_with_1_only_where_asked(sos_audit, export, options, code):
    assert sos_audit("run", export, *options).code == code


@pytest.mark.parametrize("options", [[], ["--fail-on", "gap"], ["--fail-on", "gap", "--exit-zero"]])
def test_an_incomplete_run_comes_before_its_findings(sos_audit, broken, options):
    called = sos_audit("run", broken, *options)
    assert called.code == 3
    assert "  incomplete: 1 of 2 rows were refused, more than the 1% allowed\n" in called.err


def test_a_setting_that_cannot_be_used_comes_before_all(sos_audit, broken, tmp_path):
    called = sos_audit("run", broken, "--fail-on", "gap", "--pack", tmp_path / "no-pack")
    assert called.code == 2
    assert "no-pack" in called.err
    assert not (tmp_path / "sos-audit-out" / "latest").exists()


def test_a_case_without_a_critical_gap_passes_critical_and_not_gap(sos_audit, tmp_path):
    early_help = case("C1", case_type="eh", status="open", opened="2026-01-05")
    header = HEADER | {"coverage": {"document": "supplied"}}
    export = write(tmp_path / "eh.jsonl", [early_help], header)
    assert sos_audit("run", export, "--fail-on", "critical").code == 0


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("empty", None, "No adapter recognises"),
        ("blank.jsonl", "", "No adapter recognises"),
        ("other.jsonl", '{"a": 1}\n', "No adapter recognises"),
        ("header.jsonl", json.dumps(HEADER | {"extract_date": "soon"}) + "\n", "The header of"),
        ("only.jsonl", json.dumps(HEADER) + "\n", "holds no case file that can be audited"),
    ],
)
def test_an_export_that_holds_nothing_is_named(sos_audit, tmp_path, name, content, message):
    path = tmp_path / name
    if content is None:
        path.mkdir()
    else:
        path.write_text(content, encoding="utf-8")
    called = sos_audit("run", path)
    assert (called.code, called.out) == (2, "")
    assert message in called.err
    assert name in called.err


def test_a_path_that_is_not_there_is_named(sos_audit, tmp_path):
    called = sos_audit("run", tmp_path / "nowhere")
    assert called.code == 2
    assert called.err.endswith(f"sos-audit: {tmp_path / 'nowhere'} does not exist\n")


def test_a_mapping_that_cannot_be_read_is_named_with_its_line(sos_audit, tmp_path):
    mapping = tmp_path / "north.yaml"
    mapping.write_text("mapping: sos_audit.mapping.v1\nauthority: [\n", encoding="utf-8")
    called = sos_audit("run", data_path("demo", "tabular"), "--mapping", mapping)
    assert called.code == 2
    assert "north.yaml:" in called.err


def test_tables_without_a_mapping_are_not_read(sos_audit):
    called = sos_audit("run", data_path("demo", "tabular"))
    assert called.code == 2
    assert "needs a mapping" in called.err


def test_bundles_without_a_stable_key_are_not_compared(sos_audit, export, tmp_path):
    sos_audit("run", export, "--out", "first")
    nameless = write(tmp_path / "y.jsonl", [case("C1")], HEADER | {"stable_child_key": None})
    called = sos_audit("run", nameless, "--previous", "first", "--out", "second")
    assert called.code == 2
    assert called.err.endswith(
        "sos-audit: The bundles cannot be compared: "
        "the mapping declares no stable key for a child\n"
    )


def test_what_is_new_is_marked(sos_audit, export, tmp_path):
    sos_audit("run", export, "--out", "out")
    sos_audit("run", export, "--previous", "out", "--out", "out")
    bundle = (tmp_path / "out" / "latest").read_text(encoding="utf-8").strip()
    lines = (tmp_path / "out" / bundle / "findings.jsonl").read_text(encoding="utf-8").splitlines()
    assert {json.loads(line)["change"] for line in lines} == {"same"}


def test_options_may_stand_before_or_after_the_export(sos_audit, export, tmp_path):
    options = ["--as-at", "2026-10-01", "--quotes", "none", "--pack", PACK]
    before = sos_audit("run", *options, "--out", "before", export)
    after = sos_audit("run", export, "--out", "after", *options)
    assert (before.code, after.code) == (0, 0)
    one, other = (files_of(tmp_path / out, but=("run.json",)) for out in ("before", "after"))
    assert one == other
    assert any(name.startswith("2026-10-01-") for name in one)


def test_settings_come_from_a_file_and_options_win_over_them(sos_audit, broken, tmp_path):
    settings = tmp_path / "nightly" / "settings.yaml"
    settings.parent.mkdir()
    settings.write_text("out: saved\nmax_refused: 0.5\nquotes: none\n", encoding="utf-8")
    assert sos_audit("run", broken, "--config", settings).code == 0
    assert (tmp_path / "nightly" / "saved" / "latest").is_file()
    assert sos_audit("run", broken, "--config", settings, "--out", "mine").code == 0
    bundle = (tmp_path / "mine" / "latest").read_text(encoding="utf-8").strip()
    manifest = json.loads((tmp_path / "mine" / bundle / "manifest.json").read_bytes())
    assert manifest["quotes"] == "none"


def test_a_configured_plugin_must_be_there(sos_audit, export, tmp_path):
    settings = tmp_path / "settings.yaml"
    settings.write_text("plugins: [sos-audit-nowhere]\n", encoding="utf-8")
    called = sos_audit("run", export, "--config", settings)
    assert called.code == 3
    assert "  incomplete: the configured plugin sos-audit-nowhere is not installed\n" in called.err


def test_a_report_that_there_is_not_is_refused_before_the_run(sos_audit, export, tmp_path):
    called = sos_audit("run", export, "--report", "html,pigeon")
    assert called.code == 2
    assert "there is no report 'pigeon'" in called.err
    assert not (tmp_path / "sos-audit-out").exists()
