"""What is selected, and what the pointer is on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from .crowd import followed, strokes
from .display_list import Ellipse, Item, Line, Segments
from .facts import numbers
from .glyphs import pen
from .lanes import label_frame
from .messages import Arrow, laid_out, parts
from .relabel import relabelled
from .scene import Scene

HALO = 8.0
HALO_OPACITY = 0.2
MOST_ARROWS = 400  # beyond, selected messages are strokes
MOST_STROKES = 4000  # beyond, they are counted in each pixel
MOST_RINGS = 600  # beyond, selected events are one ring for each few pixels
RING_GAP = 5.0


def selection_items(scene: Scene) -> list[Item]:
    """Selected processes, messages and events in accent."""
    view = scene.view
    items: list[Item] = []
    for process in view.selected_processes:
        if 0 <= process < scene.facts.count and scene.place.shows_lane(process):
            style = pen("accent", 2.5)
            items.append(label_frame(scene.place, process, style, ("selected", process)))
    items += accented(scene, view.selected_messages, "accent", 2.2)
    return items + _rings(scene)


def accented(
    scene: Scene, messages: Sequence[int], token: str, width: float, *, halo: bool = True
) -> list[Item]:
    """Messages drawn once more in one colour, with a soft halo if asked."""
    chosen = np.array(messages, dtype=np.int64)
    chosen = chosen[(chosen >= 0) & (chosen < scene.facts.trace.message_count)]
    chosen = chosen[scene.facts.send_row[chosen] < scene.known_rows]
    if len(chosen) > MOST_STROKES:
        return [followed(scene, chosen, token)]
    if len(chosen) > MOST_ARROWS:
        return [Segments(strokes(scene, chosen), pen(token, width), ("selected-messages", 0))]
    laid = [replace(arrow, paint=token, width=width) for arrow in laid_out(scene, chosen)]
    halos = [_halo(arrow, token) for arrow in laid] if halo else []
    lines = [item for arrow in laid for item in parts(scene, arrow)]
    return [*halos, *lines, *relabelled(scene, numbers(chosen), token)]


def _halo(arrow: Arrow, token: str) -> Item:
    start, end = map(arrow.at, arrow.visible)
    return Line(*start, *end, pen(token, HALO, (), HALO_OPACITY), ("halo", arrow.message))


def _rings(scene: Scene) -> list[Item]:
    rows = np.array(scene.view.selected_rows, dtype=np.int64)
    rows = rows[(rows >= 0) & (rows < scene.known_rows)]
    if len(rows) > MOST_RINGS:
        trace, place = scene.facts.trace, scene.place
        columns = np.floor(place.x_of(trace.row_time[rows]) / (2 * RING_GAP)).astype(np.int64)
        keys = columns * scene.facts.count + trace.row_process[rows]
        rows = rows[np.unique(keys, return_index=True)[1]]
    return [item for row in numbers(rows) for item in ring(scene, row, "accent", 2.0, RING_GAP)]


def ring(scene: Scene, row: int, token: str, width: float, gap: float) -> list[Item]:
    """A circle around the place of a trace row, if it is in view."""
    trace, place = scene.facts.trace, scene.place
    if not 0 <= row < scene.known_rows:
        return []
    us, process = int(trace.row_time[row]), int(trace.row_process[row])
    if not (place.from_us <= us <= place.to_us) or not place.shows_lane(process):
        return []
    radius = place.dot + gap
    style = pen(token, width)
    return [Ellipse(place.x_of(us), place.lanes[process], radius, radius, style, ("ring", row))]
