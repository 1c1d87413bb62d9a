"""The time axis, its grid, and the ticks of the local clocks."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from .display_list import Item, Line, Segments, Text
from .facts import Facts
from .figures import milliseconds
from .glyphs import pen
from .lattice import lattice
from .layout import MARGIN, SpaceTimeLayout, label_step
from .typography import baseline, text_width

LABEL_SPACING = 64.0  # pixels between axis labels, at least
TICK = 4.0
SECONDS_FROM_US = 20_000_000  # visible span from which the axis counts seconds
MOST_TICKS = 400  # on one line
LONG_US = 10**12


def tick_step(span_us: int, width: float, spacing: float = LABEL_SPACING) -> int:
    """The step 1, 2 or 5 times a power of ten that keeps labels ``spacing`` pixels apart."""
    wanted = round(span_us * spacing / max(width, 1.0), 6)
    power = 1
    while True:
        for factor in (1, 2, 5):
            if factor * power >= wanted:
                return factor * power
        power *= 10


def tick_times(place: SpaceTimeLayout) -> list[int]:
    """Times of the axis labels, microseconds."""
    step = _step(place)
    first = -(-place.from_us // step) * step
    return list(range(first, place.to_us + 1, step))


def _step(place: SpaceTimeLayout) -> int:
    """Of a part of a picture the same as of the whole."""
    return tick_step(LONG_US, LONG_US * place.scale)


class AxisLabel(NamedTuple):
    """Words centred on ``x``, ``half`` pixels to each side."""

    x: float
    half: float
    text: str


def _in_seconds(place: SpaceTimeLayout, is_timed: bool) -> bool:
    return is_timed and place.to_us - place.from_us >= SECONDS_FROM_US


def axis_labels(place: SpaceTimeLayout, is_timed: bool = True) -> list[AxisLabel]:
    """The labelled times, in milliseconds or, over long stretches, in seconds.

    ``is_timed``: see `Run`; otherwise milliseconds count steps.
    """
    in_seconds = _in_seconds(place, is_timed)
    labels = []
    for us in tick_times(place):
        text = milliseconds(us // 1000 if in_seconds else us)
        half = text_width(text, "axis") / 2
        x = min(max(place.x_of(us), place.plot.left + half - 8), place.width - half - 4)
        labels.append(AxisLabel(round(x), half, text))
    return labels


def axis_items(place: SpaceTimeLayout, steps: str = "") -> list[Item]:
    """Grid hairlines, their labels, and the unit at the left.

    ``steps``: what is counted where there are no times.
    """
    return [*grid_items(place), *axis_texts(place, steps)]


def axis_texts(place: SpaceTimeLayout, steps: str = "") -> list[Item]:
    """The words of `axis_items`."""
    y = baseline(place.axis_y, "axis")
    items: list[Item] = [
        Text(label.x, y, label.text, "axis", "muted", "middle")
        for label in axis_labels(place, not steps)
    ]
    unit = steps or ("s" if _in_seconds(place, True) else "ms")
    items.append(Text(MARGIN + place.label_width - 2, y, unit, "axis", "muted", "end"))
    return items


def grid_items(place: SpaceTimeLayout) -> list[Item]:
    """Upright hairlines, which keep to their pixels while the picture is panned."""
    style, columns, plot = pen("grid", 1.0), lattice(place), place.plot
    xs = [plot.left + columns.beside(us) + 0.5 for us in tick_times(place)]
    return [Line(x, plot.top, x, plot.bottom, style) for x in xs]


def local_ticks(known: Facts, process: int, place: SpaceTimeLayout) -> list[int]:
    """True times at which the process's own clock shows a whole step of the axis.

    One clock period after another: local(t) = t + offset + drift * (t - t0).
    """
    step = _step(place)
    changes = known.clocks[process]
    ticks: list[int] = []
    for index, change in enumerate(changes):
        start = max(change.time_us, place.from_us)
        stop = changes[index + 1].time_us if index + 1 < len(changes) else place.to_us + 1
        stop = min(stop, place.to_us + 1)
        rate = 1 + change.drift_ppb / 1e9
        if rate <= 0 or stop <= start:
            continue
        ahead = change.time_us + change.offset_us
        first_local = ahead + rate * (start - change.time_us)
        reading = -(-first_local // step) * step
        while len(ticks) < MOST_TICKS:
            us = change.time_us + (reading - ahead) / rate
            if us >= stop:
                break
            ticks.append(round(us))
            reading += step
    return ticks


def clock_tick_items(
    known: Facts, place: SpaceTimeLayout, shows: Callable[[float], bool] = lambda x: True
) -> list[Item]:
    """Short strokes across each process line that has its name, one item for each process.

    ``shows``: which pixels are wanted.
    """
    items: list[Item] = []
    reach, columns = min(TICK, place.spacing * 0.3), lattice(place)
    alike: dict[tuple, list[float]] = {}
    for process in range(0, known.count, label_step(place)):
        if not place.shows_lane(process):
            continue
        y, clock = place.lanes[process], tuple(change[1:] for change in known.clocks[process])
        if clock not in alike:
            ticks = local_ticks(known, process, place)
            places = (place.plot.left + columns.beside(us) + 0.5 for us in ticks)
            alike[clock] = [x for x in places if shows(x)]
        xs = alike[clock]
        if xs:
            strokes = tuple((x, y - reach, x, y + reach) for x in xs)
            style = pen(f"process:{process}", 1.0, (), 0.75)
            items.append(Segments(strokes, style, ("clock-ticks", process)))
    return items
