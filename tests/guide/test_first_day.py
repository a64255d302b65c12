"""The first day's page is followed literally, on a console of its own."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import sos_audit
from sos_audit.resources import data_path

PAGE = (Path(sos_audit.__file__).parent / "guide" / "first_day.md").read_text("utf-8")
BLOCKS = re.findall(r"```(console|yaml)\n(.*?)```", PAGE, re.DOTALL)

CONSOLES = {
    "utf-8": {"PYTHONIOENCODING": "utf-8", "PYTHONUTF8": "1"},
    "cp1252": {"PYTHONIOENCODING": "cp1252", "PYTHONUTF8": "0", "LC_ALL": "C"},
}


def export_without_mapping(folder):
    shutil.copytree(data_path("demo", "mosaic"), folder / "export")
    (folder / "export" / "mapping.yaml").unlink()


def run(line, folder, console):
    """Run a command of the page as a program of its own; the page says how it is to end."""
    command, _, remark = line.removeprefix("$ ").partition("#")
    program, *arguments = shlex.split(command)
    assert program == "sos-audit"
    done = subprocess.run(
        [sys.executable, "-m", "sos_audit", *arguments],
        cwd=folder,
        env={**os.environ, **CONSOLES[console]},
        capture_output=True,
        timeout=300,
        check=False,
    )
    output = (done.stdout + done.stderr).decode("cp1252" if console == "cp1252" else "utf-8")
    expected = int(re.sub(r"\D", "", remark) or 0)
    assert done.returncode == expected, output
    assert "Traceback" not in output
    return output


def put_right(mapping, block):
    """Put each line of the block in the place of the one with the same code or key."""
    text = mapping.read_text("utf-8")
    for line in block.splitlines():
        code = re.search(r'code: "(\w+)"', line)
        known = rf'.*code: "{code.group(1)}".*' if code else rf"{line.split(':')[0]}:.*"
        text, times = re.subn(f"^{known}$", lambda _, new=line: new, text, flags=re.MULTILINE)
        assert times == 1, line
    mapping.write_text(text, encoding="utf-8")


@pytest.fixture(scope="module", params=CONSOLES)
def day(request, tmp_path_factory):
    folder = tmp_path_factory.mktemp("day")
    export_without_mapping(folder)
    said = {}
    for kind, block in BLOCKS:
        if kind == "yaml":
            put_right(folder / "mapping.yaml", block)
            continue
        for line in block.splitlines():
            said[line] = run(line, folder, request.param)
    return folder, said


def output(day, words):
    return next(text for line, text in day[1].items() if words in line)


def test_it_ends_with_a_report(day):
    folder, _ = day
    assert (folder / "sos-audit-out" / "html" / "index.html").is_file()
    assert "Danger" in output(day, "--jobs 2")


def test_preflight_says_that_a_mapping_is_missing(day):
    said = output(day, "preflight")
    assert "read by mosaic" in said
    assert "No mapping was given" in said
    assert "question SOS_DANGER" in said


def test_a_run_without_mapping_writes_one_to_start_from(day):
    folder, _ = day
    said = output(day, "exit code 2")
    assert str(folder / "sos-audit-out-mapping.yaml") in said
    assert "not mapped: question 'SOS_DANGER', 40 times" in said
    assert "SOS_DANGER" in (folder / "sos-audit-out-mapping.yaml").read_text("utf-8")


def test_the_mapping_is_complete_and_holds_no_case_material(day):
    folder, _ = day
    assert "0 errors, 0 warnings, 0 not mapped" in output(day, "mapping lint")
    mapping = (folder / "mapping.yaml").read_text("utf-8")
    assert "Wrona" not in mapping
    assert "Kuba" in (folder / "mapping.html").read_text("utf-8")


def test_no_name_is_printed(day):
    _, said = day
    assert not [line for line, text in said.items() if "Wrona" in text or "Kuba" in text]


def test_the_page_says_what_was_never_run():
    assert "On Windows itself nothing has been run" in " ".join(PAGE.split())
