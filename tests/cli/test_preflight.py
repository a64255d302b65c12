"""`sos-audit preflight`: what an export is, before it is run."""

import pytest

from sos_audit.resources import data_path
from tests.adapters.interchange_lines import case, write
from tests.runs.shapes import SHAPES


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.name)
def test_it_says_who_reads_the_export_and_what_is_in_it(sos_audit, shape):
    mapping = ["--mapping", shape.mapping] if shape.mapping else []
    called = sos_audit("preflight", shape.export, *mapping)
    assert (called.code, called.err) == (0, "")
    first, second, *rest = called.out.splitlines()
    assert first.startswith(f"{shape.export}: read by {shape.name} (sos-audit")
    assert second.startswith("  because ")
    assert "Case files: 11 (1 asm, 2 cin, 8 cp)" in rest
    assert "Taken: 2026-10-30" in rest
    assert "Withheld: 1 restricted case" in rest
    assert "Withheld: 5 restricted subject" in rest


def test_it_prints_no_narrative_and_no_name(sos_audit):
    called = sos_audit("preflight", data_path("demo", "casefile"))
    for word in ("ZEBRAFINCH", "Zuzanna", "Wróbel", "Kuba", "Mensah", "slipper"):
        assert word not in called.out


def test_it_says_what_cannot_be_assessed(sos_audit):
    export = data_path("demo", "tabular")
    called = sos_audit("preflight", export, "--mapping", export / "mapping.yaml")
    assert (
        "Cannot be assessed from it: assessment, episode, event, person, plan, review"
        in called.out.splitlines()
    )


def test_it_counts_refused_lines_by_reason(sos_audit, tmp_path):
    called = sos_audit("preflight", write(tmp_path / "x.jsonl", [case("C1"), "{"]))
    assert called.code == 0
    assert "Rows: 2 read, 1 refused" in called.out.splitlines()
    assert "  file: 1 refused, the line is not JSON" in called.out.splitlines()


def test_it_leaves_nothing_behind(sos_audit, tmp_path):
    sos_audit("preflight", data_path("demo", "mosaic"))
    assert list(tmp_path.iterdir()) == []


def test_a_path_that_is_not_there_is_named(sos_audit, tmp_path):
    called = sos_audit("preflight", tmp_path / "nowhere")
    assert (called.code, called.out) == (2, "")
    assert called.err == f"sos-audit: {tmp_path / 'nowhere'} does not exist\n"
