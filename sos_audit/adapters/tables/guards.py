"""Refuse archives that are built to harm: bombs, links, and names that lead elsewhere.

Sizes that an archive declares can lie, so every member is inflated once, in pieces, and counted.
"""

import contextlib
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import IO

from sos_audit.errors import RefusedInput

MIB = 2**20
_PIECE = 256 * 1024
_ENCRYPTED = 0x1
_BOUNDED = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
"""What is inflated in pieces; of the other ways a piece may become a gigabyte at once."""

_PACK_AGAIN = "save the file again, or pack it with your system's own program"


DAMAGE = (OSError, EOFError, zipfile.BadZipFile, zlib.error, NotImplementedError)
DAMAGED = "damaged or not readable"
EXPORT_AGAIN = "export the file again"

_ZIP_DAMAGE = (*DAMAGE, ValueError, RuntimeError, OverflowError, struct.error)
"""What the standard library is known to raise when the directory of a ZIP lies."""


@contextlib.contextmanager
def unzipping(file: str) -> Iterator[None]:
    """Refuse a ZIP that is damaged, in whatever way that shows."""
    try:
        yield
    except _ZIP_DAMAGE:
        raise RefusedInput(DAMAGED, file=file, hint=EXPORT_AGAIN) from None


@dataclass(frozen=True, slots=True)
class Limits:
    """How large an archive may become; `ratio` counts only above `ratio_floor` bytes."""

    members: int
    inflated: int
    ratio: int = 200
    ratio_floor: int = 16 * MIB


ARCHIVE_LIMITS = Limits(members=5_000, inflated=32 * 1024 * MIB)
"""A ZIP of tables is streamed to disk, so only the disk bounds it."""

WORKBOOK_LIMITS = Limits(members=2_000, inflated=512 * MIB)
"""A workbook is parsed in memory, at about three times its inflated size."""


def check_members(archive: zipfile.ZipFile, limits: Limits, file: str) -> None:
    """Refuse an archive with too many members or with two of one name."""
    names = archive.namelist()
    if len(names) > limits.members:
        raise RefusedInput(f"more than {limits.members} members", file=file)
    if len(set(names)) != len(names):
        raise RefusedInput("two members of the same name", file=file)


def check_member(member: zipfile.ZipInfo, file: str) -> None:
    """Refuse a member that is a link, is encrypted or whose name leads out of the archive."""
    path = PurePosixPath(member.filename.replace("\\", "/"))
    if path.is_absolute() or ".." in path.parts or ":" in member.filename:
        raise RefusedInput("the member's name leads out of the archive", file=file)
    if stat.S_ISLNK(member.external_attr >> 16):
        raise RefusedInput("the member is a link", file=file)
    if member.flag_bits & _ENCRYPTED:
        raise RefusedInput(
            "the member is encrypted", file=file, hint="export without a password to a safe folder"
        )


def check_inflation(
    archive: zipfile.ZipFile, members: Iterable[zipfile.ZipInfo], limits: Limits, file: str
) -> None:
    """Inflate members, in pieces, and refuse them as soon as a limit is passed."""
    total = 0
    for member in members:
        if member.compress_type not in _BOUNDED:
            raise RefusedInput("packed in a way that no export is", file=file, hint=_PACK_AGAIN)
        with archive.open(member) as stream:
            total += _inflated(stream, member.compress_size, limits, limits.inflated - total, file)


def _inflated(stream: IO[bytes], packed: int, limits: Limits, room: int, file: str) -> int:
    size = 0
    while piece := stream.read(_PIECE):
        size += len(piece)
        if size > room:
            raise RefusedInput(f"inflates to more than {limits.inflated // MIB} MiB", file=file)
        if size > limits.ratio_floor and size > limits.ratio * packed:
            raise RefusedInput(f"inflates to more than {limits.ratio} times its size", file=file)
    return size
