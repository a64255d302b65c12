"""Rows on disk are for their owner alone and never outlive their process."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from sos_audit.adapters.tables import spool
from sos_audit.adapters.tables.spool import Spool


def mode(path):
    return path.stat().st_mode & 0o777


@pytest.mark.skipif(os.name != "posix", reason="modes are of POSIX systems")
def test_folder_and_files_are_for_their_owner_alone(tmp_path):
    kept = Spool(tmp_path / "out")
    assert mode(tmp_path / "out") == mode(kept.folder) == 0o700
    assert mode(kept.new_file("rows.sqlite3")) == 0o600
    kept.close()


def test_closing_removes_everything_and_may_be_repeated(tmp_path):
    kept = Spool(tmp_path)
    kept.new_file("rows.sqlite3")
    kept.close()
    kept.close()
    assert list(tmp_path.iterdir()) == []


def run(tmp_path, end):
    code = (
        "import os, pathlib, sys\n"
        "from sos_audit.adapters.tables.spool import Spool\n"
        "kept = Spool(pathlib.Path(sys.argv[1]))\n"
        "kept.new_file('rows.sqlite3')\n"
        f"{end}\n"
    )
    subprocess.run([sys.executable, "-c", code, tmp_path], cwd=Path.cwd(), check=False)


def test_a_process_that_ends_removes_its_folder(tmp_path):
    run(tmp_path, "sys.exit(1)")
    assert list(tmp_path.iterdir()) == []


def test_what_a_killed_process_left_is_removed_at_the_next_start(tmp_path):
    run(tmp_path, "os._exit(9)")
    (left,) = tmp_path.iterdir()
    Spool(tmp_path).close()
    assert not left.exists()


def test_the_folder_of_a_running_process_stays(tmp_path):
    first, second = Spool(tmp_path), Spool(tmp_path)
    assert first.folder.exists()
    first.close()
    second.close()


def test_the_folder_of_another_machine_stays_for_a_week(tmp_path):
    other = tmp_path / "tables-elsewhere-1-ab12"
    other.mkdir()
    spool.remove_leftovers(tmp_path)
    assert other.exists()
    week_ago = time.time() - 8 * 24 * 3600
    os.utime(other, (week_ago, week_ago))
    spool.remove_leftovers(tmp_path)
    assert not other.exists()


def test_other_folders_are_left_alone(tmp_path):
    (tmp_path / "tables-of-mine").mkdir()
    spool.remove_leftovers(tmp_path)
    assert (tmp_path / "tables-of-mine").exists()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the system does not fork")
def test_a_forked_copy_does_not_remove_the_folder(tmp_path):
    kept = Spool(tmp_path)
    run(
        tmp_path,
        "os.waitpid(child, 0) if (child := os.fork()) else sys.exit(0); "
        "sys.exit(0 if kept.folder.exists() else open(sys.argv[1] + '/lost', 'w').close())",
    )
    assert not (tmp_path / "lost").exists()
    kept.close()
