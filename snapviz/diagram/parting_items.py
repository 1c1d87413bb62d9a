"""While the network is parted: a stretch of time, and between the lines where it is cut."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from snapviz.study.decision_words import sides_text

from .display_list import Item, Line, Rect, Segments
from .geometry import Box
from .glyphs import brush, pen, plate, plate_box
from .partings import Parting
from .scene import Scene
from .typography import elided

TINT = 0.07
CUT_DASH = (6.0, 4.0)
EDGE_DASH = (2.0, 3.0)
LEAST_SPACING = 8.0  # pixels between lines, for the cut to show between them
NAME_DROP = 12.0
EDGE_REACH = 4.0
LONGEST_NAME = 260.0


def _shown(scene: Scene) -> Iterator[tuple[int, Parting, float, float]]:
    place = scene.place
    for number, parting in enumerate(scene.facts.partings):
        left = max(place.x_of(parting.from_us), place.plot.left)
        right = min(place.x_of(parting.to_us), place.plot.right)
        if parting.row <= scene.known_rows and right > left:
            yield number, parting, left, right


def parting_items(scene: Scene) -> list[Item]:
    """The stretch tinted from beginning to end, and a line between neighbours who are apart."""
    plot, items = scene.place.plot, []
    for number, parting, left, right in _shown(scene):
        subject = ("parting", number)
        height = plot.bottom - plot.top
        items.append(Rect(left, plot.top, right - left, height, brush("muted", TINT), 0.0, subject))
        edges = tuple((x, plot.top, x, plot.bottom) for x in _edges(scene, parting))
        if edges:
            items.append(Segments(edges, pen("muted", 1.0, EDGE_DASH), subject))
        cuts = tuple((left, y, right, y) for y in _cuts(scene, parting))
        if cuts:
            items.append(Segments(cuts, pen("orphan", 1.5, CUT_DASH, 0.75), subject))
    return items


def _edges(scene: Scene, parting: Parting) -> list[float]:
    place = scene.place
    times = (parting.from_us, parting.to_us)
    return [place.x_of(us) for us in times if place.from_us <= us <= place.to_us]


def _cuts(scene: Scene, parting: Parting) -> Iterator[float]:
    """Half-way between two lines that are next to one another, on different sides."""
    place = scene.place
    if place.spacing < LEAST_SPACING:
        return
    for (above, below), (y1, y2) in zip(
        pairwise(parting.sides), pairwise(place.lanes), strict=True
    ):
        y = (y1 + y2) / 2
        if above != below and place.plot.top <= y <= place.plot.bottom:
            yield y


def parting_at(scene: Scene, x: float, y: float) -> int | None:
    """The number of the parting whose edge or name row is at a point."""
    plot = scene.place.plot
    for number, _, left, right in _shown(scene):
        is_edge = min(abs(x - left), abs(x - right)) <= EDGE_REACH
        is_named = plot.top <= y <= plot.top + 2 * NAME_DROP
        if left - EDGE_REACH <= x <= right + EDGE_REACH and (is_edge or is_named):
            return number
    return None


def parting_names(scene: Scene, taken: list[Box]) -> list[Item]:
    """Who is apart from whom, at the top of each stretch that is wide enough."""
    items: list[Item] = []
    plot, ids = scene.place.plot, scene.facts.trace.process_ids
    for number, parting, left, right in _shown(scene):
        text = elided(sides_text(ids, parting.sides), "note", min(right - left - 8, LONGEST_NAME))
        box = plate_box((left + right) / 2, plot.top + NAME_DROP, text, "note")
        fits = left <= box.left and box.right <= right
        if fits and not any(box.overlaps(other) for other in taken):
            taken.append(box)
            items += plate(box, text, "note", "orphan", ("parting", number))
    return items


def parting_sign(x: float, y: float, width: float) -> list[Item]:
    """A stretch in a legend."""
    ground = Rect(x + 2, y - 6, width - 2, 12, brush("muted", 2 * TINT))
    return [ground, Line(x + 2, y, x + width, y, pen("orphan", 1.5, CUT_DASH, 0.75))]
