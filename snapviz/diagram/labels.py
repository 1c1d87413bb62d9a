"""Payloads beside their arrows, placed so that they leave one another alone."""

from __future__ import annotations

from dataclasses import replace
from math import hypot

import numpy as np

from .display_list import Item
from .figures import payload_text
from .geometry import Box
from .glyphs import PLATE_HEIGHT, PLATE_PADDING, plate
from .messages import Arrow
from .scene import Scene
from .typography import text_width

PLACES = (0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.19, 0.81)  # along the arrow, best first
LANE_COST = 4.0  # for covering a process line
CROSSING_COST = 1.2  # for covering another arrow
CELL = 48.0  # of the grid in which taken places are looked up
CROSSINGS_UP_TO = 160  # arrows
TOO_MUCH = 3 * LANE_COST  # a plain message rather goes without
SHORTEST = 34.0  # pixels of a plain arrow that its label may not cover whole
FADED_WORDS = 0.7  # opacity, of what has been undone
LANE_ROOM = 26.0  # pixels between lanes for plates to fit


class TakenPlaces:
    """Boxes already used, found through a grid of cells."""

    def __init__(self, boxes: list[Box]):
        self._cells: dict[tuple[int, int], list[Box]] = {}
        for box in boxes:
            self.add(box)

    def _keys(self, box: Box):
        for column in range(int(box.left // CELL), int(box.right // CELL) + 1):
            for row in range(int(box.top // CELL), int(box.bottom // CELL) + 1):
                yield column, row

    def add(self, box: Box) -> None:
        for key in self._keys(box):
            self._cells.setdefault(key, []).append(box)

    def is_free(self, box: Box) -> bool:
        return not any(
            box.overlaps(other) for key in self._keys(box) for other in self._cells.get(key, ())
        )


def label_items(scene: Scene, laid: list[Arrow], taken: list[Box]) -> list[Item]:
    """Plates with payloads; ``taken`` grows by their boxes. Marked messages choose first."""
    if scene.place.spacing < (LANE_ROOM if scene.is_labelled else LANE_ROOM / 2):
        return []
    labelled = laid if scene.is_labelled else [arrow for arrow in laid if arrow.mark][:60]
    wanted = _wanted(scene, labelled)
    if not wanted:
        return []
    boxes, costs = _candidates(scene, wanted, laid)
    places = TakenPlaces(taken)
    items: list[Item] = []
    for (arrow, text, role), its_boxes, its_costs in zip(wanted, boxes, costs, strict=True):
        order = sorted(range(len(PLACES)), key=its_costs.__getitem__)
        limit = TOO_MUCH if arrow.mark is None else 1e6
        for place in order:
            if its_costs[place] > limit:
                break
            box = Box(*its_boxes[place])
            if places.is_free(box):
                places.add(box)
                taken.append(box)
                items += plate(box, text, role, arrow.ink, ("message", arrow.message))
                if arrow.faded:
                    items[-1] = replace(items[-1], opacity=FADED_WORDS)
                break
    return items


def _wanted(scene: Scene, laid: list[Arrow]) -> list[tuple[Arrow, str, str]]:
    """Arrow, words and role of each label, the most important first."""
    trace = scene.facts.trace
    wanted = []
    for arrow in sorted(laid, key=lambda a: (a.mark is None, a.message)):
        text = (
            ""
            if arrow.is_control or arrow.is_again
            else payload_text(trace.message_payload(arrow.message))
        )
        if text and (arrow.mark or _visible_length(arrow) >= SHORTEST):
            wanted.append((arrow, text, "payload-heavy" if arrow.mark else "payload"))
    return wanted


def _visible_length(arrow: Arrow) -> float:
    share = arrow.visible[1] - arrow.visible[0]
    return share * hypot(arrow.x2 - arrow.x1, arrow.y2 - arrow.y1)


def _candidates(scene: Scene, wanted: list, laid: list[Arrow]) -> tuple[list, list]:
    """Boxes and costs, one list of PLACES for each label."""
    ends = _visible_ends([arrow for arrow, _, _ in wanted])
    t = np.array(PLACES)
    x = ends[:, None, 0] + t * (ends[:, 2] - ends[:, 0])[:, None]
    y = ends[:, None, 1] + t * (ends[:, 3] - ends[:, 1])[:, None]
    half = np.array([text_width(text, role) / 2 + PLATE_PADDING for _, text, role in wanted])
    rise = np.full_like(half, PLATE_HEIGHT / 2)
    reach = np.stack([-half, -rise, half, rise], axis=1)
    boxes = np.stack([x, y, x, y], axis=2) + reach[:, None, :]
    lanes = np.asarray(scene.place.lanes, dtype=float)
    nearest = np.abs(y[..., None] - lanes).min(axis=2)
    costs = np.abs(t - 0.5) * 2 + LANE_COST * (nearest < PLATE_HEIGHT / 2 + 5)
    plot = scene.place.plot
    is_outside = (boxes[..., 0] < plot.left - 6) | (boxes[..., 2] > plot.right + 10)
    costs = np.where(is_outside, np.inf, costs)
    if len(laid) <= CROSSINGS_UP_TO:
        flat = boxes.reshape(-1, 4)
        counts = _crossings(_visible_ends(laid), flat).reshape(costs.shape)
        costs = costs + CROSSING_COST * (counts - 1)
    return boxes.tolist(), costs.tolist()


def _visible_ends(laid: list[Arrow]) -> np.ndarray:
    """float[A, 4]: x1, y1, x2, y2 of the part of each arrow inside the plot."""
    ends = [(*arrow.at(arrow.visible[0]), *arrow.at(arrow.visible[1])) for arrow in laid]
    return np.array(ends, dtype=float).reshape(-1, 4)


def _crossings(segments: np.ndarray, boxes: np.ndarray) -> np.ndarray:
    """How many of the segments pass through each box (separating axes)."""
    x1, y1, x2, y2 = segments.T[:, None, :]
    left, top, right, bottom = boxes.T[:, :, None]
    is_apart = (
        (np.maximum(x1, x2) < left)
        | (np.minimum(x1, x2) > right)
        | (np.maximum(y1, y2) < top)
        | (np.minimum(y1, y2) > bottom)
    )
    # Signed distance of the box centre from the line, against the box's reach across it.
    dx, dy = x2 - x1, y2 - y1
    across = dx * ((top + bottom) / 2 - y1) - dy * ((left + right) / 2 - x1)
    reach = np.abs(dx) * (bottom - top) / 2 + np.abs(dy) * (right - left) / 2
    return (~is_apart & (np.abs(across) <= reach)).sum(axis=1)
