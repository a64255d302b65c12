"""Find the data that travels with the program: rule packs and the demonstration export.

An installed wheel keeps them under ``sos_audit/_data``; a source checkout, and so an editable
installation, keeps them at the top level, where they are edited.
"""

from __future__ import annotations

from pathlib import Path

from sos_audit.errors import ConfigurationError

_PACKAGE = Path(__file__).resolve().parent

# Where each kind of data lies in a source checkout; pyproject.toml maps the same two folders
# into the wheel.
_IN_CHECKOUT = {"rules": ("rules",), "demo": ("fixtures", "demo")}


def data_path(*parts: str) -> Path:
    """Give the path of a shipped file or folder, for example ``data_path("rules")``.

    The first part is the kind of data, ``rules`` or ``demo``; further parts lead into it.
    """
    return _find(_PACKAGE, parts)


def _find(package: Path, parts: tuple[str, ...]) -> Path:
    """Look beside ``package`` as installed, then around it as checked out."""
    if not parts or parts[0] not in _IN_CHECKOUT:
        known = ", ".join(sorted(_IN_CHECKOUT))
        wanted = "/".join(parts) or "nothing"
        raise ConfigurationError(f"No shipped data is called {wanted!r}; there is: {known}")
    kind, *rest = parts
    for root in (package.joinpath("_data", kind), package.parent.joinpath(*_IN_CHECKOUT[kind])):
        path = root.joinpath(*rest)
        if path.exists():
            return path
    raise ConfigurationError(
        f"The shipped data {'/'.join(parts)!r} is missing: install sos-audit again"
    )
