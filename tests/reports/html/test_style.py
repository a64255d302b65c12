"""Text can be read in the light, in the dark and on paper."""

import re
from pathlib import Path

import pytest

import sos_audit.reports.html

STYLE = Path(sos_audit.reports.html.__file__).with_name("templates") / "style.css"

TEXT_ON = [
    *((ink, ground) for ink in ("ink", "muted", "link") for ground in ("page", "surface")),
    *((tone, "surface") for tone in ("well", "worried", "next")),
    *((f"s{number}", "surface") for number in range(6)),
    ("ink", "mark"),
    ("ink", "critical-wash"),
    ("link", "critical-wash"),
    ("critical-ink", "critical"),
]


def _palettes():
    """The three lists of colours in the stylesheet: light, dark and paper."""
    blocks = re.findall(r":root \{(.*?)\}", STYLE.read_text(encoding="utf-8"), re.DOTALL)
    found = [dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", block)) for block in blocks]
    return dict(zip(("light", "dark", "paper"), found, strict=True))


def _luminance(colour):
    channels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return sum(share * c for share, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def _contrast(one, other):
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", ["light", "dark", "paper"])
@pytest.mark.parametrize(("ink", "ground"), TEXT_ON)
def test_text_stands_out_from_its_ground(theme, ink, ground):
    palette = _palettes()[theme]

    assert _contrast(palette[ink], palette[ground]) >= 4.5


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_bars_stand_out_from_their_track_and_the_header_from_its_text(theme):
    palette = _palettes()[theme]

    assert _contrast(palette["fill"], palette["track"]) >= 3
    assert _contrast("#ffffff", palette["accent"]) >= 4.5


def test_every_theme_names_the_same_colours():
    light, dark, paper = _palettes().values()

    assert set(light) == set(dark) == set(paper)


def test_the_stylesheet_holds_nothing_that_a_template_would_read():
    assert not re.search(r"\{\{|\{%|\{#", STYLE.read_text(encoding="utf-8"))
