"""The built-in adapter of plain tables: answers and notes as any reporting tool can export them."""

from sos_audit.adapters.tabular.adapter import TabularAdapter

__all__ = ["TabularAdapter"]
