"""Charts as SVG for every report: drawn from text-free shapes and classes, never from a script.

Colours come from the page's stylesheet, so the same chart serves light, dark and paper. Every
chart stands beside its numbers in words or in a table.
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from markupsafe import Markup

from sos_audit.bundle.v1 import Scale
from sos_audit.reports import wording

_WIDTH, _HEIGHT = 640, 300
_LEFT, _RIGHT, _TOP, _BOTTOM = 44, 184, 18, 44
_LABEL_HEIGHT = 18
_TICK_ROOM = 92
_LABEL_LETTERS = 20

_SHAPES = (
    "M-5 0a5 5 0 1 0 10 0a5 5 0 1 0 -10 0Z",
    "M-5 -5H5V5H-5Z",
    "M0 -6L6 5H-6Z",
    "M0 -7L6 0L0 7L-6 0Z",
    "M0 6L6 -5H-6Z",
    "M-6 -2H-2V-6H2V-2H6V2H2V6H-2V2H-6Z",
)


def bar(percent: int | None) -> Markup:
    """Draw a percentage as a bar, or an empty outline where there is none; hidden from readers."""
    shape = (
        Markup('<rect class="bar-none" x="0.5" y="0.5" width="99" height="9"/>')
        if percent is None
        else Markup('<rect class="bar-fill" width="{}" height="10"/>').format(percent)
    )
    return Markup(
        '<svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true"'
        ' focusable="false"><rect class="bar-track" width="100" height="10"/>{}</svg>'
    ).format(shape)


@dataclass(frozen=True, slots=True)
class _Frame:
    """Where dates and scores lie on the drawing."""

    first: dt.date
    last: dt.date
    low: float
    high: float
    height: int

    @property
    def bottom(self) -> int:
        return self.height - _BOTTOM

    def x(self, date: dt.date) -> float:
        days = (self.last - self.first).days
        share = (date - self.first).days / days if days else 0.5
        return round(_LEFT + 12 + share * (_WIDTH - _LEFT - _RIGHT - 24), 1)

    def y(self, score: float) -> float:
        share = (score - self.low) / (self.high - self.low)
        return round(self.bottom - share * (self.bottom - _TOP), 1)


@dataclass(slots=True)
class _Series:
    """One rater's scores."""

    label: str
    number: int
    points: list[Scale] = field(default_factory=list)

    @property
    def style(self) -> int:
        return self.number % len(_SHAPES)

    @property
    def shape(self) -> str:
        """Another shape each time the colours begin again."""
        return _SHAPES[(self.number + self.number // len(_SHAPES)) % len(_SHAPES)]


def scale_history(points: Sequence[Scale], title: str, *, id_: str) -> Markup:
    """Draw the dated scores, a line for each rater; nothing if no score has a date.

    The drawing says in words what it shows; the scores themselves belong in a table beside it.
    """
    dated = [point for point in points if point.date is not None]
    if not dated:
        return Markup("")
    series = _series(dated)
    frame = _frame(dated, len(series))
    lines = [_line(one, frame) for one in series]
    return Markup(
        '<svg class="scale" viewBox="0 0 {w} {h}" role="img"'
        ' aria-labelledby="{id}-title {id}-desc">'
        '<title id="{id}-title">{title}</title><desc id="{id}-desc">{desc}</desc>{body}</svg>'
    ).format(
        w=_WIDTH,
        h=frame.height,
        id=id_,
        title=title,
        desc=_description(series, frame),
        body=_joined([_axes(frame, dated), *lines, _labels(series, frame)]),
    )


def rater(point: Scale) -> str:
    """Who gave a score: the role, and the name where the record has one."""
    role = "Rater not recorded" if point.rater == "unknown" else wording.spaced(point.rater)
    return f"{role} ({point.name})" if point.name else role


def _frame(points: Sequence[Scale], lines: int) -> _Frame:
    """Frame the scores by 0 to 10 where they fit, and otherwise by the next power of ten."""
    dates = [point.date for point in points if point.date is not None]
    low = min(0.0, *(point.low for point in points))
    high = 10.0
    while high < max(point.high for point in points):
        high *= 10
    height = max(_HEIGHT, _TOP + _BOTTOM + lines * _LABEL_HEIGHT)
    return _Frame(min(dates), max(dates), low, high, height)


def _series(points: Iterable[Scale]) -> list[_Series]:
    found: dict[str, _Series] = {}
    for point in points:
        label = rater(point)
        found.setdefault(label, _Series(label, len(found))).points.append(point)
    return list(found.values())


def _description(series: Iterable[_Series], frame: _Frame) -> str:
    between = wording.period(frame.first, frame.last)
    return f"Scores, {between}. {'; '.join(map(_in_words, series))}."


def _in_words(series: _Series) -> str:
    scores = (f"{wording.number(p.value)} on {wording.day(p.date)}" for p in series.points)
    return f"{series.label}: {', '.join(scores)}"


def _axes(frame: _Frame, points: Iterable[Scale]) -> Markup:
    step = (frame.high - frame.low) / 5
    rows = (_grid_line(frame, frame.low + step * n) for n in range(6))
    ticks = (_tick(frame, date) for date in _ticks(frame, points))
    return _joined([*rows, *ticks])


def _grid_line(frame: _Frame, score: float) -> Markup:
    y = frame.y(score)
    return Markup(
        '<line class="grid" x1="{x1}" x2="{x2}" y1="{y}" y2="{y}"/>'
        '<text class="axis" x="{x}" y="{ty}" text-anchor="end">{score}</text>'
    ).format(x1=_LEFT, x2=_WIDTH - _RIGHT, y=y, x=_LEFT - 8, ty=y + 5, score=wording.number(score))


def _ticks(frame: _Frame, points: Iterable[Scale]) -> list[dt.date]:
    """The dates of scores, as many as can stand side by side; always the last one."""
    dates = sorted({point.date for point in points if point.date is not None})
    shown = dates[-1:]
    for date in dates[-2::-1]:
        if frame.x(shown[0]) - frame.x(date) >= _TICK_ROOM:
            shown.insert(0, date)
    return shown


def _tick(frame: _Frame, date: dt.date) -> Markup:
    return Markup('<text class="axis" x="{}" y="{}" text-anchor="middle">{}</text>').format(
        frame.x(date), frame.bottom + 26, wording.day(date)
    )


def _line(series: _Series, frame: _Frame) -> Markup:
    places = [(frame.x(p.date), frame.y(p.value)) for p in series.points if p.date]
    path = " ".join(f"{x},{y}" for x, y in places)
    ranges = (_range(p, frame) for p in series.points if p.low < p.high)
    markers = (
        Markup('<path class="marker" d="{}" transform="translate({} {})"/>').format(
            series.shape, x, y
        )
        for x, y in places
    )
    return Markup('<g class="series s{}"><polyline points="{}"/>{}</g>').format(
        series.style, path, _joined([*ranges, *markers])
    )


def _range(point: Scale, frame: _Frame) -> Markup:
    """A score given as a range, as a bar from its low to its high end."""
    if point.date is None:
        return Markup("")
    return Markup('<line class="range" x1="{x}" x2="{x}" y1="{low}" y2="{high}"/>').format(
        x=frame.x(point.date), low=frame.y(point.low), high=frame.y(point.high)
    )


def _labels(series: Iterable[_Series], frame: _Frame) -> Markup:
    """Each rater's name at the end of its line, moved apart where lines end close together."""
    listed = list(series)
    ys = _apart([frame.y(one.points[-1].value) for one in listed], frame.bottom)
    return _joined(_label(one, y) for one, y in zip(listed, ys, strict=True))


def _label(series: _Series, y: float) -> Markup:
    return Markup(
        '<g class="series s{style}">'
        '<path class="marker" d="{shape}" transform="translate({x} {y})"/></g>'
        '<text class="label" x="{text_x}" y="{text_y}">{label}</text>'
    ).format(
        style=series.style,
        shape=series.shape,
        x=_WIDTH - _RIGHT + 12,
        y=y,
        text_x=_WIDTH - _RIGHT + 24,
        text_y=round(y + 5, 1),
        label=_clipped(series.label),
    )


def _clipped(label: str) -> str:
    """A label that fits beside the drawing; the table has the whole of it."""
    return label if len(label) <= _LABEL_LETTERS else label[: _LABEL_LETTERS - 1] + "…"


def _apart(ys: Sequence[float], bottom: float) -> list[float]:
    """The same heights in the same order, moved so that no two labels touch."""
    placed = list(ys)
    floor = float(_TOP)
    for at in sorted(range(len(ys)), key=lambda at: ys[at]):
        placed[at] = max(ys[at], floor)
        floor = placed[at] + _LABEL_HEIGHT
    overshoot = max(0.0, max(placed) - bottom)
    return [round(y - overshoot, 1) for y in placed]


def _joined(parts: Iterable[Markup]) -> Markup:
    return Markup("").join(parts)
