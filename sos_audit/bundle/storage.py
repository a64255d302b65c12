"""Folders and files for their owner alone, put in place whole or not at all."""

import contextlib
import os
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path

FOLDER_MODE = 0o700
FILE_MODE = 0o600

_SET_ASIDE = ".old-"


def private_folder(path: Path) -> Path:
    """Make a folder that only its owner can open; one that is there already is left as it is."""
    if not path.is_dir():
        private_folder(path.parent)
        path.mkdir(mode=FOLDER_MODE, exist_ok=True)
    return path


def write_private(path: Path, chunks: Iterable[bytes], *, wait: bool = True) -> None:
    """Write a new file that only its owner can read, and wait until the disk has it.

    What can be made again from a bundle need not wait.
    """
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, FILE_MODE)
    with os.fdopen(descriptor, "wb") as stream:
        stream.writelines(chunks)
        stream.flush()
        if wait:
            os.fsync(stream.fileno())


def replace_private(path: Path, content: bytes) -> None:
    """Replace a file in one step: a reader sees the old content or the new, never a part."""
    temporary = path.with_name(f".tmp-{path.name}")
    temporary.unlink(missing_ok=True)
    write_private(temporary, [content])
    temporary.replace(path)
    sync_folder(path.parent)


@contextlib.contextmanager
def folder_in_the_making(final: Path) -> Iterator[Path]:
    """Give a temporary folder that takes `final`'s place when the block ends without an error."""
    temporary = final.with_name(f".tmp-{final.name}")
    shutil.rmtree(temporary, ignore_errors=True)
    private_folder(temporary)
    try:
        yield temporary
        _sync_tree(temporary)
        _put_in_place(temporary, final)
    finally:
        shutil.rmtree(temporary, ignore_errors=True)


def sweep(parent: Path) -> None:
    """Delete what a killed run left in `parent`, for it may hold narrative.

    A former folder that is set aside is the last good one until the new one is in place.
    """
    for leftover in parent.glob(".tmp-*"):
        shutil.rmtree(leftover, ignore_errors=True)
    for former in parent.glob(f"{_SET_ASIDE}*"):
        if (parent / former.name.removeprefix(_SET_ASIDE)).exists():
            shutil.rmtree(former, ignore_errors=True)


def set_aside(final: Path) -> Path:
    """Where the former content of `final` waits while the new one is put in its place."""
    return final.with_name(_SET_ASIDE + final.name)


def _put_in_place(temporary: Path, final: Path) -> None:
    old = set_aside(final)
    if final.exists():
        shutil.rmtree(old, ignore_errors=True)
        final.rename(old)
    temporary.rename(final)
    sync_folder(final.parent)
    shutil.rmtree(old, ignore_errors=True)


def _sync_tree(folder: Path) -> None:
    for path in (folder, *folder.rglob("*")):
        if path.is_dir():
            sync_folder(path)


def sync_folder(path: Path) -> None:
    """Wait until the disk has the names in a folder, where the system can."""
    if os.name != "posix":
        return
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


_BINARY = getattr(os, "O_BINARY", 0)
