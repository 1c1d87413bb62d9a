"""Where a process knows whether a snapshot counts: a ring with a tick, or with a bar if not."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from operator import attrgetter

from snapviz.engine.trace import COMMITTED, Decision

from .display_list import Ellipse, Item, Line, Path, Subject
from .geometry import Box
from .glyphs import brush, pen, plate, plate_box
from .layout import SpaceTimeLayout
from .scene import Scene

RADIUS = 6.0
FIRST = 1.3  # times as large, where it is decided
SHARE = 0.2  # of the way to the next line, at most
BESIDE = 2.2  # radii from mark to mark, where a process learns of several at once
NAME_RISE = 17.0
MOST_SAME = 8  # decisions before one that may be of its instant
MOST_BESIDE = MOST_SAME * BESIDE * FIRST * RADIUS


def marks(
    scene: Scene, range_us: tuple[int, int] | None = None
) -> list[tuple[int, float, float, float]]:
    """Number, centre and radius of those in view, as far as they may be known."""
    decisions, place = scene.facts.trace.decisions, scene.place
    from_us, to_us = range_us or (place.from_us, place.to_us)
    first = bisect_left(decisions, from_us, key=attrgetter("time_us"))
    after = bisect_right(decisions, to_us, key=attrgetter("time_us"))
    found = []
    for number, decision in enumerate(decisions[first:after], first):
        known = decision.row <= scene.known_rows
        if known and place.shows_lane(decision.process):
            x, y, radius = _spot(scene, number, decision)
            found.append((number, x, y, radius))
    return found


def _spot(scene: Scene, number: int, decision: Decision) -> tuple[float, float, float]:
    place = scene.place
    radius = mark_radius(place, scene.facts.first_decisions.get(decision.snapshot) == number)
    same = scene.facts.trace.decisions[max(number - MOST_SAME, 0) : number]
    at = decision.process, decision.time_us
    before = sum((d.process, d.time_us) == at for d in same)
    x = place.x_of(decision.time_us) + before * BESIDE * radius
    return x, place.lanes[decision.process], radius


def mark_radius(place: SpaceTimeLayout, is_first: bool) -> float:
    """Larger where it is decided, smaller where lines are close."""
    radius = min(RADIUS, max(2.5, place.spacing * SHARE))
    return radius * FIRST if is_first else radius


def decision_at(scene: Scene, x: float, y: float, reach: float) -> int | None:
    """The number of the decision whose mark is at a point."""
    # Marks of one instant stand beside one another.
    range_us = scene.place.us_at(x - MOST_BESIDE) - 1, scene.place.us_at(x + reach) + 1
    near = [
        ((mx - x) ** 2 + (my - y) ** 2, number)
        for number, mx, my, radius in marks(scene, range_us)
        if (mx - x) ** 2 + (my - y) ** 2 <= max(reach, radius) ** 2
    ]
    return min(near)[1] if near else None


def decision_items(scene: Scene) -> list[Item]:
    """All marks in view; the first of each snapshot filled."""
    items: list[Item] = []
    for number, x, y, radius in marks(scene):
        decision = scene.facts.trace.decisions[number]
        is_first = scene.facts.first_decisions[decision.snapshot] == number
        token = f"snapshot-ink:{decision.snapshot}"
        sign = decided_sign(
            x, y, radius, token, decision.outcome == COMMITTED, is_first, ("decision", number)
        )
        items += sign
    return items


def decided_sign(
    x: float,
    y: float,
    radius: float,
    token: str,
    committed: bool,
    is_first: bool,
    subject: Subject | None = None,
) -> list[Item]:
    """A tick or a bar in a disc: filled where it was decided, hollow where it was learned."""
    disc = (
        brush(token, 1.0, "background", 1.5) if is_first else brush("background", 1.0, token, 1.5)
    )
    ink = pen("background" if is_first else token, 1.75)
    items: list[Item] = [Ellipse(x, y, radius, radius, disc, subject)]
    arm = radius * 0.5
    if committed:
        tick = (
            ("M", x - arm, y),
            ("L", x - arm * 0.25, y + arm * 0.7),
            ("L", x + arm, y - arm * 0.7),
        )
        return [*items, Path(tick, ink, subject)]
    return [*items, Line(x - arm, y, x + arm, y, ink, subject)]


def decision_names(scene: Scene, taken: list[Box]) -> list[Item]:
    """What was decided over the mark where it was, where there is room."""
    items: list[Item] = []
    first = set(scene.facts.first_decisions.values())
    for number, x, y, radius in marks(scene):
        if number not in first or scene.place.spacing < 40:
            continue
        decision = scene.facts.trace.decisions[number]
        name = scene.facts.trace.snapshots[decision.snapshot].id
        text = f"{name} {scene.view.translate(decision.outcome)}"
        box = scene.place.within(plate_box(x, y - NAME_RISE, text, "note"))
        if not any(box.overlaps(other) for other in taken):
            taken.append(box)
            token = f"snapshot-ink:{decision.snapshot}"
            items += plate(box, text, "note", token, ("decision", number))
        taken.append(Box(x - radius, y - radius, x + radius, y + radius))
    return items
