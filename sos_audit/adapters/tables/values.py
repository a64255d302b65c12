"""Turn the text of a cell into an id, flag or number, or say why it is none.

A reason never repeats the text: it may be personal.
"""

import math
import re
from collections.abc import Iterable

TRUNCATION_LENGTHS = frozenset({255, 256, 900, 1000, 4000, 32_767, 65_535})
"""Where database columns, scripts and spreadsheets are known to cut a text off."""

_ID_FORMULA = re.compile(r'^="(.*)"$')
_WHOLE_FLOAT = re.compile(r"^-?\d+\.0+$")
_SCIENTIFIC = re.compile(r"^\d(?:\.\d+)?E\+\d+$", re.IGNORECASE)
_LIST_LABEL = re.compile(r"^(?:[a-z][).]|\d\))\s*")
_THOUSANDS = re.compile(r"^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$")
_DECIMAL = re.compile(r"^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$")
_YES = frozenset({"y", "yes", "true", "t", "1", "1.0", "-1"})
_NO = frozenset({"n", "no", "false", "f", "0", "0.0"})


def as_id(value: str | None) -> str | None:
    """An identifier as text: no outer spaces, no ``.0`` of a spreadsheet, leading zeros kept.

    Raises:
        ValueError: when a spreadsheet has replaced digits by an exponent.
    """
    if value is None:
        return None
    text = value.strip()
    if text.isalnum():
        return text
    text = _ID_FORMULA.sub(r"\1", text).strip()
    if _SCIENTIFIC.match(text):
        raise ValueError("an id in scientific notation has lost its digits; export it as text")
    if _WHOLE_FLOAT.match(text):
        text = text.partition(".")[0]
    return text or None


def as_flag(value: str | None, *, yes: Iterable[str] = (), no: Iterable[str] = ()) -> bool | None:
    """A yes or no; the mapping may name further answers that mean either.

    Raises:
        ValueError: when the text is neither.
    """
    if value is None or not (text := _plainly(value)):
        return None
    if text in {_plainly(word) for word in yes}:
        return True
    if text in {_plainly(word) for word in no}:
        return False
    text = _LIST_LABEL.sub("", text)
    if text in _YES or text in _NO:
        return text in _YES
    raise ValueError("neither a known yes nor a known no")


def as_number(value: str | None) -> float | None:
    """A number in digits, with or without commas between thousands.

    Raises:
        ValueError: when the text is anything else, a decimal comma included.
    """
    if value is None or not (text := value.strip()):
        return None
    if _THOUSANDS.match(text):
        text = text.replace(",", "")
    if not _DECIMAL.match(text) or not math.isfinite(number := float(text)):
        raise ValueError("not a number in digits")
    return number


def is_truncated(text: str) -> bool:
    """Whether the text ends exactly where a known limit would have cut it."""
    if len(text) in TRUNCATION_LENGTHS:
        return True
    return not text.isascii() and _utf16_length(text) in TRUNCATION_LENGTHS


def _plainly(text: str) -> str:
    return " ".join(text.split()).casefold()


def _utf16_length(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
