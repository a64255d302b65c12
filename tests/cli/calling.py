"""Calls the program as a shell would, in this process."""

from __future__ import annotations

import io
import sys
from typing import TYPE_CHECKING, NamedTuple

from sos_audit.cli import main

if TYPE_CHECKING:
    import pytest


class Called(NamedTuple):
    """What a call left behind."""

    code: int
    out: str
    err: str


class Program:
    """The program, with what it prints and reads caught."""

    def __init__(self, patch: pytest.MonkeyPatch, capture: pytest.CaptureFixture[str]) -> None:
        self._patch = patch
        self._capture = capture

    def __call__(self, *arguments: object, stdin: bytes = b"") -> Called:
        """Call it with these arguments."""
        self._patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8"))
        self._capture.readouterr()
        code = 0
        try:
            main([str(argument) for argument in arguments])
        except SystemExit as end:
            code = end.code if isinstance(end.code, int) else int(end.code is not None)
        return Called(code, *self._capture.readouterr())
