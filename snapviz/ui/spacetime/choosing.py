"""Places on the process lines to choose from, one for each process, and the line through them."""

from __future__ import annotations

from typing import NamedTuple

from snapviz.diagram.cuts import curve, extended
from snapviz.diagram.display_list import Ellipse, Item
from snapviz.diagram.glyphs import brush, pen
from snapviz.diagram.layout import SpaceTimeLayout

REACH = 12.0  # pixels from a place within which a click is meant for it
SUBJECT = "choice"


class Choosable(NamedTuple):
    """``times_us``: of each process the places, when they are; ``chosen``: which, None: none yet."""

    times_us: tuple[tuple[int, ...], ...]
    chosen: tuple[int | None, ...]


def choice_near(
    choosable: Choosable, place: SpaceTimeLayout, x: float, y: float
) -> tuple[int, int] | None:
    """The process and the place of it that is nearest to a spot; None: none is near."""
    process = place.process_at(y, REACH) if place.plot.contains(x, y, REACH) else None
    if process is None or not choosable.times_us[process]:
        return None
    aside = [abs(place.x_of(us) - x) for us in choosable.times_us[process]]
    nearest = min(aside)
    return (process, aside.index(nearest)) if nearest <= REACH else None


def choosable_items(choosable: Choosable, place: SpaceTimeLayout) -> list[Item]:
    """A ring around each place, a heavier one where it is chosen, and the line so far."""
    items = _line(choosable, place)
    radius = place.dot + 5.0
    for process, times in enumerate(choosable.times_us):
        if not place.shows_lane(process):
            continue
        for number, us in enumerate(times):
            if place.from_us <= us <= place.to_us:
                is_chosen = choosable.chosen[process] == number
                style = brush("bad", 0.25, "bad", 2.5) if is_chosen else pen("accent", 1.5)
                spot = place.x_of(us), place.lanes[process]
                items.append(Ellipse(*spot, radius, radius, style, (SUBJECT, process)))
    return items


def _line(choosable: Choosable, place: SpaceTimeLayout) -> list[Item]:
    """Through what is chosen on lines that lie side by side; whole, it leaves the plot."""
    runs: list[list[tuple[float, float]]] = [[]]
    for process, number in enumerate(choosable.chosen):
        if number is None:
            runs.append([])
        else:
            us = choosable.times_us[process][number]
            runs[-1].append((place.x_of(us), place.lanes[process]))
    style, items = pen("bad", 1.5, (5.0, 3.0)), []
    for points in runs:
        if len(points) == len(place.lanes):
            points = extended(place.plot, points)
        if len(points) > 1:
            items += curve(place.plot, points, style, (SUBJECT, -1))
    return items
