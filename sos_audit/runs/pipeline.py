"""The pipeline: adapter, case files, audit, bundle. What is decided here is written down there."""

from __future__ import annotations

import datetime as dt
import getpass
import os
import platform
from contextlib import contextmanager
from time import perf_counter
from typing import TYPE_CHECKING

from sos_audit.adapters.load_report import LoadReport
from sos_audit.adapters.mapping import load_mapping
from sos_audit.adapters.protocol import ReadContext
from sos_audit.bundle import assemble, compare, read_bundle, v1, write_bundle
from sos_audit.bundle.storage import private_folder
from sos_audit.checks import settings_by_kind
from sos_audit.errors import ConfigurationError, NothingReadable
from sos_audit.rulepacks import load_pack
from sos_audit.runs.audit_work import WorkOrder, criteria_infos, digest_of
from sos_audit.runs.families import in_families
from sos_audit.runs.incomplete import reasons_incomplete
from sos_audit.runs.pool import audit_all
from sos_audit.runs.request import RunResult
from sos_audit.runs.written import manifest_of, written_report
from sos_audit.scoring import domain_fidelity

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sos_audit.adapters.discovery import Adapters, Loaded
    from sos_audit.adapters.protocol import ExportReading
    from sos_audit.bundle import Bundle, CaseRecord
    from sos_audit.rulepacks import RulePack
    from sos_audit.runs.request import Progress, RunRequest


def run(request: RunRequest, adapters: Adapters, progress: Progress) -> RunResult:
    """Audit an export and save the bundle.

    Raises:
        ConfigurationError: when something asked for cannot be used as written.
        NothingReadable: when the export holds no case file.
    """
    started, clock = dt.datetime.now(dt.UTC), _Clock()
    pack = load_pack(request.pack, settings_by_kind())
    loaded = _adapter(request, adapters)
    report = LoadReport()
    with clock.timing("read and audit"):
        progress.stage("reading the export")
        mapping = load_mapping(request.mapping) if request.mapping else None
        reading = loaded.adapter.read(request.export, ReadContext(mapping, _spool(request), report))
        as_at = _as_at(request, reading)
        order = _order(request, pack, reading, as_at)
        records, failed, errors = _audited(reading, order, pack, request.jobs, progress)
    if not records:
        raise NothingReadable(_nothing(request, report))
    manifest = manifest_of(request, reading.header, as_at, pack, loaded)
    bundle = _bundle(pack, manifest, records, written_report(report, failed, adapters))
    if request.previous is not None:
        bundle = compare(bundle, read_bundle(request.previous))
    clock.stop()
    progress.stage("saving the bundle")
    folder = write_bundle(request.out, bundle, _run_info(request, started, clock, report))
    incomplete = reasons_incomplete(request, report, failed, errors, adapters)
    return RunResult(folder, bundle, tuple(incomplete), clock.timings)


def _adapter(request: RunRequest, adapters: Adapters) -> Loaded:
    if not request.export.exists():
        raise ConfigurationError(f"{request.export} does not exist")
    if request.adapter is not None:
        return adapters.by_name(request.adapter)
    return adapters.for_export(request.export).loaded


def _as_at(request: RunRequest, reading: ExportReading) -> dt.date:
    day = request.as_at or reading.header.extract_date
    if day is None:
        raise ConfigurationError(
            "The export does not say when it was taken: give --as-at YYYY-MM-DD"
        )
    return day


def _order(
    request: RunRequest, pack: RulePack, reading: ExportReading, as_at: dt.date
) -> WorkOrder:
    authority, digest = reading.header.authority, digest_of(pack.hashes)
    return WorkOrder(request.pack, digest, authority, as_at, request.quotes)


def _audited(
    reading: ExportReading, order: WorkOrder, pack: RulePack, jobs: int, progress: Progress
) -> tuple[list[CaseRecord], list[str], list[str]]:
    records: list[CaseRecord] = []
    failed: list[str] = []
    errors: list[str] = []
    progress.stage("auditing")
    for result in audit_all(in_families(reading.case_files), order, pack, jobs):
        records.extend(result.records)
        failed.extend(result.failed_cases)
        errors.extend(result.errors)
        progress.audited(len(result.records))
    return records, failed, errors


def _bundle(
    pack: RulePack,
    manifest: v1.Manifest,
    records: list[CaseRecord],
    load_report: v1.LoadReport,
) -> Bundle:
    findings = [finding for record in records for finding in record.findings]
    overall = [domain_fidelity(pack, domain, findings) for domain in pack.domains]
    return assemble(manifest, criteria_infos(pack), records, load_report, overall)


def _spool(request: RunRequest) -> Path:
    """An owner-only folder beside the output for rows that do not fit in memory."""
    return private_folder(private_folder(request.out) / ".spool")


def _nothing(request: RunRequest, report: LoadReport) -> str:
    refused = f"; {report.rows_refused} rows refused" if report.rows_refused else ""
    withheld = f"; {report.withheld.total()} records withheld" if report.withheld else ""
    return f"{request.export} holds no case file that can be audited{refused}{withheld}"


class _Clock:
    """Seconds by stage, for run.json alone."""

    def __init__(self) -> None:
        self._begun = perf_counter()
        self.timings: dict[str, float] = {}

    @contextmanager
    def timing(self, stage: str) -> Iterator[None]:
        begun = perf_counter()
        yield
        self.timings[stage] = round(perf_counter() - begun, 3)

    def stop(self) -> None:
        self.timings["total"] = round(perf_counter() - self._begun, 3)


def _run_info(
    request: RunRequest, started: dt.datetime, clock: _Clock, report: LoadReport
) -> v1.RunInfo:
    return v1.RunInfo(
        started=started,
        finished=dt.datetime.now(dt.UTC),
        host=platform.node(),
        user=_user(),
        jobs=request.jobs,
        timings=clock.timings,
        refused=tuple(
            v1.RefusedRow(file=r.file, row=r.row, column=r.column or None, reason=r.reason)
            for r in sorted(report.refusals)
        ),
    )


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return f"uid {os.getuid()}" if hasattr(os, "getuid") else "unknown"
