"""Words and marks beside the lines: internal events, refused transfers, clocks that were set."""

from __future__ import annotations

import numpy as np

from snapviz.engine.trace import RowKind

from .display_list import Item, Point, Polygon, Subject
from .figures import offset_text
from .geometry import Box
from .glyphs import brush, plate, plate_box
from .scene import Scene
from .typography import elided


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
            items.append(clock_mark(x, y, f"process:{note.process}", ("clock-set", row)))
        text = note_text(note, scene.view.translate)
        if text and place.spacing >= 40:
            items += _note_plate(scene, (x, y), text, taken, row)
    return items


def note_text(note, translate=str) -> str:
    """The word beside a local event: its label, the new clock offset, or ``refused``."""
    if note.kind == RowKind.REFUSED:
        return translate("refused")
    if note.kind == RowKind.SET_CLOCK:
        offset = note.data.get("offset_us")
        return offset_text(offset) if offset is not None else translate("drift")
    return str(note.data.get("label", ""))


def clock_mark(x: float, y: float, token: str, subject: Subject | None) -> Polygon:
    """A triangle under the line that points at the instant a clock was set."""
    points = ((x, y + 6), (x - 5, y + 15), (x + 5, y + 15))
    return Polygon(points, brush(token), subject)


def _note_plate(scene: Scene, at: Point, text: str, taken: list[Box], row: int) -> list[Item]:
    x, y = at
    kind = int(scene.facts.trace.row_kind[row])
    text = elided(text, "note", 120)
    below = y + (24 if kind == RowKind.SET_CLOCK else 16)
    plot = scene.place.plot
    for centre in (below, y - 16, below + 13, y - 29):
        box = scene.place.within(plate_box(x, centre, text, "note"))
        box = box._replace(top=box.top + 2, bottom=box.bottom - 2)
        if box.bottom > plot.bottom or any(box.overlaps(other) for other in taken):
            continue
        taken.append(box)
        token = "orphan" if kind == RowKind.REFUSED else "muted"
        return plate(box, text, "note", token, ("note", row))
    return []
