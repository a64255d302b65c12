"""Folder and page names are safe and never collide."""

import pytest

from sos_audit.reports.html.names import folder_names, page_names, slug


def test_plain_ids_keep_their_names():
    assert page_names(["C1", "C-2"]) == {"C1": "C1", "C-2": "C-2"}


@pytest.mark.parametrize("key", ["index", "CON", "a/b", "..", "", "Zoë", "x" * 70, "com1"])
def test_other_ids_get_a_safe_name(key):
    name = page_names([key])[key]

    assert name != key
    assert name.replace("-", "").replace("_", "").isascii()
    assert "/" not in name
    assert not name.startswith(".")


def test_ids_that_differ_only_in_case_or_in_signs_get_names_of_their_own():
    names = page_names(["ab1", "AB1", "a b", "a/b"])

    assert len({name.lower() for name in names.values()}) == 4


def test_names_do_not_depend_on_the_order():
    assert page_names(["ab1", "AB1"]) == page_names(["AB1", "ab1"])


def test_a_team_has_a_readable_folder():
    assert folder_names(["North 2", "Südwest & Co"]) == {
        "North 2": "north-2",
        "Südwest & Co": "sudwest-co",
    }


def test_teams_that_would_share_a_folder_get_one_each():
    names = folder_names(["North 2", "north-2", "Index"])

    assert len(set(names.values())) == 3
    assert "index" not in names.values()


def test_a_slug_is_small_ascii():
    assert slug("Südwest & Co") == "sudwest-co"
