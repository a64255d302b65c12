"""Names of folders and pages that are safe on every file system and never collide."""

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping

_PLAIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,59}")

_TAKEN = frozenset({"index", "criteria", "con", "prn", "aux", "nul"}) | {
    f"{device}{number}" for device in ("com", "lpt") for number in range(10)
}
"""Names that are pages of the report itself, or devices on Windows."""


def page_names(ids: Iterable[str]) -> dict[str, str]:
    """Name the page of each child: plain ids as they are, others as a slug with a short hash.

    A page never takes over the name that another child's page had in an earlier run.
    """
    listed = list(ids)
    times = Counter(id_.lower() for id_ in listed)
    return {id_: id_ if _is_plain(id_, times) else _hashed(id_) for id_ in listed}


def folder_names(titles: Iterable[str]) -> dict[str, str]:
    """Name the folder of each team: a slug, with a short hash where two would be the same."""
    slugs = {title: slug(title) for title in titles}
    times = Counter(slugs.values())
    return {
        title: name if _is_plain(name, times) else _hashed(title) for title, name in slugs.items()
    }


def _is_plain(name: str, times: Mapping[str, int]) -> bool:
    key = name.lower()
    return bool(_PLAIN.fullmatch(name)) and times[key] == 1 and key not in _TAKEN


def slug(text: str) -> str:
    """The text in small ASCII letters and hyphens: `Südwest & Co` as `sudwest-co`."""
    ascii_ = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", ascii_.lower()).strip("-")[:40] or "x"


def _hashed(text: str) -> str:
    return f"{slug(text)}-{hashlib.sha256(text.encode()).hexdigest()[:8]}"
