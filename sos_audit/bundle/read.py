"""Read a bundle back, or say which file and line cannot be used and why."""

from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from sos_audit.bundle import v1
from sos_audit.bundle.bundle import Bundle
from sos_audit.bundle.storage import set_aside
from sos_audit.bundle.write import LATEST
from sos_audit.errors import ConfigurationError, Problem

R = TypeVar("R", bound=v1.Record)


def latest(out: Path) -> Path | None:
    """Find the last good bundle under `out`; None if there is none yet."""
    pointer = out / LATEST
    if not pointer.is_file():
        return None
    named = out / pointer.read_text(encoding="utf-8").strip()
    # A run killed while it replaced this very bundle has left the former one set aside.
    found = (folder for folder in (named, set_aside(named)) if folder.is_dir())
    return next(found, None)


def read_bundle(path: Path) -> Bundle:
    """Read the bundle in `path`, which may also be the folder that holds the bundles.

    Raises:
        ConfigurationError: naming the file and line that is missing or not in the schema.
    """
    folder = latest(path) or path
    return Bundle(
        manifest=_document(folder / "manifest.json", v1.Manifest),
        criteria=_lines(folder / "criteria.jsonl", v1.CriterionInfo),
        cases=_lines(folder / "cases.jsonl", v1.Case),
        findings=_lines(folder / "findings.jsonl", v1.Finding),
        load_report=_document(folder / "load_report.json", v1.LoadReport),
        summary=_document(folder / "summary.json", v1.Summary),
    )


def read_run_info(path: Path) -> v1.RunInfo:
    """Read the circumstances of the run that wrote the bundle in `path`."""
    return _document((latest(path) or path) / "run.json", v1.RunInfo)


def _document(path: Path, record: type[R]) -> R:
    try:
        return record.from_json(_bytes(path))
    except ValidationError as error:
        raise _unusable(path, None, error) from error


def _lines(path: Path, record: type[R]) -> tuple[R, ...]:
    return tuple(
        _line(path, number, line, record)
        for number, line in enumerate(_bytes(path).splitlines(), 1)
    )


def _line(path: Path, number: int, line: bytes, record: type[R]) -> R:
    try:
        return record.from_json(line)
    except ValidationError as error:
        raise _unusable(path, number, error) from error


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        summary = f"{path.parent} is not a whole bundle"
        reason = error.strerror or type(error).__name__
        problem = Problem(f"cannot be read: {reason}", str(path), hint="run the audit again")
        raise ConfigurationError(summary, [problem]) from error


def _unusable(path: Path, line: int | None, error: ValidationError) -> ConfigurationError:
    """Name every field at fault; the values stay out, for they may be narrative."""
    faults = error.errors(include_input=False, include_url=False, include_context=False)
    problems = [Problem(f"{_field(fault)}: {fault['msg']}", str(path), line) for fault in faults]
    return ConfigurationError(f"{path} does not follow the schema {v1.SCHEMA}", problems)


def _field(fault: ErrorDetails) -> str:
    return ".".join(str(part) for part in fault["loc"]) or "line"
