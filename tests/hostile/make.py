"""Write every hostile export, to try by hand: `python -m tests.hostile.make FOLDER`."""

import sys
import zipfile
from pathlib import Path
from shutil import copytree

from tests.hostile.damage import DAMAGE, FIXTURES, write_bomb


def make(name, below):
    """One case: the plain demonstration tables, damaged."""
    folder = below / name
    copytree(FIXTURES.parent / "demo" / "tabular", folder)
    DAMAGE[name](folder)
    return folder


if __name__ == "__main__":
    if len(sys.argv) < 2:
        write_bomb(FIXTURES / "bomb.xlsx", zipfile.ZIP_BZIP2, 1024)
    else:
        for case in DAMAGE:
            make(case, Path(sys.argv[1]))
