"""The space-time diagram: time to the right, one line for each process, slanted messages.

A picture is the still part (`snapviz.diagram.still`), over it what is lit of it
(`snapviz.diagram.cone`), and over both what moves with the play-head and the pointer
(`snapviz.diagram.playhead`). The window keeps the first two as they were painted; a file
gets all at once, from the same functions.
"""

from __future__ import annotations

from collections.abc import Callable

from .cone import cone_items
from .display_list import DisplayList, Item, Text
from .hit import hit
from .layout import SpaceTimeLayout, layout
from .pins import pins_known
from .playhead import playhead_items
from .scene import Scene, backdrop, records_shown, scene
from .still import paper, still_items
from .view import GHOSTS, Draft, Ghost, Hit, View, still_view

__all__ = [
    "GHOSTS",
    "Draft",
    "Ghost",
    "Hit",
    "SpaceTimeLayout",
    "View",
    "hit",
    "layout",
    "lit",
    "moving",
    "overlay",
    "spacetime",
    "still",
    "still_key",
    "still_view",
]


def spacetime(run, view: View) -> DisplayList:
    """The whole picture of a run; ``run`` None gives an empty one."""
    if run is None or not run.trace.process_ids:
        return _empty(view)
    drawn = scene(run, view)
    items = (*still_items(drawn), *cone_items(drawn), *playhead_items(drawn))
    return DisplayList(view.width, view.height, items)


def still(run, view: View) -> DisplayList:
    """The part that stays while the play-head moves, as long as `still_key` is the same."""
    if run is None or not run.trace.process_ids:
        return _empty(view)
    return DisplayList(view.width, view.height, tuple(still_items(scene(run, view))))


def lit(run, view: View) -> DisplayList:
    """The causal past and future of ``view.cone_row``, which stay as long as the still part."""
    return _over(run, view, cone_items)


def moving(run, view: View) -> DisplayList:
    """The part that moves with the play-head and the pointer."""
    return _over(run, view, playhead_items)


def overlay(run, view: View) -> DisplayList:
    """All that lies over the still part: `lit`, then `moving`."""
    items = (*lit(run, view).items, *moving(run, view).items)
    return DisplayList(view.width, view.height, items)


def _over(run, view: View, make: Callable[[Scene], list[Item]]) -> DisplayList:
    if run is None or not run.trace.process_ids:
        return DisplayList(view.width, view.height, ())
    return DisplayList(view.width, view.height, tuple(make(backdrop(run, view))))


def still_key(run, view: View) -> tuple:
    """Equal keys mean equal still parts, for views that differ in the play-head only."""
    if run is None or not run.trace.process_ids:
        return ()
    behind = backdrop(run, view)
    return (*records_shown(behind), len(pins_known(behind))) if view.pins else records_shown(behind)


def _empty(view: View) -> DisplayList:
    text = view.translate("No processes yet")
    words = Text(view.width / 2, view.height / 2, text, "empty", "muted", "middle")
    return DisplayList(view.width, view.height, (paper(view), words))
