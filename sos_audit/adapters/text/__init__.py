"""Readable text of narrative fields, with the way back to the raw text it was made from."""

from sos_audit.adapters.text.readable import format_of, readable
from sos_audit.adapters.text.trace import Readable

__all__ = ["Readable", "format_of", "readable"]
