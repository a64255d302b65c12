"""Small rule packs and overlays, written into a folder."""

from sos_audit.checks import settings_by_kind
from sos_audit.resources import data_path
from sos_audit.rulepacks import load_pack

SHIPPED = data_path("rules", "signs_of_safety")
KINDS = settings_by_kind()

PACK = """\
pack: sos_audit.pack.v1
id: small
version: "1"
title: A small pack
domains: [danger, goals]
"""

OVERLAY = """\
pack: sos_audit.pack.v1
id: ours
version: "2"
title: Our variant
extends: small
"""

EXISTS = """\
id: danger.exists
revision: 1
domain: danger
title: A danger statement is on file
question: Does the file hold a danger statement?
why: It says why the service is involved.
sources: [S01]
auto: A
axis: presence
weight: 3
severity: critical
needs: [document]
check:
  kind: statement_exists
  statement: [danger_statement]
gap: No danger statement was found in the records supplied.
ask: What are you worried will happen?
"""

FUTURE = """\
id: danger.future
revision: 1
domain: danger
title: What could happen is said
question: Does each danger statement say what could happen?
why: A danger statement looks ahead.
sources: [S01]
auto: B
axis: quality
weight: 2
severity: major
needs: [document]
check:
  kind: element_present
  statement: [danger_statement]
  any_of: [future_harm]
gap: What could happen was not found in the records supplied.
ask: What are you worried will happen?
"""

EXAMPLES = """\
criterion: danger.exists
examples:
  - name: there
    expect: met
    as_at: 2026-04-01
    case:
      documents:
        - kind: assessment
          date: 2026-02-09
          answers: [{kind: danger_statement, text: Nan is worried that Levi could be run over.}]
  - name: not there
    expect: gap
    as_at: 2026-04-01
    case: {documents: []}
  - name: not supplied
    expect: not_assessable
    as_at: 2026-04-01
    case: {not_supplied: [document]}
"""

WORDS = {"heading_danger_statement": "danger statement\n", "modal": "could\nmight\n"}


def write(folder, files):
    """Write files by their path inside the folder."""
    for name, text in files.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return folder


def small_pack(tmp_path, **files):
    """A pack with one criterion, its examples and two word lists."""
    standard = {
        "pack.yaml": PACK,
        "danger/exists.yaml": EXISTS,
        "danger/exists.examples.yaml": EXAMPLES,
        **{f"words/{name}.txt": text for name, text in WORDS.items()},
    }
    return write(tmp_path / "small", standard | files)


def overlay(tmp_path, pack_yaml=OVERLAY, **files):
    """An overlay on the small pack, beside it."""
    small_pack(tmp_path)
    return write(tmp_path / "ours", {"pack.yaml": pack_yaml, **files})


def load(path):
    return load_pack(path, KINDS)


def shown(problems, root):
    """Problems as they are printed, with paths inside the test's folder."""
    return [str(problem).replace(f"{root}/", "") for problem in problems]
