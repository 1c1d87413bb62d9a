"""Arrivals that were set by hand: a small pin at each, on the far side of its line."""

from __future__ import annotations

from .display_list import Ellipse, Item, Line
from .glyphs import SIGN_WIDTH, brush, pen
from .scene import Scene

STEM, HEAD = 10.0, 2.75


def pins_known(scene: Scene) -> list[int]:
    """The messages of ``view.pins`` whose arrival may show."""
    arrived = scene.facts.arrival_row
    return [message for message in scene.view.pins if scene.knows(int(arrived[message]))]


def pin_items(scene: Scene) -> list[Item]:
    """A pin at each of them that is in sight."""
    known, place, items = scene.facts, scene.place, []
    for message in pins_known(scene):
        us, process = int(known.end[message]), int(known.target[message])
        if not place.from_us <= us <= place.to_us or not place.shows_lane(process):
            continue
        side = 1 if known.source[message] < process else -1
        x, y = place.x_of(us), place.lanes[process]
        items += _pin(x, y + side * place.dot, y + side * STEM, ("pin", message))
    return items


def pin_sign(x: float, y: float) -> list[Item]:
    """The same for the legend."""
    return _pin(x + SIGN_WIDTH - 6, y - 7.0, y + 1.0)


def _pin(x: float, start: float, end: float, subject: tuple[str, int] | None = None) -> list[Item]:
    knob = brush("background", 1.0, "ink", 1.5)
    centre = end + (2.0 if end > start else -2.0)
    return [
        Line(x, start, x, end, pen("ink", 1.25), subject),
        Ellipse(x, centre, HEAD, HEAD, knob, subject),
    ]
