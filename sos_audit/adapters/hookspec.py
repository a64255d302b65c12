"""The one hook of the project: a distribution says which adapters it has."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pluggy

if TYPE_CHECKING:
    from sos_audit.adapters.protocol import Adapter

PROJECT = "sos_audit"
"""The name of the pluggy project, and of the entry point group."""

hookspec = pluggy.HookspecMarker(PROJECT)
hookimpl = pluggy.HookimplMarker(PROJECT)


@hookspec
def sos_audit_adapters() -> list[Adapter]:  # type: ignore[empty-body]
    """Give the adapters of this distribution, as objects ready to use."""
