"""The parts of a bundle that say what the run read and with what it judged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sos_audit import __version__
from sos_audit.bundle import latest, v1
from sos_audit.bundle.manifest import hash_file, hash_files
from sos_audit.runs.audit_work import digest_of

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from sos_audit.adapters.discovery import Adapters, Loaded
    from sos_audit.adapters.load_report import LoadReport
    from sos_audit.casefile import ExportHeader
    from sos_audit.rulepacks import RulePack
    from sos_audit.runs.request import RunRequest


def manifest_of(
    request: RunRequest, header: ExportHeader, as_at: dt.date, pack: RulePack, loaded: Loaded
) -> v1.Manifest:
    """Everything that the findings are a function of."""
    return v1.Manifest(
        authority=header.authority,
        system=header.system,
        as_at=as_at,
        extract_date=header.extract_date,
        export=hash_files(_files(request.export)),
        mapping=None if request.mapping is None else _hashed(request.mapping),
        stable_child_key=header.stable_child_key,
        pack=v1.RulePack(
            id=pack.id,
            version=pack.version,
            sha256=digest_of(pack.hashes),
            overlays=tuple(
                v1.HashedFile(name=name, sha256=digest_of(_of(pack.hashes, name)))
                for name in pack.overlays
            ),
        ),
        versions={"sos-audit": __version__, loaded.distribution: loaded.version},
        quotes=request.quotes,
        coverage=dict(sorted(header.coverage.items())),
        previous=None if request.previous is None else _bundle_name(request.previous),
    )


def _bundle_name(path: Path) -> str:
    """The name of the bundle itself: it follows from what the bundle was made of."""
    return (latest(path) or path).resolve().name


def _files(export: Path) -> list[Path]:
    if export.is_dir():
        return [path for path in sorted(export.rglob("*")) if path.is_file()]
    return [export]


def _hashed(path: Path) -> v1.HashedFile:
    return v1.HashedFile(name=path.name, sha256=hash_file(path))


def _of(hashes: Mapping[str, str], pack: str) -> Mapping[str, str]:
    return {name: value for name, value in hashes.items() if name.startswith(f"{pack}/")}


def written_report(report: LoadReport, failed: Sequence[str], adapters: Adapters) -> v1.LoadReport:
    """The load report as a bundle keeps it: counts and reasons, without rows."""
    return v1.LoadReport(
        tables=tuple(
            v1.TableRead(name=t.name, rows=t.rows_read, refused=t.rows_refused)
            for t in sorted(report.tables, key=lambda table: (table.name, table.file))
        ),
        refusals=tuple(
            v1.Refusal(table=table, reason=reason, count=count)
            for (table, reason), count in sorted(report.refused.items())
        ),
        withheld=dict(sorted(report.withheld.items())),
        failed_cases=tuple(sorted(failed)),
        not_loaded=tuple(
            v1.NotLoaded(plugin=other.name, reason=other.reason) for other in adapters.not_loaded
        ),
    )
