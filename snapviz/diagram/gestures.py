"""What a gesture is about to do: the message being dragged, the sign under the tool."""

from __future__ import annotations

from dataclasses import replace

from .display_list import Ellipse, Item, Line, Polygon, Rect, Text
from .figures import milliseconds
from .geometry import clip_segment
from .glyphs import brush, cross, diamond, head, pen, plate, plate_box
from .marks import restart_sign
from .scene import Scene
from .typography import baseline, text_width
from .view import Ghost

FAINT = 0.6
LOOSE_DASH = (5.0, 4.0)
RUBBER_WIDTH = 2.0


def draft_items(scene: Scene) -> list[Item]:
    """The rubber-band message: dashed while it hangs on the pointer, with its delay when not."""
    draft, place = scene.view.draft, scene.place
    if draft is None or not 0 <= draft.source < scene.facts.count:
        return []
    x1, y1 = place.x_of(draft.from_us), place.lanes[draft.source]
    subject = ("draft", 0)
    radius = place.dot + 1.0
    if draft.target is None or not 0 <= draft.target < scene.facts.count:
        x2, y2 = draft.x, draft.y
        line = Line(x1, y1, x2, y2, pen("accent", RUBBER_WIDTH, LOOSE_DASH), subject)
        return [line, *_ends((x1, y1), (x2, y2), radius, radius - 1.5)]
    x2, y2 = place.x_of(draft.to_us), place.lanes[draft.target]
    token = "accent" if draft.to_us >= draft.from_us else "orphan"
    visible = clip_segment(x1, y1, x2, y2, place.plot)
    t = 1.0 if visible is None else visible[1]
    end = (x1 + t * (x2 - x1), y1 + t * (y2 - y1))
    items: list[Item] = [Line(x1, y1, *end, pen(token, RUBBER_WIDTH), subject)]
    if t == 1.0:
        items.append(head(x1, y1, x2, y2, token, subject, length=10.0))
    items.append(Ellipse(x1, y1, radius, radius, brush(token, 1.0, "background", 1.25), subject))
    middle = ((x1 + end[0]) / 2, (y1 + end[1]) / 2)
    text = f"{milliseconds(draft.to_us - draft.from_us, 1)} ms"
    box = plate_box(*middle, text, "payload-heavy")
    return [*items, *plate(box, text, "payload-heavy", token, subject)]


def _ends(start: tuple, end: tuple, large: float, small: float) -> list[Item]:
    style = brush("accent", 1.0, "background", 1.25)
    return [
        Ellipse(*start, large, large, style, ("draft", 0)),
        Ellipse(*end, small, small, style, ("draft", 0)),
    ]


def ghost_items(scene: Scene) -> list[Item]:
    """A faint sign where a click would put something, and the time there."""
    ghost, place = scene.view.ghost, scene.place
    if ghost is None or not 0 <= ghost.process < scene.facts.count:
        return []
    if not (place.from_us <= ghost.us <= place.to_us and place.shows_lane(ghost.process)):
        return []
    x, y = place.x_of(ghost.us), place.lanes[ghost.process]
    text = _ghost_text(scene, ghost)
    half = text_width(text, "note") / 2 + 3
    left = min(max(x - half, place.plot.left), place.width - 2 * half)
    return [
        *_sign(scene, ghost.kind, ghost.process, x, y),
        Rect(left, y - 31, 2 * half, 14, brush("background", 0.92), 4.0, ("ghost", 0)),
        Text(left + half, baseline(y - 24, "note"), text, "note", "accent", "middle"),
    ]


def _ghost_text(scene: Scene, ghost: Ghost) -> str:
    """When it would be; of a rollback also from when back, which the end of the run does not say."""
    here = scene.view.time_us
    if ghost.kind != "rollback" or here is None or here >= scene.facts.run.until_us:
        return milliseconds(ghost.us, 1)
    earlier, later = sorted((ghost.us, here))
    return f"{milliseconds(later, 1)} → {milliseconds(earlier, 1)}"


def _sign(scene: Scene, kind: str, process: int, x: float, y: float) -> list[Item]:
    subject = ("ghost", 0)
    if kind == "snapshot":
        token = f"snapshot:{len(scene.facts.trace.snapshots)}"
        sign = diamond(x, y, 8.0, token, subject)
        return [_paper(x, y, 10.0), _faint(sign)]
    if kind == "checkpoint":
        style = brush("background", 1.0, f"process:{process}", 2.0)
        return [_paper(x, y, 8.0), _faint(Rect(x - 6, y - 6, 12, 12, style, 1.5, subject))]
    if kind == "crash":
        return [_paper(x, y, 9.0), cross(x, y, 6.0, pen("orphan", 2.5, (), FAINT), subject)]
    if kind in ("restart", "rollback"):
        whose = process if kind == "restart" else None
        signs = restart_sign(x, y, 7.0, whose, subject, back=kind == "rollback")
        return [_paper(x, y, 9.0), *map(_faint, signs)]
    radius = scene.place.dot + 1.0
    token = "accent" if kind == "message" else f"process:{process}"
    return [_paper(x, y, radius + 2), Ellipse(x, y, radius, radius, brush(token, FAINT), subject)]


def _paper(x: float, y: float, radius: float) -> Item:
    """A patch of background under a faint sign, so that the line does not shine through."""
    return Ellipse(x, y, radius, radius, brush("background", 0.9), ("ghost", 0))


def _faint(item: Rect | Polygon) -> Item:
    return replace(item, style=replace(item.style, opacity=FAINT))
