"""The price in the plot of a sweep: throughput, by an axis of its own at the right."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from snapviz.study.sweep import Sweep

from .display_list import Ellipse, Item, Line, Text
from .geometry import Box
from .glyphs import brush, pen
from .typography import baseline, text_width

RING, STROKE, SPACE = 3.4, 1.1, 8.0
BOTTOMS = (0.9, 0.8, 0.5, 0.0)  # of the axis
TOPS = (1.0, 1.1, 1.2, 1.5, 2.0, 5.0)
NAME = "throughput"


@dataclass(frozen=True, slots=True)
class Price:
    """The scale of the axis: which shares its ends stand for."""

    low: float
    high: float

    def share(self, part: float) -> float:
        """The throughput at a part of the axis, 0 (bottom) to 1."""
        return self.low + part * (self.high - self.low)

    def y(self, share: float, plot: Box) -> float:
        """The height at which a throughput stands, no higher than the plot."""
        part = min((share - self.low) / (self.high - self.low), 1.0)
        return plot.bottom - part * (plot.bottom - plot.top)


def price(sweep: Sweep) -> Price | None:
    """The scale that holds every throughput; None where there is none to show."""
    shares = [p.throughput for p in sweep.points if p.throughput is not None]
    if not shares:
        return None
    low = next(bottom for bottom in BOTTOMS if bottom <= min(shares))
    return Price(low, next((top for top in TOPS if top >= max(shares)), TOPS[-1]))


def price_axis(
    scale: Price, plot: Box, width: float, steps: int, translate: Callable[[str], str]
) -> Iterator[Item]:
    """The figures at the right, and above them a ring with the name."""
    for step in range(steps + 1):
        share = scale.share(step / steps)
        y = round(scale.y(share, plot)) + 0.5
        text = f"{100 * share:.4g} %"
        yield Text(plot.right + SPACE, baseline(y, "axis"), text, "axis", "muted")
    name, line = translate(NAME), plot.top - 18
    yield Text(width - 12, baseline(line, "legend"), name, "legend", "ink", "end")
    x = width - 12 - text_width(name, "legend") - SPACE - RING
    yield Ellipse(x, line, RING, RING, _ring("ink"))


def price_lines(
    sweep: Sweep, scale: Price, plot: Box, x: Callable[[Decimal], float], colors: dict[str, str]
) -> Iterator[Item]:
    """A thin line with rings for each protocol; a ring's subject is ``("price", number)``."""
    for name, token in colors.items():
        spots = [
            (number, x(point.value), scale.y(point.throughput, plot))
            for number, point in enumerate(sweep.points)
            if point.protocol == name and point.throughput is not None
        ]
        for (_, x1, y1), (_, x2, y2) in pairwise(spots):
            yield Line(x1, y1, x2, y2, pen(token, STROKE), ("price-line", 0))
        for number, cx, cy in spots:
            yield Ellipse(cx, cy, RING, RING, _ring(token), ("price", number))


def _ring(token: str):
    return brush("background", 1.0, token, STROKE)
