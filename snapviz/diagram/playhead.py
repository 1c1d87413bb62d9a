"""What changes with the play-head: the veil over the future, the flag, messages on the move."""

from __future__ import annotations

from .axis import axis_labels
from .clockgrips import clock_items
from .cone import cone_of
from .display_list import Item, Line, Polygon, Rect, Text
from .drawncut import drawn_cut_items
from .emphasis import ring, selection_items
from .facts import numbers
from .figures import milliseconds
from .gestures import draft_items, ghost_items
from .glyphs import brush, control_token, diamond, dot, pen
from .hot import hot_items
from .met import words_met
from .scene import Scene, shown
from .trail import trail_items
from .typography import baseline, text_width
from .view import VEIL

FLAG_HEIGHT = 18.0
DOT = 4.5  # radius of a message under way
UNIT_GAP = 9.0  # pixels from the plot to where the unit of the axis ends


def playhead_items(scene: Scene) -> list[Item]:
    """What moves over the still picture; without a play-head no veil, flag and movers."""
    view = scene.view
    is_placed = view.rows is not None and view.time_us is not None
    veil = _veil(scene) if is_placed else []
    chosen = [*trail_items(scene), *drawn_cut_items(scene), *selection_items(scene)]
    items = clock_items(scene)
    # A hidden future hides what is chosen in it; a faint one does not make it faint.
    items += [*chosen, *veil] if view.future == "hidden" else [*veil, *chosen]
    if is_placed:
        items += _here(scene, chosen)
    return [*items, *draft_items(scene), *ghost_items(scene), *hot_items(scene)]


def _here(scene: Scene, chosen: list[Item]) -> list[Item]:
    """The play-head itself and what it meets."""
    view, place = scene.view, scene.place
    items: list[Item] = []
    if place.from_us <= view.time_us <= place.to_us:
        x = round(place.x_of(view.time_us))
        top = place.axis_y + FLAG_HEIGHT / 2
        line = Line(x + 0.5, top, x + 0.5, place.plot.bottom, pen("accent", 1.25))
        words, movers = words_met(scene, x, DOT, chosen), _movers(scene, x)
        # Words have their own ground; where they have stepped aside the line goes over that.
        items += [*words, line, *movers] if view.future == "hidden" else [line, *movers, *words]
        items += _flag(scene, x)
    if view.rows and view.rows - 1 not in view.selected_rows:
        items += ring(scene, view.rows - 1, "accent", 1.5, 3.0)
    return items


def _veil(scene: Scene) -> list[Item]:
    """Background over the time after the play-head."""
    view, place = scene.view, scene.place
    opacity = VEIL[view.future]
    if not opacity or view.time_us >= place.to_us:
        return []
    left = max(place.plot.left, round(place.x_of(view.time_us)) + 1)
    if view.time_us < place.from_us:
        left = place.plot.left - 6
    right = place.width
    style = brush("background", opacity)
    height = place.plot.bottom - place.plot.top
    return [Rect(left, place.plot.top, right - left, height, style, 0.0, ("veil", 0))]


def _flag(scene: Scene, x: float) -> list[Item]:
    """The time on an accent plate in the axis row; axis labels it would cover in part give way."""
    is_timed = scene.facts.run.is_timed
    text = milliseconds(scene.view.time_us, 1) if is_timed else str(scene.view.time_us // 1000)
    place = scene.place
    width = text_width(text, "badge") + 12
    y = place.axis_y
    # At the start it stands beside the unit, not on it.
    left = min(max(x - width / 2, place.plot.left - UNIT_GAP), place.width - width - 2)
    top = y - FLAG_HEIGHT / 2
    tip = top + FLAG_HEIGHT
    items: list[Item] = [
        Rect(label.x - label.half - 2, top, 2 * label.half + 4, FLAG_HEIGHT, brush("background"))
        for label in axis_labels(place, is_timed)
        if label.x - label.half < left + width + 3 and label.x + label.half > left - 3
    ]
    points = ((x - 4, tip - 0.5), (x + 5, tip - 0.5), (x + 0.5, tip + 4.5))
    return [
        *items,
        Polygon(points, brush("accent")),
        Rect(left, top, width, FLAG_HEIGHT, brush("accent"), 4.0, ("play-head", 0)),
        Text(left + width / 2, baseline(y, "badge"), text, "badge", "accent_ink", "middle"),
    ]


def _movers(scene: Scene, x: float) -> list[Item]:
    """A dot or diamond where the play-head meets each message under way."""
    known, place, view = scene.facts, scene.place, scene.view
    messages = shown(known, view.votes, known.under_way(view.rows, view.time_us))
    cone = cone_of(scene)
    if cone is not None:
        messages = messages[cone.holds(messages)]
    if len(messages) > 2000:
        return []
    items: list[Item] = []
    columns = (
        known.source,
        known.target,
        known.sent,
        known.end,
        known.is_control,
        known.trace.message_snapshot,
    )
    rows = [column[messages] for column in columns]
    for source, target, sent, end, is_control, snapshot in zip(*map(numbers, rows), strict=True):
        if end <= sent:
            continue
        t = min((view.time_us - sent) / (end - sent), 1.0)
        y = place.lanes[source] + t * (place.lanes[target] - place.lanes[source])
        if not place.plot.top <= y <= place.plot.bottom:
            continue
        if is_control:
            items.append(diamond(x + 0.5, y, 5.0, control_token(snapshot)))
        else:
            items.append(dot(x + 0.5, y, DOT, f"process:{source}"))
    return items
