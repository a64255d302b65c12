"""The words around a quote: enough of the sentence to judge it by, and no more."""

import re

REACH = 240
"""At most this many code points are kept on either side of a quote."""

SHORT = 12
"""A short quote keeps at most this many words."""

_SENTENCE_END = re.compile(r"[.!?][\"'”’)]*\s+|\n")


def before(text: str, start: int) -> str:
    """The part of the sentence that leads up to `start`."""
    lead = text[max(0, start - REACH) : start]
    ends = [match.end() for match in _SENTENCE_END.finditer(lead)]
    if ends:
        return lead[ends[-1] :]
    return lead if start <= REACH else "… " + lead.partition(" ")[2]


def after(text: str, end: int) -> str:
    """The part of the sentence that follows `end`; nothing if the quote ends a sentence."""
    if text[:end].rstrip()[-1:] in {".", "!", "?"}:
        return ""
    rest = text[end : end + REACH]
    stop = _SENTENCE_END.search(rest)
    if stop:
        return rest[: stop.end()].rstrip()
    return rest if end + REACH >= len(text) else rest.rpartition(" ")[0] + " …"


def shortened(quote: str) -> str:
    """The first words of a quote, with a mark where words were left out."""
    words = quote.split()
    return quote if len(words) <= SHORT else " ".join(words[:SHORT]) + " …"
