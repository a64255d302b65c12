"""Keep bundles no longer than they serve, and take single children out of them."""

import datetime as dt
import re
import shutil
from collections.abc import Collection
from dataclasses import replace
from pathlib import Path

from sos_audit.bundle.assemble import summarise
from sos_audit.bundle.bundle import Bundle
from sos_audit.bundle.read import read_bundle, read_run_info
from sos_audit.bundle.storage import sweep
from sos_audit.bundle.write import LATEST, save

_NAME = re.compile(r"\d{4}-\d{2}-\d{2}-[0-9a-f]{12}")


def kept(out: Path) -> tuple[Path, ...]:
    """The bundles under `out`, the oldest as-at date first."""
    if not out.is_dir():
        return ()
    return tuple(sorted(path for path in out.iterdir() if _NAME.fullmatch(path.name)))


def purge(out: Path, before: dt.date) -> tuple[Path, ...]:
    """Delete the bundles of an as-at date before `before`, and say which they were."""
    sweep(out)
    old = tuple(path for path in kept(out) if path.name < before.isoformat())
    for path in old:
        shutil.rmtree(path)
    _forget_latest(out, {path.name for path in old})
    return old


def forget(out: Path, children: Collection[str]) -> tuple[Path, ...]:
    """Take children out of every kept bundle, and say which bundles they were in.

    For a case that has become restricted, or a record that must be erased. Percentages over all
    case files stay as they were found; counts are made again.
    """
    sweep(out)
    return tuple(path for path in kept(out) if _forget_in(path, children))


def without(bundle: Bundle, children: Collection[str]) -> Bundle:
    """The bundle as if it had never held the children, but for percentages over all cases."""
    cases = tuple(case for case in bundle.cases if case.child_id not in children)
    findings = tuple(f for f in bundle.findings if f.child_id not in children)
    failed = tuple(c for c in bundle.load_report.failed_cases if c not in children)
    overall = {domain.domain: domain.fidelity for domain in bundle.summary.domains}
    return replace(
        bundle,
        cases=cases,
        findings=findings,
        load_report=replace(bundle.load_report, failed_cases=failed),
        summary=summarise(bundle.criteria, cases, findings, overall),
    )


def _forget_in(path: Path, children: Collection[str]) -> bool:
    bundle = read_bundle(path)
    smaller = without(bundle, children)
    if smaller == bundle:
        return False
    save(path, smaller, read_run_info(path))
    return True


def _forget_latest(out: Path, purged: Collection[str]) -> None:
    pointer = out / LATEST
    if pointer.is_file() and pointer.read_text(encoding="utf-8").strip() in purged:
        pointer.unlink()
