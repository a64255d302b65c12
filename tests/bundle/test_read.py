"""A bundle reads back as it was written; anything else is an error that names its place."""

import json

import pytest

from sos_audit.bundle import latest, read_bundle, read_run_info, write_bundle
from sos_audit.errors import ConfigurationError
from tests.bundle import example


@pytest.fixture
def folder(tmp_path):
    return write_bundle(tmp_path, example.bundle(), example.run_info())


def test_what_was_written_is_read_back(folder):
    assert read_bundle(folder) == example.bundle()
    assert read_run_info(folder) == example.run_info()


def test_the_folder_of_bundles_stands_for_the_latest_one(folder):
    assert read_bundle(folder.parent) == example.bundle()


def test_there_is_no_latest_bundle_before_the_first(tmp_path):
    assert latest(tmp_path) is None


def test_a_missing_file_is_named(folder):
    (folder / "cases.jsonl").unlink()

    with pytest.raises(ConfigurationError) as caught:
        read_bundle(folder)

    assert str(caught.value) == (
        f"{folder} is not a whole bundle\n"
        f"  {folder / 'cases.jsonl'} cannot be read: No such file or directory "
        "(run the audit again)"
    )


def test_a_line_outside_the_schema_is_named_without_its_words(folder):
    path = folder / "findings.jsonl"
    lines = path.read_text(encoding="utf-8").splitlines()
    lines[1] = lines[1].replace('"outcome":"gap"', '"outcome":"Ella"')
    path.write_text("\n".join(lines), encoding="utf-8")

    with pytest.raises(ConfigurationError) as caught:
        read_bundle(folder)

    assert f"{path}:2 outcome: Input should be" in str(caught.value)
    assert "Ella" not in str(caught.value)


def test_another_schema_is_refused(folder):
    path = folder / "manifest.json"
    path.write_text(path.read_text().replace("bundle.v1", "bundle.v2"))

    with pytest.raises(
        ConfigurationError, match=r"schema: Input should be 'sos_audit\.bundle\.v1'"
    ):
        read_bundle(folder)


def test_an_unknown_field_is_refused(folder):
    path = folder / "summary.json"
    path.write_text(path.read_text().replace('"children": 3', '"children": 3, "grade": 1'))

    with pytest.raises(ConfigurationError, match="grade: Unexpected keyword argument"):
        read_bundle(folder)


def test_a_finding_without_evidence_is_refused(folder):
    path = folder / "findings.jsonl"
    lines = path.read_text(encoding="utf-8").splitlines()
    first = json.loads(lines[0])
    path.write_text(json.dumps(first | {"evidence": []}), encoding="utf-8")

    with pytest.raises(ConfigurationError, match=r"map\.exists is met without evidence"):
        read_bundle(folder)
