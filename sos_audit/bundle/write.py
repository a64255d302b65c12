"""Save a bundle: a dated folder, whole or not at all, then named in the file `latest`."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from sos_audit.bundle.bundle import Bundle
from sos_audit.bundle.manifest import bundle_name
from sos_audit.bundle.serial import json_bytes, line_bytes
from sos_audit.bundle.storage import (
    folder_in_the_making,
    private_folder,
    replace_private,
    sweep,
    write_private,
)
from sos_audit.bundle.v1 import RunInfo

LATEST = "latest"


def write_bundle(out: Path, bundle: Bundle, run_info: RunInfo) -> Path:
    """Save the bundle under `out` and return its folder.

    The name follows from the manifest, so the same inputs replace their own earlier result. Until
    the new folder is complete, the last good bundle stays in place and stays the latest.
    """
    sweep(private_folder(out))
    final = out / bundle_name(bundle.manifest)
    save(final, bundle, run_info)
    replace_private(out / LATEST, f"{final.name}\n".encode())
    return final


def save(final: Path, bundle: Bundle, run_info: RunInfo) -> None:
    """Put a bundle's files into the folder `final`, in one step in place of what is there."""
    with folder_in_the_making(final) as folder:
        for name, chunks in _files(bundle, run_info).items():
            write_private(folder / name, chunks)


def _files(bundle: Bundle, run_info: RunInfo) -> Mapping[str, Iterable[bytes]]:
    return {
        "manifest.json": [json_bytes(bundle.manifest.plain())],
        "criteria.jsonl": line_bytes(bundle.criteria),
        "cases.jsonl": line_bytes(bundle.cases),
        "findings.jsonl": line_bytes(bundle.findings),
        "load_report.json": [json_bytes(bundle.load_report.plain())],
        "summary.json": [json_bytes(bundle.summary.plain())],
        "run.json": [json_bytes(run_info.plain())],
    }
