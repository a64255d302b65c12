"""Peak memory at two sizes, and speed against a bare CSV reader: `make bench`.

Each export is made in a folder for temporary files and read in a process of its own, to case files
by the built-in adapter. Ratios come last; the figures before them belong to one machine.
"""

import csv
import json
import random
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from sos_audit.adapters.load_report import LoadReport
from sos_audit.adapters.mapping import load_mapping
from sos_audit.adapters.protocol import ReadContext
from sos_audit.adapters.tables import TableStore, open_tables
from sos_audit.adapters.tabular.adapter import TabularAdapter
from sos_audit.adapters.tabular.contract import CONTRACT, NOTES, PERSONS

SIZES = (100, 1000)
NOTES_A_CHILD = 40
WORDS_A_NOTE = 160
WORDS = (
    "mum dad said the school is worried about Ella and her sleep we visited today to see how things"
    " are going at home with gran safety plan who will do what by when scale six out of ten"
).split()
MAPPING = """mapping: sos_audit.mapping.v1
authority: E09000000
system: tabular
stable_child_key: person_id
extract_date: '2026-10-30'
restricted: none_in_this_export
"""


def make(folder, megabytes):
    """An export of about this size: children, and their notes in no order of children."""
    chance = random.Random(7)
    notes = int(megabytes * 1e6 / 800)
    children = max(1, notes // NOTES_A_CHILD)
    folder.mkdir()
    (folder / "mapping.yaml").write_text(MAPPING)
    with (folder / "persons.csv").open("w", newline="") as file:
        csv.writer(file).writerows(
            [
                ("person_id", "name", "dob"),
                *((f"C{n}", "Ella Doe", "02/03/2016") for n in range(children)),
            ]
        )
    with (folder / "case_notes.csv").open("w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(("note_id", "person_id", "date", "type", "text"))
        for at in range(notes):
            text = " ".join(chance.choices(WORDS, k=WORDS_A_NOTE))
            child = f"C{chance.randrange(children)}"
            writer.writerow((f"N{at}", child, f"{at % 28 + 1:02}/03/2026", "Home visit", text))


def bare(folder):
    """A bare CSV reader, which keeps nothing."""
    for path in sorted(folder.glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            for _ in csv.reader(file):
                pass


def stored(folder):
    """The table layer alone: rows to disk, and back child by child."""
    tables = {table.name: table for table in CONTRACT.tables}
    report = LoadReport()
    with TableStore(folder / "spool", report) as store:
        for raw in open_tables(folder, report):
            if raw.name in {NOTES, PERSONS}:
                store.load(raw, name=raw.name, contract=tables[raw.name])
        for child in store.keys(PERSONS, "person_id"):
            for _ in store.rows_for(NOTES, "person_id", child):
                pass


def case_files(folder):
    """Everything: tables to case files."""
    mapping = load_mapping(folder / "mapping.yaml")
    context = ReadContext(mapping, folder / "spool", LoadReport())
    for _ in TabularAdapter().read(folder, context).case_files:
        pass


WAYS = {"bare": bare, "stored": stored, "case_files": case_files}


def measured(way, folder):
    """Seconds and peak MiB of one way of reading, in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.reading", way, str(folder)],
        check=True,
        capture_output=True,
    )
    return json.loads(done.stdout)


def one(way, folder):
    """What the process of its own does."""
    started = time.process_time()
    WAYS[way](Path(folder))
    seconds = time.process_time() - started
    status = Path("/proc/self/status")
    peak = re.search(r"VmHWM:\s+(\d+)", status.read_text()) if status.exists() else None
    print(json.dumps([seconds, int(peak[1]) / 1024 if peak else 0]))  # noqa: T201


def main(sizes=SIZES):
    """Make, read, print."""
    say = print
    peaks, speeds = {}, {}
    for size in sizes:
        with tempfile.TemporaryDirectory() as below:
            folder = Path(below) / "export"
            make(folder, size)
            megabytes = sum(path.stat().st_size for path in folder.glob("*.csv")) / 1e6
            for way in WAYS:
                seconds, peak = measured(way, folder)
                peaks[way, size], speeds[way] = peak, megabytes / seconds
                say(f"{way:10} {megabytes:5.0f} MB {megabytes / seconds:6.1f} MB/s {peak:5.0f} MiB")
    small, large = (peaks["case_files", size] for size in sizes)
    say(f"peak memory, {sizes[1]} MB over {sizes[0]} MB: {large / small:.2f} (to be within 1.20)")
    for way in ("stored", "case_files"):
        say(f"time, {way} over bare: {speeds['bare'] / speeds[way]:.1f}")


if __name__ == "__main__":
    if len(sys.argv) == 3:
        one(*sys.argv[1:])
    else:
        main()
