"""A restricted child's file is nowhere, nor what siblings' files would show of it."""

import pytest

from tests.adapters.interchange_lines import HEADER, case, document
from tests.runs.shapes import as_casefile, demo_lines, files_of, finish

TOKEN = "ZEBRAFINCH"
CHILD = "C503"
SIBLINGS = ("C501", "C502")
FIRST_NAME = "Zuzanna"


def test_the_demonstration_holds_what_must_not_come_out():
    _, cases = demo_lines()
    restricted = next(c for c in cases if c["restricted"])
    assert restricted["child_id"] == CHILD
    assert restricted["child"]["name"].startswith(FIRST_NAME)
    for sibling in (c for c in cases if c["child_id"] in SIBLINGS):
        assert sum(TOKEN in d["text"] for d in sibling["documents"]) == 5
        assert any(p["name"].startswith(FIRST_NAME) for p in sibling["people"])


@pytest.mark.parametrize("secret", [TOKEN, FIRST_NAME, CHILD])
def test_neither_words_nor_name_nor_id_are_in_any_file(finished, secret):
    written = files_of(finished.out)
    assert any(name.startswith("html/") for name in written)
    assert [name for name, content in written.items() if secret.encode() in content] == []
    assert [name for name in written if secret.lower() in name.lower()] == []


def test_what_was_withheld_is_counted_by_reason_only(finished):
    assert finished.bundle.load_report.withheld == {
        "restricted_case": 1,
        "restricted_subject": 5,
    }


def test_a_form_about_the_family_is_withheld_from_the_siblings_too(finished, tmp_path):
    cases = {case.child.id: case for case in finished.shape.read(tmp_path)}
    assert CHILD not in cases
    for sibling in SIBLINGS:
        assert len(cases[sibling].documents) == 16
        assert all(CHILD not in document.subjects for document in cases[sibling].documents)


def test_nothing_stays_of_the_rows_that_were_read(finished):
    assert list((finished.out / ".spool").iterdir()) == []


def _export(folder, *cases):
    return as_casefile(folder, HEADER, list(cases))


def test_one_form_that_names_a_restricted_child_is_in_nobodys_file(tmp_path):
    form = document("D1", f"Safety goal\n{TOKEN}", subjects=["C1", "C2"])
    shape = _export(
        tmp_path,
        case("C1", family_id="F", documents=[form, document("D2", "Words of its own.")]),
        case("C2", family_id="F", restricted=True, documents=[form]),
    )
    finished = finish(shape, tmp_path / "out")
    (only,) = finished.bundle.cases
    assert (only.child_id, len(only.documents)) == ("C1", 1)
    assert all(TOKEN.encode() not in content for content in files_of(finished.out).values())
    assert finished.bundle.load_report.withheld == {"restricted_case": 1, "restricted_subject": 1}


def test_a_case_that_becomes_restricted_leaves_the_pages_of_the_next_run(tmp_path):
    both = [case("C1", team="North"), case("C2", team="North")]
    finish(_export(tmp_path / "one", *both), tmp_path / "out")
    assert (tmp_path / "out" / "html" / "north" / "C2.html").is_file()
    both[1]["restricted"] = True
    finish(_export(tmp_path / "two", *both), tmp_path / "out")
    assert not (tmp_path / "out" / "html" / "north" / "C2.html").exists()


def test_a_restricted_line_that_is_refused_still_restricts(tmp_path):
    form = document("D1", TOKEN, subjects=["C1", "C2"])
    shape = _export(
        tmp_path,
        case("C1", documents=[form]),
        case("C2", restricted=True, surprise="a field that nobody knows"),
    )
    finished = finish(shape, tmp_path / "out", max_refused=1)
    assert all(TOKEN.encode() not in content for content in files_of(finished.out).values())
