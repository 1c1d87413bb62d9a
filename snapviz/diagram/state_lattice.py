"""The lattice of consistent global states as a picture: levels from left to right, as time goes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from snapviz.causality.global_states import GlobalStates
from snapviz.causality.predicates import Cut

from .display_list import DisplayList, Ellipse, Item, Point, Segments, Style
from .glyphs import brush, diamond, pen

MARGIN = 18.0
WIDEST_STEP, HIGHEST_STEP = 46.0, 34.0
LARGEST, SMALLEST = 5.0, 1.6  # radius of a state


@dataclass(frozen=True)
class StateMarks:
    """What stands where, as places in `GlobalStates.cuts`; None: nowhere.

    ``holding``: where a condition holds; None while there is none. ``snapshots``: by number.
    """

    holding: frozenset[int] | None = None
    witness: int | None = None
    playhead: int | None = None
    hand_cut: int | None = None
    hot: int | None = None
    snapshots: Mapping[int, int] = field(default_factory=dict)


@dataclass(frozen=True)
class StatePlaces:
    """Where each state lies, and how large it is drawn."""

    points: tuple[Point, ...]
    radius: float

    def at(self, x: float, y: float) -> int | None:
        """The state nearest to a point, if it is near."""
        if not self.points:
            return None
        away = [(px - x) ** 2 + (py - y) ** 2 for px, py in self.points]
        nearest = min(range(len(away)), key=away.__getitem__)
        return nearest if away[nearest] <= (self.radius + 6) ** 2 else None


def place_states(states: GlobalStates, width: float, height: float) -> StatePlaces:
    """A column for each level; in it, states in which upper processes are ahead lie above."""
    widest = max(map(len, states.levels))
    across = min(WIDEST_STEP, (width - 2 * MARGIN) / max(len(states.levels) - 1, 1))
    down = min(HIGHEST_STEP, (height - 2 * MARGIN) / max(widest - 1, 1))
    left = (width - across * (len(states.levels) - 1)) / 2
    points: dict[Cut, Point] = {}
    for number, level in enumerate(states.levels):
        top = (height - down * (len(level) - 1)) / 2
        for row, cut in enumerate(sorted(level, key=_height)):
            points[cut] = (left + number * across, top + row * down)
    radius = min(LARGEST, max(SMALLEST, 0.34 * min(across, down)))
    return StatePlaces(tuple(points[cut] for cut in states.cuts), radius)


def _height(cut: Cut) -> tuple[float, Cut]:
    middle = (len(cut) - 1) / 2
    return sum((process - middle) * count for process, count in enumerate(cut)), cut


def state_lattice(
    states: GlobalStates, places: StatePlaces, marks: StateMarks, width: float, height: float
) -> DisplayList:
    """Steps as hairlines, states as dots: filled where the condition holds, rings where we are."""
    points = places.points
    strokes = tuple((*points[a], *points[b]) for a, b in states.edges)
    items: list[Item] = [Segments(strokes, pen("channel", 0.8, (), 0.55))] if strokes else []
    for place, (x, y) in enumerate(points):
        style = _style(marks.holding, place)
        items.append(Ellipse(x, y, places.radius, places.radius, style, ("state", place)))
    for number, place in marks.snapshots.items():
        x, y = points[place]
        items.append(diamond(x, y, places.radius + 3.5, f"snapshot:{number}"))
    ring = places.radius + 4.5
    for place, color, more in (
        (marks.witness, "good", 0.0),
        (marks.hand_cut, "cut", 2.5),
        (marks.playhead, "accent", 0.0),
        (marks.hot, "muted", 1.5),
    ):
        if place is not None:
            x, y = points[place]
            items.append(Ellipse(x, y, ring + more, ring + more, pen(color, 1.8), ("ring", place)))
    return DisplayList(width, height, tuple(items))


def _style(holding: frozenset[int] | None, place: int) -> Style:
    if holding is None:
        return brush("muted")
    if place in holding:
        return brush("good")
    return Style("muted", 1.0, (), "background")
