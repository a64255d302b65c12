"""A page on which a practitioner and an analyst settle together what each question is.

One file without script or anything loaded from elsewhere; it holds examples of what people wrote,
so it is for the two of them alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinja2 import Environment, PackageLoader, StrictUndefined

from sos_audit.adapters.mapping.guessing import SURE
from sos_audit.casefile import StatementKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sos_audit.adapters.mapping.rewriting import Line
    from sos_audit.adapters.mapping.suggesting import Suggestion

_PACKAGE = "sos_audit.adapters.mapping"


def mapping_page(
    export: str,
    suggested: Sequence[Suggestion],
    others: Iterable[tuple[str, Sequence[Line]]],
) -> str:
    """The page, with the questions first and then everything else that has no meaning yet."""
    pages = Environment(
        loader=PackageLoader(_PACKAGE),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return pages.get_template("mapping.html").render(
        export=export,
        suggested=suggested,
        others=[(name.replace("_", " "), lines) for name, lines in others],
        kinds=[(str(kind), kind.replace("_", " ")) for kind in StatementKind],
        sure=SURE,
    )
