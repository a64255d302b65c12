"""Case files as they stream from an adapter, batched into families."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from sos_audit.casefile import families_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sos_audit.casefile import CaseFile, Family


def in_families(case_files: Iterable[CaseFile]) -> Iterator[Family]:
    """Families in the adapter's order; a child without a family id is read alone."""
    for _, members in groupby(case_files, key=_family_key):
        yield from families_of(members)


def _family_key(case: CaseFile) -> tuple[bool, str]:
    return (case.family_id is None, case.family_id or case.child.id)
