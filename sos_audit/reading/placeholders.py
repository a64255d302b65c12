"""Fillers: "n/a", "as above", form instructions left in, a heading and nothing under it."""

import re
from collections.abc import Sequence

from sos_audit.casefile import Span
from sos_audit.reading.fold import fold
from sos_audit.reading.lexicon import Lexicon

_TRIM = " \t\n.,:;!?-*•_()[]<>\"'"
_BRACKETED = re.compile(r"^[\[<(].{3,200}[\])>]$", re.DOTALL)
_OPEN_BRACKET = re.compile(r"\[[^\]\n]{3,60}\]|<[^>\n]{3,60}>")
_SEVERAL = 2
_POINTING_WORDS = 6
_POINTER_LINE = 13
_LABEL = re.compile(r"^[^\W\d_][\w' ]{2,40}?\s*[:-]\s+")
_INSTRUCTION_OPENING = re.compile(
    r"^(?:please |use this |this (?:section|box|field) |(?:click|tap|enter|insert|type) |"
    r"(?:describe|record|state|list|include|summarise|explain|set out|detail|outline|consider) "
    r"(?:the |any |what |who |how |here|below|clearly|why |each ))"
)


def is_placeholder(text: str, span: Span, lexicon: Lexicon) -> bool:
    """Whether a passage is a filler, a cross-reference or an instruction rather than content."""
    words = fold(span.of(text)).strip(_TRIM)
    if _BRACKETED.match(span.of(text).strip()) or _is_unfilled(span.of(text)):
        return True
    fillers = lexicon.lists.get("instruction", ())
    pointers = lexicon.lists.get("cross_reference", ())
    return any(
        _is_filler(part, fillers) or _points_elsewhere(part, pointers)
        for part in (words, _LABEL.sub("", words).strip(_TRIM))
    )


def _is_filler(words: str, fillers: Sequence[str]) -> bool:
    if not words or words in fillers or _is_instruction(words):
        return True
    if words.startswith(("n/a ", "n/a,", "n/a-")):
        return len(words.split()) <= _POINTING_WORDS
    return len(words.split()) <= _POINTING_WORDS and any(
        words.startswith(filler + " ") for filler in fillers if " " in filler
    )


def _points_elsewhere(words: str, pointers: Sequence[str]) -> bool:
    """A line that only says where to look: "Three Houses done, see attached"."""
    return len(words.split()) <= _POINTER_LINE and any(pointer in words for pointer in pointers)


def _is_unfilled(text: str) -> bool:
    """A form's own sentence with its brackets left open, or nothing but its prompts."""
    if len(_OPEN_BRACKET.findall(text)) >= _SEVERAL:
        return True
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return len(lines) >= _SEVERAL and all(line.endswith((":", "?")) for line in lines)


def _is_instruction(words: str) -> bool:
    """One sentence that tells the writer what to write, with nothing after it."""
    return bool(_INSTRUCTION_OPENING.match(words)) and not re.search(r"[.!?]\s+\S", words)
