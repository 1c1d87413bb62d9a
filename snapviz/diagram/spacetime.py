"""The space-time diagram: time to the right, one line for each process, slanted messages.

A picture is the still part (`still_items`) and, over it, what moves with the play-head
(`snapviz.diagram.playhead`). The window caches the first and paints the second; a file
gets both at once, from the same functions.
"""

from __future__ import annotations

from .axis import axis_items, clock_tick_items
from .cuts import badge_items, badge_obstacles, curve_items, record_items, tint_items
from .display_list import DisplayList, Item, Rect, Text
from .footer import caption_items, legend_items
from .glyphs import brush
from .hit import Hit, hit
from .labels import label_items
from .lanes import event_items, label_boxes, note_items, process_lines
from .layout import MARGIN, SpaceTimeLayout, View, layout
from .messages import arrow_items, arrows
from .playhead import playhead_items
from .scene import Scene, backdrop, scene
from .typography import baseline, elided

__all__ = [
    "Hit",
    "SpaceTimeLayout",
    "View",
    "hit",
    "layout",
    "overlay",
    "spacetime",
    "still",
    "still_key",
]


def spacetime(run, view: View) -> DisplayList:
    """The whole picture of a run; ``run`` None gives an empty one."""
    if run is None or not run.trace.process_ids:
        return _empty(view)
    drawn = scene(run, view)
    items = (*still_items(drawn), *playhead_items(drawn))
    return DisplayList(view.width, view.height, items)


def still(run, view: View) -> DisplayList:
    """The part that stays while the play-head moves, as long as `still_key` is the same."""
    if run is None or not run.trace.process_ids:
        return _empty(view)
    return DisplayList(view.width, view.height, tuple(still_items(scene(run, view))))


def overlay(run, view: View) -> DisplayList:
    """The part that moves with the play-head."""
    if run is None or not run.trace.process_ids:
        return DisplayList(view.width, view.height, ())
    return DisplayList(view.width, view.height, tuple(playhead_items(backdrop(run, view))))


def still_key(run, view: View) -> tuple:
    """Equal keys mean equal still parts, for views that differ in the play-head only."""
    if run is None or not run.trace.process_ids:
        return ()
    drawn = backdrop(run, view)
    numbers = range(len(drawn.facts.records))
    return tuple((len(drawn.records(n)), drawn.is_complete(n)) for n in numbers)


def still_items(drawn: Scene) -> list[Item]:
    """Drawn from the paper up: grid, past, lines, messages, cuts, events, words."""
    place, view = drawn.place, drawn.view
    laid = arrows(drawn)
    plain, marked = arrow_items(drawn, laid)
    items: list[Item] = [_paper(view)]
    items += tint_items(drawn)
    items += axis_items(place)
    items += clock_tick_items(drawn.facts, place)
    items += process_lines(drawn)
    items += plain
    items += curve_items(drawn)
    items += marked
    items += event_items(drawn)
    items += record_items(drawn)
    taken = badge_obstacles(drawn)
    words = label_items(drawn, laid, taken)
    items += note_items(drawn, taken)
    items += words
    items += badge_items(drawn)
    items += label_boxes(drawn)
    if view.title:
        items.append(_title(view, place))
    if view.legend:
        items += legend_items(drawn, laid)
    if view.caption:
        items += caption_items(drawn)
    return items


def _paper(view: View) -> Item:
    return Rect(0, 0, view.width, view.height, brush("background"))


def _title(view: View, place: SpaceTimeLayout) -> Item:
    title = elided(view.title, "title", view.width - 2 * MARGIN)
    return Text(MARGIN, baseline(place.title_y, "title"), title, "title", "ink")


def _empty(view: View) -> DisplayList:
    text = view.translate("No processes yet")
    words = Text(view.width / 2, view.height / 2, text, "empty", "muted", "middle")
    return DisplayList(view.width, view.height, (_paper(view), words))
