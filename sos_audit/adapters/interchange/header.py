"""The first line of an interchange file."""

from __future__ import annotations

from sos_audit.casefile import ExportHeader
from sos_audit.casefile.v1 import HeaderV1


def header_from_v1(header: HeaderV1) -> ExportHeader:
    """What the first line says."""
    return ExportHeader(
        authority=header.authority,
        system=header.system,
        extract_date=header.extract_date,
        stable_child_key=header.stable_child_key,
        coverage=dict(header.coverage),
    )


def header_to_v1(header: ExportHeader) -> HeaderV1:
    """The first line for case files that were read: whatever was restricted is already gone."""
    return HeaderV1(
        schema="sos_audit.casefile.v1",
        authority=header.authority,
        system=header.system,
        extract_date=header.extract_date,
        stable_child_key=header.stable_child_key,
        restricted="declared",
        coverage=header.coverage,
    )
