"""The page of mapping files names every setting and every kind."""

from pathlib import Path

import sos_audit
from sos_audit.adapters.mapping import MappingV1
from sos_audit.casefile import StatementKind

GUIDE = Path(sos_audit.__file__).parent / "guide"
PAGE = (GUIDE / "mapping.md").read_text("utf-8")


def test_every_setting_is_explained():
    assert [name for name in MappingV1.model_fields if f"| `{name}` |" not in PAGE] == []


def test_every_kind_is_named():
    assert [kind for kind in StatementKind if f"`{kind}`" not in PAGE] == []


def test_links_between_pages_lead_somewhere():
    for page in ("first_day.md", "mapping.md", "mosaic.md"):
        text = (GUIDE / page).read_text("utf-8")
        for target in ("mapping.md", "mosaic.md", "first_day.md"):
            if f"]({target})" in text:
                assert (GUIDE / target).is_file()
