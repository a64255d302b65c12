"""Make records fit to be shown to others: pseudonyms that stay the same under one key.

What comes out is pseudonymised, not anonymous: whoever knows a family may still recognise it.
"""

from sos_audit.disclosure.dates import shifted_dates
from sos_audit.disclosure.key import Key
from sos_audit.disclosure.names import NameBook, plain
from sos_audit.disclosure.scrubbing import Edit, Scrubbed, Scrubber
from sos_audit.disclosure.words import WordCount

__all__ = [
    "Edit",
    "Key",
    "NameBook",
    "Scrubbed",
    "Scrubber",
    "WordCount",
    "plain",
    "shifted_dates",
]
