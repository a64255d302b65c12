"""Charts say in words what they draw, and draw only what was recorded."""

import datetime as dt
import itertools
import re

import pytest

from sos_audit.bundle.v1 import Scale
from sos_audit.reports import charts


def _score(value, month=2, rater="mother", **changes):
    fields = {
        "date": dt.date(2026, month, 3),
        "value": value,
        "low": value,
        "high": value,
        "rater": rater,
        "name": None,
        "higher_is_safer": True,
    }
    return Scale(**(fields | changes))


def _draw(*points):
    return charts.scale_history(points, "Scores over time", id_="scale-1")


@pytest.mark.parametrize(("percent", "width"), [(0, 0), (64, 64), (100, 100)])
def test_a_bar_is_as_wide_as_its_percentage(percent, width):
    assert f'<rect class="bar-fill" width="{width}"' in charts.bar(percent)


def test_a_bar_without_a_score_is_an_outline_and_not_empty_like_nought():
    assert "bar-none" in charts.bar(None)
    assert "bar-fill" not in charts.bar(None)


def test_a_history_says_its_scores_in_words():
    drawing = _draw(_score(6), _score(7.5, month=5), _score(4, rater="social_worker"))

    assert (
        '<desc id="scale-1-desc">Scores, 3 Feb – 3 May 2026. '
        "Mother: 6 on 3 Feb 2026, 7.5 on 3 May 2026; Social worker: 4 on 3 Feb 2026.</desc>"
    ) in drawing
    assert 'role="img" aria-labelledby="scale-1-title scale-1-desc"' in drawing


def test_names_from_the_record_are_escaped():
    drawing = _draw(_score(6, name="<b>Jo</b>"))

    assert "<b>" not in drawing
    assert "Mother (&lt;b&gt;Jo&lt;/b&gt;)" in drawing


def test_each_rater_has_a_line_of_its_own():
    assert _draw(_score(6), _score(5, rater="child")).count("<polyline") == 2


def test_scores_without_a_date_are_left_to_the_table():
    assert _draw(_score(3, date=None)) == ""
    assert "3 on" not in _draw(_score(3, date=None), _score(6))


def test_one_date_is_drawn_in_the_middle():
    assert 'points="250.0,' in _draw(_score(6))


def test_a_range_is_drawn_beside_its_middle():
    assert 'class="range"' in _draw(_score(5.5, low=5, high=6))


def test_scores_above_ten_get_a_frame_that_holds_them():
    assert ">100</text>" in _draw(_score(60))


@pytest.mark.parametrize("number", [1, 5, 30])
def test_labels_never_touch_and_stay_inside_the_drawing(number):
    drawing = _draw(*(_score(0, name=f"Member {n}") for n in range(number)))

    heights = sorted(float(y) for y in re.findall(r'class="label" x="\S+" y="(\S+)"', drawing))
    (bottom,) = re.findall(r'viewBox="0 0 640 (\d+)"', drawing)
    assert len(heights) == number
    assert all(below - above >= 18 for above, below in itertools.pairwise(heights))
    assert heights[0] >= 18
    assert heights[-1] <= int(bottom)


def test_seven_raters_are_told_apart_by_shape_where_colours_begin_again():
    drawing = _draw(*(_score(0, name=f"Member {n}") for n in range(7)))

    looks = re.findall(
        r'<g class="series (s\d)"><polyline [^>]*/><path class="marker" d="([^"]+)', drawing
    )
    assert len(set(looks)) == 7


def test_a_long_name_is_cut_beside_the_drawing_and_whole_in_its_words():
    drawing = _draw(_score(6, rater="professional", name="the deputy head teacher"))

    assert ">Professional (the d…</text>" in drawing
    assert "Professional (the deputy head teacher): 6 on" in drawing


def test_an_unknown_rater_is_said_to_be_not_recorded():
    assert charts.rater(_score(6, rater="unknown")) == "Rater not recorded"
