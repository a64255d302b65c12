"""Where a table's bytes come from: a file, or a member of a ZIP, opened afresh each time."""

import contextlib
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import IO

PIECE = 256 * 1024

Opener = Callable[[], contextlib.AbstractContextManager[IO[bytes]]]


@dataclass(frozen=True, slots=True)
class Source:
    """A stream of bytes that can be read more than once; `label` is the name people know it by."""

    label: str
    open: Opener

    @property
    def stem(self) -> str:
        """The file's name without folders and extension."""
        return PurePosixPath(self.label).stem

    def pieces(self) -> Iterator[bytes]:
        """All bytes, some at a time."""
        with self.open() as stream:
            while piece := stream.read(PIECE):
                yield piece

    @property
    def suffix(self) -> str:
        """The file's extension in lower case."""
        return PurePosixPath(self.label).suffix.lower()


def file_source(path: Path, label: str) -> Source:
    """A file on disk."""
    return Source(label, lambda: path.open("rb"))


def member_source(archive: Source, member: zipfile.ZipInfo) -> Source:
    """A member of a ZIP, read as a stream and never written under its own name."""

    @contextlib.contextmanager
    def opened() -> Iterator[IO[bytes]]:
        with (
            archive.open() as stream,
            zipfile.ZipFile(stream) as unzipped,
            unzipped.open(member) as content,
        ):
            yield content

    return Source(f"{archive.label}/{member.filename}", opened)
