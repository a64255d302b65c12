"""Names of folders and pages that are safe on every file system and never collide."""

import hashlib
import re
import unicodedata
from collections.abc import Iterable

_PLAIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,59}")

_TAKEN = frozenset({"index", "criteria", "con", "prn", "aux", "nul"}) | {
    f"{device}{number}" for device in ("com", "lpt") for number in range(10)
}
"""Names that are pages of the report itself, or devices on Windows."""


def page_names(keys: Iterable[str]) -> dict[str, str]:
    """Name each key: plain keys as they are, others as a slug with a short hash of the key."""
    names: dict[str, str] = {}
    used = set(_TAKEN)
    for key in sorted(keys):
        is_plain = _PLAIN.fullmatch(key) and key.lower() not in used
        name = key if is_plain else f"{slug(key)}-{_short_hash(key)}"
        used.add(name.lower())
        names[key] = name
    return names


def slug(text: str) -> str:
    """The text in small ASCII letters and hyphens: `Südwest & Co` as `sudwest-co`."""
    ascii_ = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", ascii_.lower()).strip("-")[:40] or "x"


def _short_hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:8]
