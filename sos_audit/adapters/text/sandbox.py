"""Parse what cannot be trusted in a child process that may use only so much memory and time.

The child is a fresh interpreter that reads the file from its standard input, never from disk, and
answers in lines of JSON. A crash, too much memory or too much time ends the child, not the run:
the caller gets a `RefusedInput`.

What bounds the child, by system:

* Linux and other POSIX systems: its address space and processor time (`resource`), from before
  the file is read. macOS takes the limit on address space but does not keep to it.
* Windows: its memory is looked at twenty times a second and the child ended when it has grown too
  large, so it can overshoot for a moment. This branch has never been run on Windows.
* everywhere: the seconds that the caller spends waiting for it.

The child can still open files and reach the network: this guards against accidents and bombs, not
against a file that takes over the parser.
"""

import contextlib
import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, Self, TypeAlias

from sos_audit.adapters.text.watch import memory_of
from sos_audit.errors import RefusedInput

MIB = 2**20

Answer: TypeAlias = Any
"""Whatever JSON can carry."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """What a child may use; `answer` is the longest line it may send."""

    memory: int = 2048 * MIB
    seconds: int = 300
    answer: int = 128 * MIB


BOUNDS = Bounds()


def in_sandbox(
    task: str,
    content: Iterable[bytes],
    *,
    file: str,
    options: Sequence[str] = (),
    bounds: Bounds = BOUNDS,
) -> Iterator[Answer]:
    """The answers of a task to a file's content.

    The task is a function, named ``module:function``, that takes the content and the options.

    Raises:
        RefusedInput: when the task refuses, fails, or needs more than it may use.
    """
    with _child(task, options, bounds) as child, _Watch(child, bounds) as watch:
        _feed(child, content)
        while (line := watch.next_line()) is not None:
            kind, value = json.loads(line)
            if kind == "answer":
                yield value
            elif kind == "refused":
                raise RefusedInput(value["reason"], file=file, hint=value["hint"])
            else:
                return
    raise RefusedInput(_why_ended(watch, bounds), file=file, hint="save it again, or as CSV")


@contextlib.contextmanager
def _child(task: str, options: Sequence[str], bounds: Bounds) -> Iterator[subprocess.Popen[bytes]]:
    """A child at work, ended whenever nobody listens to it any more.

    It takes its modules from where ours are, and never from the folder that we were started in.
    """
    places = [str(Path(__file__).parents[3]), os.environ.get("PYTHONPATH", "")]
    python = [sys.executable, "-P", "-m", "sos_audit.adapters.text.sandboxed"]
    child = subprocess.Popen(  # noqa: S603 - our own interpreter and our own module
        [*python, str(bounds.memory), str(bounds.seconds), task, *options],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, places))},
    )
    with child:
        try:
            yield child
        finally:
            child.kill()


def _feed(child: subprocess.Popen[bytes], content: Iterable[bytes]) -> None:
    """Hand over the content; a child that has seen enough may have gone before the end."""
    assert child.stdin is not None  # noqa: S101 - asked for above
    with contextlib.suppress(BrokenPipeError, OSError), child.stdin as stdin:
        for piece in content:
            stdin.write(piece)


class _Watch:
    """Reads a child's lines, and ends the child when it takes too long or grows too large."""

    def __init__(self, child: subprocess.Popen[bytes], bounds: Bounds) -> None:
        assert child.stdout is not None  # noqa: S101 - asked for above
        self._child, self._bounds = child, bounds
        self._lines: IO[bytes] = child.stdout
        self._waited, self._since = 0.0, time.monotonic()
        self._waiting, self._over = True, threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)
        self.took_too_long = self.grew_too_large = False

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._thread.join()

    def next_line(self) -> bytes | None:
        """The next whole line, None when there will be none."""
        self._since, self._waiting = time.monotonic(), True
        line = self._lines.readline(self._bounds.answer)
        self._waiting = False
        self._waited += time.monotonic() - self._since
        return line if line.endswith(b"\n") else None

    def _look(self) -> None:
        while not self._over.wait(0.05):
            waiting = time.monotonic() - self._since if self._waiting else 0.0
            self.took_too_long |= self._waited + waiting > self._bounds.seconds
            self.grew_too_large |= memory_of(self._child.pid) > self._bounds.memory
            if self.took_too_long or self.grew_too_large:
                self._child.kill()
                return


def _why_ended(watch: _Watch, bounds: Bounds) -> str:
    if watch.took_too_long:
        return f"takes longer than {bounds.seconds} seconds to parse"
    if watch.grew_too_large:
        return f"needs more than {bounds.memory // MIB} MiB of memory to parse"
    return "its parser came to a sudden end"
