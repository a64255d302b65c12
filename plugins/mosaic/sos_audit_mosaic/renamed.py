"""Mosaic's tables under the names that warehouses give them.

Prefixes of schemas and systems (`raw.mosaic_fw_`) are the table layer's own affair; what is left
are suffixes that warehouses add, and the application's answer tables, which are read as one.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from sos_audit_mosaic.raw_answers import as_one_table

if TYPE_CHECKING:
    from sos_audit.adapters.tables import RawTable

_SUFFIX = re.compile(r"_(?:tag_dw|dw|extract|export|\d{6,8})$", re.IGNORECASE)


def as_known(raw: RawTable) -> RawTable:
    """The table without what a warehouse or a scheduled export adds to the end of its name."""
    name = raw.name.strip()
    while (shorter := _SUFFIX.sub("", name)) != name:
        name = shorter
    return as_one_table(replace(raw, name=name))
