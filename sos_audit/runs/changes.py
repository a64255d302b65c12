"""What is new since the previous bundle."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sos_audit.bundle import CaseRecord, read_bundle, v1
from sos_audit.errors import ConfigurationError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from sos_audit.casefile import ExportHeader


def previous_hashes(path: Path | None, header: ExportHeader) -> Mapping[str, str] | None:
    """The evidence hash of each finding of the previous bundle, by fingerprint.

    Raises:
        ConfigurationError: when the export declares no stable child key: its ids may be
            re-issued, and findings of different children could be taken for the same.
    """
    if path is None:
        return None
    if header.stable_child_key is None:
        raise ConfigurationError(
            "--previous needs ids that stay the same between exports: declare stable_child_key "
            "in the mapping, or leave --previous out"
        )
    return {finding.fingerprint: finding.evidence_hash for finding in read_bundle(path).findings}


def with_changes(
    records: Iterable[CaseRecord], before: Mapping[str, str] | None
) -> Iterator[CaseRecord]:
    """The records with each finding marked new, same or evidence changed."""
    for record in records:
        if before is None:
            yield record
            continue
        marked = tuple(replace(f, change=_change(f, before)) for f in record.findings)
        yield record._replace(findings=marked)


def _change(finding: v1.Finding, before: Mapping[str, str]) -> v1.Change:
    known = before.get(finding.fingerprint)
    if known is None:
        return v1.Change.NEW
    return v1.Change.SAME if known == finding.evidence_hash else v1.Change.EVIDENCE_CHANGED
