"""Runs: the pipeline from an export to a saved bundle."""

from sos_audit.runs.pipeline import run
from sos_audit.runs.request import FailOn, RunRequest, RunResult

__all__ = ["FailOn", "RunRequest", "RunResult", "run"]
