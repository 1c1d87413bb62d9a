"""The errors of the clocks over a run as a picture: lines, samples with their bounds, syncs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from snapviz.run import Run
from snapviz.study.clock_errors import ClockErrors, Estimate, Synchronisation, synchronisations

from .axis import tick_step
from .display_list import DisplayList, Ellipse, Item, Line, Rect, Segments, Text
from .geometry import Box
from .glyphs import brush, diamond, pen
from .line_legend import GAP, LINE, SIGN, legend_lines, legend_places
from .typography import baseline, elided

LEFT, RIGHT, BOTTOM = 58.0, 24.0, 76.0
TITLE, OVER_PLOT, TICK_ROOM = 34.0, 30.0, 32.0
STROKE, BAR, RING, MARK, FAINT = 2.0, 6.0, 4.0, 6.0, 0.28
ROOM = 0.08  # of the span, above and below what is drawn
LEAST_SPAN_US = 1000
MS = 1000
Translate = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class _Frame:
    """Where the plot lies, and the times and errors at its edges, microseconds."""

    plot: Box
    until_us: int
    low: float
    high: float

    def x(self, us: float) -> float:
        return self.plot.left + us / self.until_us * (self.plot.right - self.plot.left)

    def y(self, error_us: float) -> float:
        part = (error_us - self.low) / (self.high - self.low)
        return self.plot.bottom - part * (self.plot.bottom - self.plot.top)


def clock_plot(
    run: Run, width: float = 960, height: float = 480, translate: Translate = str
) -> DisplayList:
    """Local less true time of each clock over the run. ``translate`` is asked for every word.

    Samples carry the subject ``("sample", process)``, synchronisations ``("sync", process)``.
    """
    lines, syncs = ClockErrors(run).lines(), synchronisations(run)
    names = legend_places(run.trace.process_ids, width)
    top = TITLE + legend_lines(names) * LINE + OVER_PLOT
    plot = Box(LEFT, top, width - RIGHT, height - BOTTOM)
    frame = _Frame(plot, max(run.until_us, 1), *_span(lines, syncs))
    items: list[Item] = [Rect(0, 0, width, height, brush("background"))]
    items += _axes(frame, translate)
    items += [item for made in syncs for item in _bounds(frame, made)]
    items += [item for number, line in enumerate(lines) for item in _line(frame, number, line)]
    items += [item for made in syncs for item in _marks(frame, made)]
    title = elided(run.scenario.title, "title", width - 24)
    items.append(Text(12, baseline(TITLE / 2 + 4, "title"), title, "title", "ink"))
    items += [item for place in names for item in _legend_entry(*place)]
    if syncs:
        key = elided(translate(KEY), "caption", width - 24)
        items.append(Text(12, baseline(height - 14, "caption"), key, "caption", "muted"))
    return DisplayList(width, height, tuple(items))


KEY = (
    "◆ synchronized · ● what the sample that counted estimates, ○ the others · "
    "bars: half the delay to either side, where the true error must be"
)
ERROR, TIME = "error, ms", "true time, ms"


def bounds_us(estimate: Estimate) -> tuple[float, float]:
    """Between which errors, in microseconds, a sample says the clock is."""
    delay_us = estimate.sample.delay_us
    return (estimate.doubled_us - delay_us) / 2, (estimate.doubled_us + delay_us) / 2


def _span(lines: list, syncs: tuple[Synchronisation, ...]) -> tuple[float, float]:
    errors = [float(error) for line in lines for _, error in line]
    errors += [end for made in syncs for e in made.estimates for end in bounds_us(e)]
    low, high = min(errors, default=0.0), max(errors, default=0.0)
    room = max((high - low) * ROOM, LEAST_SPAN_US / 2)
    return low - room, high + room


def _axes(frame: _Frame, translate: Translate) -> Iterator[Item]:
    plot = frame.plot
    step = tick_step(round(frame.high - frame.low), plot.bottom - plot.top, TICK_ROOM)
    for tick in range(int(-(-frame.low // step)) * step, int(frame.high) + 1, step):
        y = round(frame.y(tick)) + 0.5
        yield Line(plot.left, y, plot.right, y, pen("grid" if tick else "hairline"))
        yield Text(plot.left - 8, baseline(y, "axis"), f"{tick / MS:g}", "axis", "muted", "end")
    step = tick_step(frame.until_us, plot.right - plot.left)
    strokes = []
    for tick in range(0, frame.until_us + 1, step):
        x = round(frame.x(tick)) + 0.5
        strokes.append((x, plot.bottom, x, plot.bottom + 4))
        line = baseline(plot.bottom + 14, "axis")
        yield Text(x, line, f"{tick / MS:g}", "axis", "muted", "middle")
    yield Segments(((plot.left, plot.bottom, plot.right, plot.bottom), *strokes), pen("hairline"))
    yield Text(12, baseline(plot.top - 16, "legend"), translate(ERROR), "legend", "ink")
    middle, line = (plot.left + plot.right) / 2, baseline(plot.bottom + 34, "legend")
    yield Text(middle, line, translate(TIME), "legend", "ink", "middle")


def _line(frame: _Frame, process: int, line: list) -> Iterator[Item]:
    spots = [(frame.x(us), frame.y(error)) for us, error in line]
    for (x1, y1), (x2, y2) in pairwise(spots):
        yield Line(x1, y1, x2, y2, pen(f"process:{process}", STROKE), ("clock", process))


def _bounds(frame: _Frame, made: Synchronisation) -> Iterator[Item]:
    process = made.sync.process
    for estimate in made.estimates:
        x, (low, high) = frame.x(estimate.at_us), bounds_us(estimate)
        style = pen(f"process:{process}", BAR, (), FAINT)
        yield Line(x, frame.y(low), x, frame.y(high), style, ("bound", process))


def _marks(frame: _Frame, made: Synchronisation) -> Iterator[Item]:
    process, best = made.sync.process, made.best
    token = f"process:{process}"
    for e in made.estimates:
        fill = token if e is best else "background"
        place = frame.x(e.at_us), frame.y(e.doubled_us / 2)
        yield Ellipse(*place, RING, RING, brush(fill, 1.0, token, 1.5), ("sample", process))
    at = frame.x(made.sync.time_us), frame.y(made.sync.before_us)
    yield diamond(*at, MARK, token, ("sync", process))


def _legend_entry(process: int, line: int, x: float, name: str) -> Iterator[Item]:
    y = TITLE + LINE * (line + 0.5)
    yield Line(x, y, x + SIGN, y, pen(f"process:{process}", STROKE))
    yield Text(x + SIGN + GAP, baseline(y, "legend"), name, "legend", "ink")
