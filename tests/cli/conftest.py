"""The program as the tests of its commands call it."""

import pytest

from tests.cli.calling import Program


@pytest.fixture
def sos_audit(monkeypatch, capsys, tmp_path):
    """The program, in an empty folder of its own."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    return Program(monkeypatch, capsys)
