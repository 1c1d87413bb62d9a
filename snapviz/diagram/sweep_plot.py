"""A sweep as a line plot: how often it goes wrong, with the band of confidence around it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from snapviz.study.sweep import Point, Sweep
from snapviz.study.varying import VARIABLES
from snapviz.study.wilson import Rate

from .axis import tick_step
from .display_list import DisplayList, Ellipse, Item, Line, Polygon, Rect, Segments, Style, Text
from .geometry import Box
from .glyphs import brush, pen
from .line_legend import GAP, LINE, SIGN, cut_short, legend_lines, legend_places
from .sweep_price import price, price_axis, price_lines
from .typography import baseline, elided

LEFT, RIGHT, BOTTOM = 58.0, 28.0, 76.0
TITLE, OVER_PLOT = 34.0, 32.0
PRICE_AXIS = 30.0
BARE_TITLE, CAPTION = 4.0, 32.0
LEAST_PLOT = 52.0
BAND, DOT, STROKE = 0.14, 3.2, 2.0
DASHES = ((), (5.0, 2.5), (1.5, 1.5), (7.0, 2.0, 1.5, 2.0))
TOPS = (0.05, 0.1, 0.2, 0.5, 1.0)  # of the vertical axis
MILLIONTHS = 1_000_000
Y_STEPS, FEW_STEPS = 5, 2
Y_ROOM = 14.0  # for each step; where that is not there, there are few

NAMES = {
    "inconsistent": "P(inconsistent)",
    "wrong": "P(wrong)",
    "incomplete": "P(incomplete)",
}
Translate = Callable[[str], str]
_Spot = tuple[int, Point, Rate]


@dataclass(frozen=True, slots=True)
class _Frame:
    """Where the plot lies, and which values its edges stand for."""

    plot: Box
    low: int  # of the horizontal axis, in millionths
    high: int
    top: float  # of the vertical axis

    @property
    def steps(self) -> int:
        """Of the vertical axis."""
        return Y_STEPS if self.plot.bottom - self.plot.top >= Y_STEPS * Y_ROOM else FEW_STEPS

    def x(self, value: Decimal) -> float:
        share = (int(value * MILLIONTHS) - self.low) / (self.high - self.low)
        return self.plot.left + share * (self.plot.right - self.plot.left)

    def y(self, share: float) -> float:
        height = self.plot.bottom - self.plot.top
        return self.plot.bottom - min(share / self.top, 1.0) * height


def sweep_plot(
    sweep: Sweep,
    width: float = 960,
    height: float = 480,
    measure: str = "inconsistent",
    translate: Translate = str,
    *,
    bare: bool = False,
) -> DisplayList:
    """The shares of one measure over what was varied, a line for each protocol.

    measure: ``inconsistent``, ``wrong`` or ``incomplete``. ``width`` and ``height`` are logical
    pixels. ``translate`` is asked for every word, the names of the lines included. Points carry
    the subject ``("point", number)``, the number in ``sweep.points``. Where saving takes time the
    throughput stands in it too, by an axis at the right. ``bare``: title and seeds are told
    elsewhere, so the plot has their room. In little room the legend is cut short.
    """
    paid, top = price(sweep), BARE_TITLE if bare else TITLE
    under = height + (CAPTION if bare else 0)
    names = legend_places([translate(name) for name in sweep.series], width)
    lines = int((under - top - OVER_PLOT - BOTTOM - LEAST_PLOT) // LINE)
    legend, more = cut_short(names, max(1, lines), width)
    frame = _frame(sweep, measure, Box(0, top, width - (PRICE_AXIS if paid else 0), under), legend)
    items: list[Item] = [Rect(0, 0, width, height, brush("background"))]
    items += _axes(sweep, frame, translate(NAMES[measure]), translate)
    drawn = [(turn, _runs(sweep, name, measure)) for turn, name in enumerate(sweep.series)]
    # All bands lie under all lines.
    items += [item for turn, runs in drawn for run in runs for item in _band(frame, turn, run)]
    items += [item for turn, runs in drawn for run in runs for item in _line(frame, turn, run)]
    if paid:
        colors = {name: _token(turn) for turn, name in enumerate(sweep.series)}
        items += price_axis(paid, frame.plot, width, frame.steps, translate)
        items += price_lines(sweep, paid, frame.plot, frame.x, colors)
    if not bare:
        items += _words(sweep, width, height, translate)
    items += [item for place in legend for item in _legend_entry(top, *place)]
    items += [
        Text(x, baseline(top + LINE * (line + 0.5), "legend"), text, "legend", "muted")
        for _, line, x, text in more
    ]
    return DisplayList(width, height, tuple(items))


def _frame(sweep: Sweep, measure: str, room: Box, legend: list) -> _Frame:
    top = room.top + OVER_PLOT + legend_lines(legend) * LINE
    right, bottom = max(room.right - RIGHT, LEFT + 40), room.bottom - BOTTOM
    plot = Box(LEFT, min(top, bottom - LEAST_PLOT), right, bottom)
    values = [int(value * MILLIONTHS) for value in sweep.variation.values]
    low, high = min(values), max(values)
    if low == high:
        low, high = low - MILLIONTHS, high + MILLIONTHS
    rates = [getattr(point, measure) for point in sweep.points]
    most = max((rate.high for rate in rates if rate.of), default=1.0)
    return _Frame(plot, low, high, next(top for top in TOPS if top >= min(most, 1.0)))


def _runs(sweep: Sweep, name: str, measure: str) -> list[list[_Spot]]:
    """Stretches of neighbouring points that have a share: (number, point, rate)."""
    runs: list[list[_Spot]] = [[]]
    mine = [pair for pair in enumerate(sweep.points) if pair[1].protocol == name]
    for number, point in sorted(mine, key=lambda pair: pair[1].value):
        rate = getattr(point, measure)
        if rate.of:
            runs[-1].append((number, point, rate))
        elif runs[-1]:
            runs.append([])
    return [run for run in runs if run]


def _band(frame: _Frame, turn: int, run: list[_Spot]) -> Iterator[Item]:
    if len(run) == 1:
        ((_, point, rate),) = run
        x = frame.x(point.value)
        yield Line(
            x, frame.y(rate.low), x, frame.y(rate.high), pen(_token(turn), 6.0, (), BAND * 2)
        )
        return
    upper = [(frame.x(point.value), frame.y(rate.high)) for _, point, rate in run]
    lower = [(frame.x(point.value), frame.y(rate.low)) for _, point, rate in run]
    yield Polygon((*upper, *reversed(lower)), brush(_token(turn), BAND), ("band", turn))


def _line(frame: _Frame, turn: int, run: list[_Spot]) -> Iterator[Item]:
    spots = [(number, frame.x(p.value), frame.y(rate.value)) for number, p, rate in run]
    for (_, x1, y1), (_, x2, y2) in pairwise(spots):
        yield Line(x1, y1, x2, y2, _pen(turn), ("series", turn))
    for number, x, y in spots:
        yield Ellipse(x, y, DOT, DOT, brush(_token(turn), 1, "background", 1), ("point", number))


def _token(turn: int) -> str:
    return f"snapshot:{turn}"


def _pen(turn: int) -> Style:
    return pen(_token(turn), STROKE, DASHES[turn % len(DASHES)])


def _axes(sweep: Sweep, frame: _Frame, name: str, translate: Translate) -> Iterator[Item]:
    plot = frame.plot
    for step in range(frame.steps + 1):
        share = frame.top * step / frame.steps
        y = round(frame.y(share)) + 0.5
        yield Line(plot.left, y, plot.right, y, pen("grid" if step else "hairline"))
        text = f"{100 * share:g} %"
        yield Text(plot.left - 8, baseline(y, "axis"), text, "axis", "muted", "end")
    step = tick_step(frame.high - frame.low, plot.right - plot.left)
    ticks = range(-(-frame.low // step) * step, frame.high + 1, step)
    strokes = []
    for tick in ticks:
        x = frame.x(Decimal(tick) / MILLIONTHS)
        strokes.append((round(x) + 0.5, plot.bottom, round(x) + 0.5, plot.bottom + 4))
        text = f"{tick / MILLIONTHS:g}"
        yield Text(x, baseline(plot.bottom + 14, "axis"), text, "axis", "muted", "middle")
    yield Segments(tuple(strokes), pen("hairline"))
    yield Text(12, baseline(plot.top - 18, "legend"), name, "legend", "ink")
    variable = VARIABLES[sweep.variation.name]
    about = translate(variable.about) + (f", {variable.unit}" if variable.unit else "")
    middle = (plot.left + plot.right) / 2
    yield Text(middle, baseline(plot.bottom + 34, "legend"), about, "legend", "ink", "middle")


def _words(sweep: Sweep, width: float, height: float, translate: Translate) -> Iterator[Item]:
    title = elided(sweep.title, "title", width - 24)
    yield Text(12, baseline(TITLE / 2 + 4, "title"), title, "title", "ink")
    parts = (
        seeds_text(sweep, translate),
        translate("band: 95 % confidence (Wilson)"),
    )
    text = elided("  ·  ".join(parts), "caption", width - 24)
    yield Text(12, baseline(height - 14, "caption"), text, "caption", "muted")


def seeds_text(sweep: Sweep, translate: Translate) -> str:
    """How many seeds, and the first of them."""
    words = translate("seed from" if sweep.seeds == 1 else "seeds from")
    return f"{sweep.seeds} {words} {sweep.first_seed}"


def _legend_entry(top: float, turn: int, line: int, x: float, name: str) -> Iterator[Item]:
    y = top + LINE * (line + 0.5)
    yield Line(x, y, x + SIGN, y, _pen(turn))
    yield Ellipse(x + SIGN / 2, y, DOT, DOT, brush(_token(turn), 1, "background", 1))
    yield Text(x + SIGN + GAP, baseline(y, "legend"), name, "legend", "ink")
