"""Bundles are deleted when they have served, and children can be taken out of them."""

import dataclasses
import datetime as dt

import pytest

from sos_audit.bundle import forget, kept, latest, purge, read_bundle, write_bundle
from sos_audit.bundle.retention import without
from tests.bundle import example


def _bundle(as_at):
    bundle = example.bundle()
    return dataclasses.replace(bundle, manifest=dataclasses.replace(bundle.manifest, as_at=as_at))


@pytest.fixture
def out(tmp_path):
    for month in (9, 10, 11):
        write_bundle(tmp_path, _bundle(dt.date(2026, month, 1)), example.run_info())
    (tmp_path / "notes.txt").write_text("not a bundle")
    return tmp_path


def _dates(paths):
    return [path.name[:10] for path in paths]


def test_bundles_are_listed_by_date_and_nothing_else_is(out):
    assert _dates(kept(out)) == ["2026-09-01", "2026-10-01", "2026-11-01"]
    assert kept(out / "missing") == ()


def test_older_bundles_are_purged_and_the_date_itself_is_kept(out):
    assert _dates(purge(out, dt.date(2026, 10, 1))) == ["2026-09-01"]

    assert _dates(kept(out)) == ["2026-10-01", "2026-11-01"]
    assert latest(out) == kept(out)[-1]


def test_purging_the_latest_leaves_no_name_behind(out):
    purge(out, dt.date(2027, 1, 1))

    assert latest(out) is None
    assert {path.name for path in out.iterdir()} == {"notes.txt"}


def test_a_child_is_taken_out_of_every_kept_bundle(out):
    assert _dates(forget(out, {"C10"})) == ["2026-09-01", "2026-10-01", "2026-11-01"]

    everything = b"".join(file.read_bytes() for path in kept(out) for file in path.iterdir())
    assert b'"C10"' not in everything
    summary = read_bundle(out).summary
    assert (summary.children, summary.critical_gaps) == (2, 1)


def test_a_child_who_is_in_no_bundle_changes_none(out):
    before = {path: path.stat().st_ino for path in kept(out)}

    assert forget(out, {"C99"}) == ()
    assert {path: path.stat().st_ino for path in kept(out)} == before


def test_a_case_that_failed_is_forgotten_too():
    bundle = example.bundle()
    report = dataclasses.replace(bundle.load_report, failed_cases=("C7", "C8"))

    smaller = without(dataclasses.replace(bundle, load_report=report), {"C7"})

    assert smaller.load_report.failed_cases == ("C8",)
