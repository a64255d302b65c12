"""A folder for rows on disk that only its owner can open, and that never outlives its process.

A process that is killed cannot tidy up, so the folder's name holds its machine and process, and
the next run on that machine removes what it finds of processes that are gone.
"""

import os
import platform
import re
import secrets
import shutil
import sys
import time
import weakref
from pathlib import Path

FOLDER_MODE = 0o700
FILE_MODE = 0o600
FORGOTTEN_AFTER = 7 * 24 * 3600
"""Seconds after which a folder is removed whoever made it; no run takes a week."""

_PREFIX = "tables"
_NAME = re.compile(rf"{_PREFIX}-(?P<machine>\w+)-(?P<process>\d+)-\w+")


class Spool:
    """An owner-only folder beside the output, removed on `close` and at the latest on exit."""

    def __init__(self, beside: Path) -> None:
        beside.mkdir(mode=FOLDER_MODE, parents=True, exist_ok=True)
        remove_leftovers(beside)
        name = f"{_PREFIX}-{_machine()}-{os.getpid()}-{secrets.token_hex(4)}"
        self.folder = beside / name
        self.folder.mkdir(mode=FOLDER_MODE)
        self._finalizer = weakref.finalize(self, _remove_own, self.folder, os.getpid())

    def new_file(self, name: str) -> Path:
        """Make an empty file that only its owner can read."""
        path = self.folder / name
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, FILE_MODE))
        return path

    def close(self) -> None:
        """Remove the folder with all that is in it."""
        self._finalizer()


def remove_leftovers(folder: Path) -> None:
    """Remove the spool folders of processes that are gone."""
    for leftover in folder.glob(f"{_PREFIX}-*"):
        if _is_abandoned(leftover):
            shutil.rmtree(leftover, ignore_errors=True)


def _is_abandoned(folder: Path) -> bool:
    name = _NAME.fullmatch(folder.name)
    if name is None or folder.is_symlink():
        return False
    if name["machine"] == _machine():
        return not _is_running(int(name["process"]))
    return _age(folder) > FORGOTTEN_AFTER


def _age(folder: Path) -> float:
    try:
        return time.time() - folder.stat().st_mtime
    except OSError:
        return 0.0


if sys.platform == "win32":
    import ctypes

    _QUERY_LIMITED_INFORMATION = 0x1000
    _STILL_ACTIVE = 259

    def _is_running(process: int) -> bool:
        """Ask for the process itself, since signal 0 would interrupt it here."""
        kernel = ctypes.windll.kernel32
        handle = kernel.OpenProcess(_QUERY_LIMITED_INFORMATION, 0, process)
        if not handle:
            return False
        code = ctypes.c_ulong()
        kernel.GetExitCodeProcess(handle, ctypes.byref(code))
        kernel.CloseHandle(handle)
        return code.value == _STILL_ACTIVE

else:

    def _is_running(process: int) -> bool:
        """Signal 0 only asks whether there is anyone to receive it."""
        try:
            os.kill(process, 0)
        except ProcessLookupError:
            return False
        except (PermissionError, OverflowError):
            return True
        return True


def _machine() -> str:
    return re.sub(r"\W", "_", platform.node()) or "unknown"


def _remove_own(folder: Path, process: int) -> None:
    """Remove the folder, unless a forked copy of its process asks."""
    if os.getpid() == process:
        shutil.rmtree(folder, ignore_errors=True)
