"""What a run's findings depend on, hashed, and the bundle's name that follows from it."""

import hashlib
from collections.abc import Iterable
from pathlib import Path

from sos_audit.bundle.serial import json_bytes
from sos_audit.bundle.v1 import HashedFile, Manifest

_LINES = frozenset({".csv", ".tsv", ".txt", ".jsonl", ".ndjson"})
_MODULUS = 1 << 256


def hash_files(paths: Iterable[Path]) -> tuple[HashedFile, ...]:
    """Hash the files of an export, in order of name and content, whatever order they came in."""
    hashed = (HashedFile(name=path.name, sha256=hash_file(path)) for path in paths)
    return tuple(sorted(hashed, key=lambda file: (file.name, file.sha256)))


def hash_file(path: Path) -> str:
    """Hash a file; where a line is a row, the order of the lines does not matter."""
    with path.open("rb") as stream:
        if path.suffix.lower() in _LINES:
            return _hash_of_lines(stream)
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _hash_of_lines(lines: Iterable[bytes]) -> str:
    """The sum of the lines' hashes: the same for any order, different for any other lines."""
    total = 0
    for line in lines:
        digest = hashlib.sha256(line.rstrip(b"\r\n")).digest()
        total = (total + int.from_bytes(digest)) % _MODULUS
    return f"{total:064x}"


def manifest_hash(manifest: Manifest) -> str:
    """Hash everything that the findings are a function of."""
    return hashlib.sha256(json_bytes(manifest.plain())).hexdigest()


def bundle_name(manifest: Manifest) -> str:
    """Name a bundle's folder: the same inputs always get the same name."""
    return f"{manifest.as_at.isoformat()}-{manifest_hash(manifest)[:12]}"
