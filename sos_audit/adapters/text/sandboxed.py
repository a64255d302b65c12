"""The child's side of the sandbox: limit itself, then do the task and answer in lines of JSON."""

import contextlib
import importlib
import io
import json
import sys
from collections.abc import Callable, Iterator
from typing import IO, TypeAlias

from sos_audit.errors import RefusedInput

MIB = 2**20
Task: TypeAlias = Callable[..., Iterator[object]]
"""Takes the content as a stream, then the options."""


def main(memory: int, seconds: int, name: str, *options: str) -> None:
    """Do the task named ``module:function`` on what standard input holds."""
    _limit(memory, seconds)
    answers = sys.stdout.buffer
    try:
        module, _, function = name.partition(":")
        task: Task = getattr(importlib.import_module(module), function)
        for answer in task(io.BytesIO(sys.stdin.buffer.read()), *options):
            _send(answers, "answer", answer)
        _send(answers, "done", None)
    except RefusedInput as refusal:
        _send(answers, "refused", {"reason": refusal.reason, "hint": refusal.hint})
    except MemoryError:
        reason = f"needs more than {memory // MIB} MiB of memory to parse"
        _send(answers, "refused", {"reason": reason, "hint": "save it again, or as CSV"})
    answers.flush()


def _send(answers: IO[bytes], kind: str, value: object) -> None:
    answers.write(json.dumps([kind, value], separators=(",", ":")).encode("ascii"))
    answers.write(b"\n")


if sys.platform == "win32":

    def _limit(memory: int, seconds: int) -> None:
        """The parent looks after both."""

else:
    import resource

    def _limit(memory: int, seconds: int) -> None:
        """Limit address space and processor time, and leave no picture of memory behind."""
        wanted = {
            resource.RLIMIT_AS: memory,
            resource.RLIMIT_CPU: seconds + 1,  # the parent, who can say so, comes first
            resource.RLIMIT_CORE: 0,
            resource.RLIMIT_FSIZE: 0,
        }
        for limit, value in wanted.items():
            _, most = resource.getrlimit(limit)
            bound = value if most == resource.RLIM_INFINITY else min(value, most)
            with contextlib.suppress(ValueError, OSError):
                resource.setrlimit(limit, (bound, bound))


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]), *sys.argv[3:])
