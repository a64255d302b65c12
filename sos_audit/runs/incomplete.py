"""Why a run counts as incomplete: exit code 3, in words that say what to do."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sos_audit.adapters.discovery import Adapters
    from sos_audit.adapters.load_report import LoadReport
    from sos_audit.runs.request import RunRequest


def reasons_incomplete(
    request: RunRequest,
    report: LoadReport,
    failed: Sequence[str],
    errors: Sequence[str],
    adapters: Adapters,
) -> Iterator[str]:
    """Each reason, once; a broken plugin that nobody asked for is none."""
    for note in report.refused_files:
        yield f"{note.file} was refused: {note.reason}"
    if failed:
        yield f"{len(failed)} case files could not be audited"
    for error, times in sorted(Counter(errors).items()):
        yield f"criterion failed in {times} case files: {error}"
    if report.refused_share > request.max_refused:
        yield (
            f"{report.rows_refused} of {report.rows_in} rows were refused, more than the "
            f"{request.max_refused:.0%} allowed"
        )
    yield from _plugins_missing(request.required_plugins, adapters)


def _plugins_missing(required: Sequence[str], adapters: Adapters) -> Iterator[str]:
    """Configured plugins that are not there, by the name of their distribution or their own."""
    found = {
        name for loaded in adapters.loaded for name in (loaded.distribution, loaded.adapter.name)
    }
    for other in adapters.not_loaded:
        found |= {other.name, other.distribution}
        if {other.name, other.distribution} & set(required):
            yield f"the configured plugin {other.name} was not loaded: {other.reason}"
    for name in required:
        if name not in found:
            yield f"the configured plugin {name} is not installed"
