"""The name of a bundle follows from what its findings depend on, and from nothing else."""

import dataclasses

from sos_audit.bundle import bundle_name, hash_file, hash_files, manifest_hash
from tests.bundle import example


def test_the_name_is_the_date_and_a_short_hash():
    assert bundle_name(example.manifest()) == "2026-11-01-be74619176c6"


def test_another_input_gives_another_hash():
    changed = dataclasses.replace(example.manifest(), baseline="d" * 64)

    assert manifest_hash(changed) != manifest_hash(example.manifest())


def test_the_order_of_rows_and_the_line_ends_do_not_change_a_hash(tmp_path):
    (tmp_path / "a.csv").write_bytes(b"id,date\n1,2026\n2,2025\n")
    (tmp_path / "b.csv").write_bytes(b"id,date\r\n2,2025\r\n1,2026")

    assert hash_file(tmp_path / "a.csv") == hash_file(tmp_path / "b.csv")


def test_a_changed_or_repeated_row_changes_a_hash(tmp_path):
    hashes = set()
    for name, rows in {"a": b"1\n2\n", "b": b"1\n3\n", "c": b"1\n2\n2\n"}.items():
        path = tmp_path / f"{name}.csv"
        path.write_bytes(rows)
        hashes.add(hash_file(path))

    assert len(hashes) == 3


def test_files_without_rows_are_hashed_as_they_are(tmp_path):
    (tmp_path / "a.xlsx").write_bytes(b"1\n2\n")
    (tmp_path / "b.xlsx").write_bytes(b"2\n1\n")

    assert hash_file(tmp_path / "a.xlsx") != hash_file(tmp_path / "b.xlsx")


def test_the_order_of_the_files_does_not_matter(tmp_path):
    paths = [tmp_path / name for name in ("b.csv", "a.csv")]
    for path in paths:
        path.write_text(path.name)

    assert hash_files(paths) == hash_files(paths[::-1])
    assert [file.name for file in hash_files(paths)] == ["a.csv", "b.csv"]
