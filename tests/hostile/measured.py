"""Run the command line in a process of its own and read there how much memory it came to hold."""

import subprocess
import sys
from typing import NamedTuple

PROGRAM = """
import atexit, re, sys
from pathlib import Path
def peak():
    status = Path("/proc/self/status")
    if status.exists():
        found = re.search(r"VmHWM:\\s+(\\d+) kB", status.read_text())
        Path(sys.argv[1]).write_text(found[1])
atexit.register(peak)
largest = int(sys.argv[2])
if largest:
    import resource
    resource.setrlimit(resource.RLIMIT_FSIZE, (largest, largest))
from sos_audit.cli import main
main(sys.argv[3:])
"""


class Outcome(NamedTuple):
    """How a run ended; `peak` is in MiB, 0 where the system does not tell."""

    code: int
    said: str
    peak: float


def measured(arguments, folder, *, largest_file=0):
    """Run in a folder; no file may grow beyond `largest_file`, which is what a full disk does."""
    note = folder / "peak"
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(note), str(largest_file), *map(str, arguments)],
        cwd=folder,
        capture_output=True,
        timeout=600,
        check=False,
    )
    peak = int(note.read_text()) / 1024 if note.exists() else 0
    said = (done.stdout + done.stderr).decode("utf-8", "replace")
    return Outcome(done.returncode, said, peak)
