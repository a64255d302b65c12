"""Shipped data is found in a checkout and in an installed wheel."""

from pathlib import Path

import pytest

from sos_audit.errors import ConfigurationError
from sos_audit.resources import _find, data_path

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture
def installed(tmp_path):
    """A package folder as a wheel lays it out."""
    package = tmp_path / "site-packages" / "sos_audit"
    (package / "_data" / "rules" / "signs_of_safety").mkdir(parents=True)
    (package / "_data" / "demo").mkdir()
    return package


def test_a_checkout_keeps_rules_at_the_top_level():
    assert data_path("rules") == ROOT / "rules"


def test_a_checkout_keeps_the_demo_among_the_fixtures():
    assert data_path("demo") == ROOT / "fixtures" / "demo"


def test_a_wheel_keeps_rules_inside_the_package(installed):
    assert _find(installed, ("rules", "signs_of_safety")) == (
        installed / "_data" / "rules" / "signs_of_safety"
    )


def test_a_wheel_keeps_the_demo_inside_the_package(installed):
    assert _find(installed, ("demo",)) == installed / "_data" / "demo"


def test_missing_data_is_an_error_that_says_what_to_do(installed):
    with pytest.raises(ConfigurationError, match="'rules/no_such_pack' is missing: install"):
        _find(installed, ("rules", "no_such_pack"))


@pytest.mark.parametrize("parts", [(), ("fixtures",)])
def test_unknown_data_is_an_error_that_names_what_there_is(parts):
    with pytest.raises(ConfigurationError, match="there is: demo, rules"):
        data_path(*parts)
