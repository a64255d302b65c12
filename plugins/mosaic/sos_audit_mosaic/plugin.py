"""What the distribution registers: one adapter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sos_audit.adapters.hookspec import hookimpl
from sos_audit_mosaic.adapter import MosaicAdapter

if TYPE_CHECKING:
    from sos_audit.adapters.protocol import Adapter


@hookimpl
def sos_audit_adapters() -> list[Adapter]:
    """Give the Mosaic adapter."""
    return [MosaicAdapter()]
