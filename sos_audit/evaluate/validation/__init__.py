"""Measures a reader of case files against careful readers: `sos-audit validate`."""
