"""A bundle is the same bytes every time, is whole or absent, and is its owner's alone."""

import os
import stat

import pytest

from sos_audit.bundle import latest, read_bundle, storage, write_bundle
from tests.bundle import example

FILES = {
    "manifest.json",
    "criteria.jsonl",
    "cases.jsonl",
    "findings.jsonl",
    "load_report.json",
    "summary.json",
    "run.json",
}

posix_only = pytest.mark.skipif(os.name != "posix", reason="the system has no file modes")


def _content(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_two_runs_write_the_same_bytes_everywhere_but_in_run_json(tmp_path):
    first = write_bundle(tmp_path / "a", example.bundle(), example.run_info("alpha"))
    second = write_bundle(tmp_path / "b", example.bundle(), example.run_info("beta"))

    assert first.name == second.name == "2026-11-01-be74619176c6"
    one, other = _content(first), _content(second)
    assert set(one) == FILES
    assert {name for name in FILES if one[name] != other[name]} == {"run.json"}


def test_the_files_are_sorted_utf_8_with_lf(tmp_path):
    folder = write_bundle(tmp_path, example.bundle(), example.run_info())

    summary = (folder / "summary.json").read_bytes()
    assert b"\r" not in summary
    assert summary.startswith(b'{\n  "children": 3,\n  "children_with_critical_gaps": 2,\n')
    assert "Südwest & Co".encode() in (folder / "cases.jsonl").read_bytes()


def test_no_file_but_run_json_knows_host_user_or_clock(tmp_path):
    content = _content(write_bundle(tmp_path, example.bundle(), example.run_info()))

    assert b"alpha" in content.pop("run.json")
    everything = b"".join(content.values())
    for word in (b"alpha", b"auditor", b"07:30", b'"row"'):
        assert word not in everything


def test_document_ids_stay_inside_the_run(tmp_path):
    content = _content(write_bundle(tmp_path, example.bundle(), example.run_info()))

    assert b'"D1"' not in b"".join(content.values())


def test_latest_names_the_bundle(tmp_path):
    folder = write_bundle(tmp_path, example.bundle(), example.run_info())

    assert (tmp_path / "latest").read_text() == folder.name + "\n"
    assert latest(tmp_path) == folder


def test_a_run_stopped_before_the_end_leaves_the_last_good_bundle(tmp_path, monkeypatch):
    good = write_bundle(tmp_path, example.bundle(), example.run_info())
    before = _content(good)

    def stop(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(storage, "_put_in_place", stop)
    with pytest.raises(KeyboardInterrupt):
        write_bundle(tmp_path, example.bundle(), example.run_info("beta"))

    assert latest(tmp_path) == good
    assert _content(good) == before
    assert {path.name for path in tmp_path.iterdir()} == {good.name, "latest"}


def test_a_run_killed_between_two_renames_leaves_the_last_good_bundle(tmp_path):
    good = write_bundle(tmp_path, example.bundle(), example.run_info())
    good.rename(storage.set_aside(good))

    found = latest(tmp_path)

    assert found == storage.set_aside(good)
    assert read_bundle(tmp_path) == example.bundle()


def test_what_a_killed_run_left_half_written_is_deleted_by_the_next(tmp_path):
    leftover = tmp_path / ".tmp-2026-10-01-000000000000"
    leftover.mkdir()
    (leftover / "findings.jsonl").write_text("narrative")

    write_bundle(tmp_path, example.bundle(), example.run_info())

    assert not leftover.exists()


def test_a_second_run_replaces_its_own_bundle(tmp_path):
    write_bundle(tmp_path, example.bundle(), example.run_info("alpha"))
    folder = write_bundle(tmp_path, example.bundle(), example.run_info("beta"))

    assert b"beta" in (folder / "run.json").read_bytes()
    assert {path.name for path in tmp_path.iterdir()} == {folder.name, "latest"}


@posix_only
def test_only_the_owner_can_read_a_bundle(tmp_path):
    folder = write_bundle(tmp_path / "out", example.bundle(), example.run_info())

    assert stat.S_IMODE(folder.parent.stat().st_mode) == 0o700
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    for path in (*folder.iterdir(), tmp_path / "out" / "latest"):
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
