"""Process lines with their label boxes, and the events on them."""

from __future__ import annotations

import numpy as np

from snapviz.engine.trace import RowKind

from .crowd import crowded_events
from .display_list import Ellipse, Item, Line, Polygon, Rect, Text
from .facts import numbers
from .figures import offset_text
from .geometry import Box
from .glyphs import brush, cross, dot, pen, plate, plate_box
from .layout import BOX_LABEL_SPACING, FULL_LABEL_SPACING, MARGIN, TEXT_LABEL_SPACING
from .scene import Scene
from .typography import baseline, elided

BOX_HEIGHT = 38.0
SMALL_BOX_HEIGHT = 20.0


def process_lines(scene: Scene) -> list[Item]:
    place = scene.place
    width = 2.0 if place.spacing >= 12 else 1.0
    return [
        Line(
            place.plot.left,
            y,
            place.plot.right,
            y,
            pen(f"process:{process}", width),
            ("process", process),
        )
        for process, y in enumerate(place.lanes)
        if place.shows_lane(process)
    ]


def label_boxes(scene: Scene) -> list[Item]:
    """The id of each process at the left of its line; less where lines are close."""
    place = scene.place
    items: list[Item] = []
    for process in range(0, scene.facts.count, _label_step(scene)):
        if place.shows_lane(process):
            items += _label(scene, process)
    return items


def _label_step(scene: Scene) -> int:
    spacing = scene.place.spacing
    return 1 if spacing >= TEXT_LABEL_SPACING else int(TEXT_LABEL_SPACING / spacing) + 1


def _label(scene: Scene, process: int) -> list[Item]:
    place = scene.place
    subject = ("process", process)
    y, width = place.lanes[process], place.label_width
    is_full = place.spacing >= FULL_LABEL_SPACING
    role = "process" if is_full else "process-small"
    name = elided(scene.facts.trace.process_ids[process], role, width - 12)
    items: list[Item] = []
    if place.spacing >= BOX_LABEL_SPACING:
        height = BOX_HEIGHT if is_full else SMALL_BOX_HEIGHT
        style = brush("background", 1.0, f"process:{process}", 1.25)
        corner = 8.0 if is_full else 6.0
        box = (MARGIN + 0.5, y - height / 2 + 0.5, width - 1, height - 1)
        items.append(Rect(*box, style, corner, subject))
    line = baseline(y - 7 if is_full else y, role)
    ink = f"process-ink:{process}"
    centre = MARGIN + width / 2
    return [*items, Text(centre, line, name, role, ink, "middle", subject=subject)]


def clock_items(scene: Scene) -> list[Item]:
    """What each clock is ahead of true time at the play-head, under the id."""
    place, time_us = scene.place, scene.view.time_us
    if place.spacing < FULL_LABEL_SPACING:
        return []
    if time_us is None:
        time_us = place.to_us
    centre = MARGIN + place.label_width / 2
    return [
        Text(
            centre,
            baseline(y + 9, "clock"),
            offset_text(scene.facts.offset_us(process, time_us)),
            "clock",
            "muted",
            "middle",
            subject=("clock", process),
        )
        for process, y in enumerate(place.lanes)
        if place.shows_lane(process)
    ]


def event_items(scene: Scene) -> list[Item]:
    """A dot for each application event in view, and what happened to clocks."""
    trace, place = scene.facts.trace, scene.place
    rows = scene.facts.event_rows
    times = trace.row_time[rows]
    rows = rows[(times >= place.from_us) & (times <= place.to_us)]
    if not scene.is_headed:
        return crowded_events(scene, rows)
    items: list[Item] = []
    xs = numbers(place.x_of(trace.row_time[rows]))
    kinds, processes = numbers(trace.row_kind[rows]), numbers(trace.row_process[rows])
    for row, x, kind, process in zip(numbers(rows), xs, kinds, processes, strict=True):
        if not place.shows_lane(process):
            continue
        y = place.lanes[process]
        if kind == RowKind.REFUSED:
            items += _refused(x, y, place.dot, row)
        elif kind == RowKind.DUPLICATE:
            style = brush("background", 1.0, f"process:{process}", 1.75)
            items.append(Ellipse(x, y, place.dot - 0.5, place.dot - 0.5, style, ("event", row)))
        else:
            items.append(dot(x, y, place.dot, f"process:{process}", ("event", row)))
    return items


def _refused(x: float, y: float, radius: float, row: int) -> list[Item]:
    ring = brush("background", 1.0, "orphan", 1.5)
    arm = radius * 0.5
    return [
        Ellipse(x, y, radius + 1, radius + 1, ring, ("event", row)),
        cross(x, y, arm, pen("orphan", 1.5), ("event", row)),
    ]


def note_items(scene: Scene, taken: list[Box]) -> list[Item]:
    """Labels of internal events, refused transfers and set clocks, where there is room."""
    trace, place = scene.facts.trace, scene.place
    items: list[Item] = []
    kinds = (RowKind.INTERNAL, RowKind.REFUSED, RowKind.SET_CLOCK)
    if not scene.is_labelled:
        return items
    for row in np.flatnonzero(np.isin(trace.row_kind, kinds)).tolist():
        note = trace.notes[int(trace.row_ref[row])]
        in_time = place.from_us <= note.time_us <= place.to_us
        if not (in_time and place.shows_lane(note.process)):
            continue
        x, y = place.x_of(note.time_us), place.lanes[note.process]
        if note.kind == RowKind.SET_CLOCK:
            items.append(_clock_mark(x, y, note.process))
        text = note_text(note, scene.view.translate)
        if text and place.spacing >= 40:
            items += _note_plate(scene, x, y, text, taken, note.kind)
    return items


def note_text(note, translate=str) -> str:
    """The word beside a local event: its label, the new clock offset, or ``refused``."""
    if note.kind == RowKind.REFUSED:
        return translate("refused")
    if note.kind == RowKind.SET_CLOCK:
        offset = note.data.get("offset_us")
        return offset_text(offset) if offset is not None else translate("drift")
    return str(note.data.get("label", ""))


def _clock_mark(x: float, y: float, process: int) -> Polygon:
    """A triangle under the line that points at the instant a clock was set."""
    points = ((x, y + 6), (x - 5, y + 15), (x + 5, y + 15))
    return Polygon(points, brush(f"process:{process}"), ("clock-set", process))


def _note_plate(
    scene: Scene, x: float, y: float, text: str, taken: list[Box], kind: int
) -> list[Item]:
    text = elided(text, "note", 120)
    below = y + (24 if kind == RowKind.SET_CLOCK else 16)
    plot = scene.place.plot
    for centre in (below, y - 16, below + 13, y - 29):
        box = plate_box(x, centre, text, "note")
        shift = max(plot.left - box.left, 0) - max(box.right - scene.place.width + 4, 0)
        box = Box(box.left + shift, box.top + 2, box.right + shift, box.bottom - 2)
        if any(box.overlaps(other) for other in taken):
            continue
        taken.append(box)
        token = "orphan" if kind == RowKind.REFUSED else "muted"
        return plate(box, text, "note", token, None)
    return []
