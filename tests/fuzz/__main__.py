"""Fuzz all readers in turn for some seconds: `python -m tests.fuzz [SECONDS] [SEED]`.

A finding is written to tests/fuzz/found/ and becomes a test; with any, the exit code is 1.
"""

import random
import sys
import time
import traceback
from pathlib import Path

from tests.fuzz.mutation import mutated
from tests.fuzz.targets import TARGETS

FOUND = Path(__file__).parent / "found"
SLOW = 5.0
"""Seconds that no small file may take."""


def main(seconds, seed):
    """Every reader gets the same share of the time."""
    say, findings = print, 0
    for name, (read, seeds) in TARGETS.items():
        chance, corpus, runs = random.Random(f"{seed}{name}"), list(seeds), 0
        enough = findings + 5
        until = time.monotonic() + seconds / len(TARGETS)
        while time.monotonic() < until and findings < enough:
            content = mutated(chance.choice(corpus), chance)
            runs += 1
            if failed(read, content):
                findings += 1
                FOUND.mkdir(exist_ok=True)
                (FOUND / f"{name}-{seed}-{runs}").write_bytes(content)
                say(f"{name}: run {runs}\n{failed(read, content)}")
            elif len(corpus) < 200 and chance.random() < 0.05:
                corpus.append(content)
        say(f"{name:8} {runs:7} files")
    return findings


def failed(read, content):
    """What went wrong with a file, if anything did."""
    started = time.monotonic()
    try:
        read(content)
    except Exception:  # noqa: BLE001 - every error is a finding
        return traceback.format_exc(limit=-4)
    seconds = time.monotonic() - started
    return f"took {seconds:.1f} seconds" if seconds > SLOW else ""


if __name__ == "__main__":
    arguments = [int(argument) for argument in sys.argv[1:]]
    sys.exit(bool(main(*[*arguments, *(60, 1)[len(arguments) :]])))
