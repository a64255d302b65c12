"""Folders appear whole or not at all, whatever was there before."""

import pytest

from sos_audit.bundle import storage


def test_a_folder_takes_its_place_when_it_is_complete(tmp_path):
    final = tmp_path / "final"

    with storage.folder_in_the_making(final) as folder:
        storage.write_private(folder / "a", [b"one", b"two"])
        assert not final.exists()

    assert (final / "a").read_bytes() == b"onetwo"
    assert list(tmp_path.iterdir()) == [final]


def test_an_error_leaves_the_former_folder(tmp_path):
    final = storage.private_folder(tmp_path / "final")
    storage.write_private(final / "a", [b"old"])

    def stopped():
        yield b"ne"
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError), storage.folder_in_the_making(final) as folder:
        storage.write_private(folder / "a", stopped())

    assert (final / "a").read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [final]


def test_a_file_that_is_there_already_is_never_written_into(tmp_path):
    storage.write_private(tmp_path / "a", [b"old"])

    with pytest.raises(FileExistsError):
        storage.write_private(tmp_path / "a", [b"new"])


def test_replacing_a_file_leaves_nothing_beside_it(tmp_path):
    storage.replace_private(tmp_path / "a", b"old")
    storage.replace_private(tmp_path / "a", b"new")

    assert (tmp_path / "a").read_bytes() == b"new"
    assert [path.name for path in tmp_path.iterdir()] == ["a"]


def test_a_folder_that_exists_keeps_its_mode(tmp_path):
    tmp_path.chmod(0o750)

    storage.private_folder(tmp_path)

    assert tmp_path.stat().st_mode & 0o777 in {0o750, 0o777}


def test_what_a_killed_run_left_is_swept_away_but_never_the_last_good_folder(tmp_path):
    for name in (".tmp-a", "b", ".old-b", ".old-c"):
        storage.private_folder(tmp_path / name)

    storage.sweep(tmp_path)

    assert {path.name for path in tmp_path.iterdir()} == {"b", ".old-c"}
