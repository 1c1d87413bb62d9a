"""Process lines with their label boxes, and the events on them."""

from __future__ import annotations

import numpy as np

from snapviz.engine.trace import RowKind

from .crowd import counted_events, crowded_events, lane_rows, plot_rows
from .display_list import Bands, Ellipse, Item, Mosaic, Rect, Style, Subject, Text
from .facts import numbers
from .geometry import Box
from .glyphs import brush, cross, dot, pen
from .lattice import lattice
from .layout import (
    BOX_LABEL_SPACING,
    FULL_LABEL_SPACING,
    MARGIN,
    SpaceTimeLayout,
    label_step,
)
from .marks import line_parts, whole_line
from .scene import Scene
from .theme import PROCESS_COLORS
from .typography import baseline, elided

BOX_HEIGHT = 38.0
SMALL_BOX_HEIGHT = 20.0
SEPARATE = 4.0  # pixels between lines from which they are told apart; closer ones get fainter
FADED = 0.5  # opacity of an event that has been undone


def process_lines(scene: Scene) -> list[Item]:
    place = scene.place
    width = 2.0 if place.spacing >= 12 else min(1.0, place.spacing / SEPARATE)
    if not scene.facts.lives.outages:
        if place.spacing < SEPARATE and not scene.is_headed:
            return _close_lines(scene, width)
        seen = filter(place.shows_lane, range(scene.facts.count))
        return [whole_line(place, process, width) for process in seen]
    return [
        item
        for process in range(scene.facts.count)
        if place.shows_lane(process)
        for item in line_parts(scene, process, width)
    ]


def _close_lines(scene: Scene, opacity: float) -> list[Item]:
    """Very many as rows of pixels, of which each has the colour of the last line in it."""
    rows, count = lane_rows(scene), plot_rows(scene)
    seen = np.flatnonzero((rows >= 0) & (rows < count))
    styles = np.zeros(count, dtype=np.uint8)
    styles[rows[seen]] = 1 + seen % PROCESS_COLORS
    plot, columns = scene.place.plot, lattice(scene.place).columns - 1
    cells = np.repeat(styles, columns).tobytes()
    colors = tuple(brush(f"process:{number}", opacity) for number in range(PROCESS_COLORS))
    return [Mosaic(plot.left, plot.top, columns, count, cells, colors, ("lines", 0))]


def line_items(scene: Scene) -> list[Item]:
    """The same of a few columns, where thin lines are quicker together."""
    place = scene.place
    if not SEPARATE <= place.spacing < 12 or scene.facts.lives.outages:
        return process_lines(scene)
    seen = [process for process in range(scene.facts.count) if place.shows_lane(process)]
    left, right = round(place.plot.left), round(place.plot.right)
    if not seen or right <= left:
        return []
    styles = tuple(brush(f"process:{process}", 1.0) for process in seen)
    tops = tuple(float(place.lanes[process]) for process in seen)
    cells = bytes([1]) * (len(seen) * (right - left))
    return [Bands(left, tops, 1, right - left, cells, styles, ("lines", 0))]


def label_boxes(scene: Scene) -> list[Item]:
    """The id of each process at the left of its line; less where lines are close."""
    place = scene.place
    items: list[Item] = []
    for process in range(0, scene.facts.count, label_step(place)):
        if place.shows_lane(process):
            items += _label(scene, process)
    return items


def label_box(place: SpaceTimeLayout, process: int) -> Box:
    """Where the name of a process stands."""
    y = place.lanes[process]
    is_full = place.spacing >= FULL_LABEL_SPACING
    half = (BOX_HEIGHT if is_full else SMALL_BOX_HEIGHT) / 2
    return Box(MARGIN, y - half, MARGIN + place.label_width, y + half)


def label_frame(place: SpaceTimeLayout, process: int, style: Style, subject: Subject) -> Rect:
    """The rounded frame around the name of a process."""
    box = label_box(place, process)
    width, height = box.right - box.left - 1, box.bottom - box.top - 1
    corner = 8.0 if place.spacing >= FULL_LABEL_SPACING else 6.0
    return Rect(box.left + 0.5, box.top + 0.5, width, height, style, corner, subject)


def _label(scene: Scene, process: int) -> list[Item]:
    place = scene.place
    subject = ("process", process)
    y = place.lanes[process]
    is_full = place.spacing >= FULL_LABEL_SPACING
    role = "process" if is_full else "process-small"
    name = elided(scene.facts.trace.process_ids[process], role, place.label_width - 12)
    items: list[Item] = []
    if place.spacing >= BOX_LABEL_SPACING:
        style = brush("background", 1.0, f"process:{process}", 1.25)
        items.append(label_frame(place, process, style, subject))
    has_clock = is_full and scene.facts.has_clocks
    line = baseline(y - 7 if has_clock else y, role)
    ink = f"process-ink:{process}"
    centre = MARGIN + place.label_width / 2
    return [*items, Text(centre, line, name, role, ink, "middle", subject=subject)]


def event_items(scene: Scene) -> list[Item]:
    """A dot for each application event in view, and what happened to clocks."""
    trace, place = scene.facts.trace, scene.place
    if scene.crowd:
        return counted_events(scene)
    rows = scene.facts.events_between(place.from_us, place.to_us)
    if not scene.is_headed:
        return crowded_events(scene, rows)
    items: list[Item] = []
    xs = numbers(place.x_of(trace.row_time[rows]))
    kinds, processes = numbers(trace.row_kind[rows]), numbers(trace.row_process[rows])
    for row, x, kind, process in zip(numbers(rows), xs, kinds, processes, strict=True):
        if not place.shows_lane(process):
            continue
        y = place.lanes[process]
        if scene.is_undone(row):
            items += _undone(x, y, place.dot, process, row)
        elif kind == RowKind.REFUSED:
            items += _refused(x, y, place.dot, row)
        elif kind == RowKind.DUPLICATE:
            style = brush("background", 1.0, f"process:{process}", 1.75)
            items.append(Ellipse(x, y, place.dot - 0.5, place.dot - 0.5, style, ("event", row)))
        else:
            items.append(dot(x, y, place.dot, f"process:{process}", ("event", row)))
    return items


def _undone(x: float, y: float, radius: float, process: int, row: int) -> list[Item]:
    paper = Ellipse(x, y, radius + 1, radius + 1, brush("background"))
    return [
        paper,
        Ellipse(x, y, radius, radius, brush(f"process:{process}", FADED), ("event", row)),
    ]


def _refused(x: float, y: float, radius: float, row: int) -> list[Item]:
    ring = brush("background", 1.0, "orphan", 1.5)
    arm = radius * 0.5
    return [
        Ellipse(x, y, radius + 1, radius + 1, ring, ("event", row)),
        cross(x, y, arm, pen("orphan", 1.5), ("event", row)),
    ]
