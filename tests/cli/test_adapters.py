"""`sos-audit adapters`: what can be read, and the schema of the interchange form."""

import json

import pytest
from jsonschema import Draft202012Validator

from sos_audit import __version__
from sos_audit.adapters.discovery import Adapters, NotLoaded, discover
from tests.runs.shapes import LINES


@pytest.fixture
def schema(sos_audit):
    """The schema as it is printed."""
    called = sos_audit("adapters", "list", "--schema")
    assert (called.code, called.err) == (0, "")
    return json.loads(called.out)


def test_every_adapter_is_listed_with_its_distribution(sos_audit):
    called = sos_audit("adapters", "list")
    assert called.code == 0
    lines = called.out.splitlines()
    assert lines[0] == f"casefile     sos-audit {__version__}: its own form"
    assert lines[1].startswith(f"tabular      sos-audit {__version__}: ")
    assert any(line.startswith("mosaic       sos-audit-mosaic ") for line in lines)


def test_one_that_could_not_be_loaded_is_listed_with_the_reason(sos_audit, monkeypatch):
    broken = Adapters(discover([]).loaded, (NotLoaded("acme", "sos-audit-acme", "ImportError"),))
    monkeypatch.setattr("sos_audit.cli.adapters.discover", lambda: broken)
    called = sos_audit("adapters", "list")
    assert called.code == 0
    assert "acme         sos-audit-acme: NOT LOADED, ImportError" in called.out.splitlines()


def test_the_schema_is_one(schema):
    Draft202012Validator.check_schema(schema)
    assert schema["title"] == "sos_audit.casefile.v1"


def test_every_line_of_the_demonstration_follows_the_schema(schema):
    validator = Draft202012Validator(schema)
    for line in LINES.read_text(encoding="utf-8").splitlines():
        assert [error.message for error in validator.iter_errors(json.loads(line))] == []


@pytest.mark.parametrize(
    "change",
    [
        {"surprise": 1},
        {"child_id": None},
        {"restricted": "no"},
        {"case_type": "pigeon"},
        {"documents": [{"id": "D1", "kind": "assessment"}]},
    ],
)
def test_what_the_reader_refuses_the_schema_refuses(schema, change):
    _, line, *_ = LINES.read_text(encoding="utf-8").splitlines()
    assert not Draft202012Validator(schema).is_valid(json.loads(line) | change)
