"""What a recovery left behind: the undone stretches hatched, the recovery line as a curve."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from snapviz.engine.stable import RecoveryRow

from .cuts import curve, extended
from .display_list import Item, Line, Point, Rect, Segments
from .geometry import Box, clip_segments, flattened
from .glyphs import brush, pen, plate, plate_box
from .scene import Scene

HATCH = 7.0  # pixels from stroke to stroke
HATCH_OPACITY = 0.4
BAND = (5.0, 15.0)  # pixels to each side of a line
LINE_WIDTH = 2.0
LINE_DASH = (4.0, 2.5)
NAME_GAP = 12.0
NAME_EDGE = 4.0  # pixels of a name that lie on its line where it stands aside
LINE_OPACITY = 0.7


def hatched_items(scene: Scene) -> list[Item]:
    """The stretch of each line between the first undone event and the recovery."""
    items: list[Item] = []
    for number, (process, first, row) in enumerate(scene.facts.trace.undoings):
        if row < scene.passed and scene.place.shows_lane(process):
            items += _hatched(scene, number, process, _span(scene, first, row))
    return items


def _span(scene: Scene, first: int, row: int) -> tuple[float, float]:
    trace, plot = scene.facts.trace, scene.place.plot
    end_us = next(r.time_us for r in trace.recoveries if r.row == row)
    start, end = scene.place.x_of(int(trace.row_time[first])), scene.place.x_of(end_us)
    return max(start - scene.place.dot - 2, plot.left), min(end, plot.right)


def _hatched(scene: Scene, number: int, process: int, span: tuple[float, float]) -> list[Item]:
    left, right = span
    if right - left < 1:
        return []
    y, plot = scene.place.lanes[process], scene.place.plot
    half = min(max(scene.place.spacing * 0.2, BAND[0]), BAND[1])
    box = Box(left, max(y - half, plot.top), right, min(y + half, plot.bottom))
    paper = Rect(left, y - 1.5, right - left, 3, brush("background", LINE_OPACITY))
    return [
        paper,
        Segments(strokes(box), pen("muted", 1.0, (), HATCH_OPACITY), ("undone", number)),
    ]


def strokes(box: Box) -> tuple[tuple[float, ...], ...]:
    """Slanted strokes that fill a box."""
    height = box.bottom - box.top
    starts = np.arange(box.left - height, box.right, HATCH)
    bottom, top = np.full_like(starts, box.bottom), np.full_like(starts, box.top)
    ends = np.stack([starts, bottom, starts + height, top], axis=1)
    return tuple(map(tuple, clip_segments(ends, box).tolist()))


def recovery_items(scene: Scene) -> list[Item]:
    """The recovery lines so far, dashed."""
    items: list[Item] = []
    style = pen("recovery", LINE_WIDTH if scene.place.spacing >= 12 else 1.25, LINE_DASH)
    for number, recovery in scene.recoveries:
        points = extended(scene.place.plot, _points(scene, recovery))
        items += curve(scene.place.plot, points, style, ("recovery", number))
    return items


def _points(scene: Scene, recovery: RecoveryRow) -> list[Point]:
    place = scene.place
    times = scene.facts.lives.line(recovery)
    return [(place.x_of(us), y) for us, y in zip(times, place.lanes, strict=True)]


def recovery_names(scene: Scene, taken: list[Box]) -> list[Item]:
    """``recovery line`` at the foot of each, where there is room."""
    items: list[Item] = []
    plot, text = scene.place.plot, scene.view.translate("recovery line")
    feet = {
        number: flattened(extended(plot, _points(scene, recovery)))[-1][0]
        for number, recovery in scene.recoveries
    }
    for number, foot in feet.items():
        if not plot.left <= foot <= plot.right:
            continue
        others = [other for mine, other in feet.items() if mine != number]
        places = _name_places(scene, foot, others, text)
        box = next((p for p in places if not any(p.overlaps(other) for other in taken)), None)
        if box is not None:
            taken.append(box)
            items += plate(box, text, "note", "recovery", ("recovery", number))
    return items


def _name_places(scene: Scene, foot: float, others: list[float], text: str) -> Iterator[Box]:
    """Where the name of a line may stand, best first: away from another line close by."""
    y = scene.place.plot.bottom - NAME_GAP
    box = plate_box(foot, y, text, "note")
    wide = box.right - box.left
    left = any(0 < foot - other < wide for other in others)
    right = any(0 <= other - foot < wide for other in others)
    aside = (wide / 2 - NAME_EDGE) * (left - right)
    box = scene.place.within(box._replace(left=box.left + aside, right=box.right + aside))
    while box.top > max(scene.place.lanes) + scene.place.dot:
        yield box
        step = box.bottom - box.top + 2
        box = box._replace(top=box.top - step, bottom=box.bottom - step)


def line_sign(x: float, y: float, width: float) -> list[Item]:
    """The recovery line in a legend."""
    return [Line(x, y, x + width, y, pen("recovery", LINE_WIDTH, LINE_DASH))]


def hatch_sign(x: float, y: float, width: float) -> list[Item]:
    """An undone stretch in a legend."""
    box = Box(x + 2, y - 5, x + width, y + 5)
    return [Segments(strokes(box), pen("muted", 1.0, (), 0.8))]
