"""What a crowded picture shows anew when it is panned: all the rest only moves by whole columns.

Messages, events and the grid keep to columns by themselves. Cuts, recordings, checkpoints and
messages that a snapshot marks lie between pixels, but by whole columns they move as well, as long
as each picture has them at the same place within a pixel. What makes room for others does not.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from .axis import axis_texts, clock_tick_items, grid_items
from .crowd import crowd_items
from .cuts import badge_items, curve_items, record_items, tint_items
from .display_list import Item
from .footer import legend_items
from .geometry import Box
from .lanes import event_items, label_boxes, line_items
from .lattice import lattice
from .layout import title_height
from .marks import mark_items
from .messages import Arrow, arrows, marked_items
from .rigid import is_plain, is_rigid
from .scene import Scene, part
from .still import paper, steps
from .view import still_view

MARGIN = 3  # columns: the outermost of a picture do not hold all that happens in them
WIDE_MARGIN = 48  # the same where there are signs, which come and go as a whole
OVERHANG = 5  # pixels by which what is on a line may reach out of the plot


Strip = tuple[int, int]  # the first column, and the one after the last


@dataclass(frozen=True, slots=True)
class Panned:
    """How one picture becomes another.

    What is in ``moving`` moves ``columns`` pixels to the right; after that each of the
    ``parts``, some boxes, is painted anew, from the paper up.
    """

    moving: Box
    columns: int
    parts: tuple[tuple[tuple[Box, ...], list[Item]], ...]


def panned(before: Scene, after: Scene, first: Scene | None = None) -> Panned | None:
    """How the one still picture becomes the other; None: it has to be painted as a whole.

    ``first``: the one that was painted as a whole, from which ``before`` was made by moving it.
    """
    old, new = lattice(before.place), lattice(after.place)
    columns = old.first - new.first
    if not _only_time_differs(before, after) or abs(columns) + 4 * WIDE_MARGIN > new.columns:
        return None
    if bool(before.crowd) != bool(after.crowd):
        return None
    was, laid = arrows(before), arrows(after)
    if is_plain(before, was) and is_plain(after, laid):
        return _panned(after, columns)
    if not is_rigid(first or before, before, after, [*was, *laid]):
        return None
    is_same = not after.view.legend or legend_items(before, was) == legend_items(after, laid)
    return _panned_with(after, columns, laid, is_same)


def _only_time_differs(before: Scene, after: Scene) -> bool:
    old, new = still_view(before.view), still_view(after.view)
    same_time = replace(old, from_us=new.from_us, to_us=new.to_us)
    return before.facts is after.facts and same_time == new and _scale(before) == _scale(after) < 1


def _scale(drawn: Scene) -> float:
    return drawn.place.scale


def _panned(drawn: Scene, columns: int) -> Panned:
    """Of nothing but lines, messages and events."""
    plot, view = drawn.place.plot, drawn.view
    top, bottom = plot.top - OVERHANG, plot.bottom + OVERHANG
    moving = Box(plot.left, top, plot.left + lattice(drawn.place).columns, bottom)
    strips = _strips(drawn, columns, MARGIN)
    words = (Box(0, title_height(view), view.width, top),), _words(drawn)
    boxes = tuple(Box(plot.left + left, top, plot.left + right, bottom) for left, right in strips)
    return Panned(moving, columns, (words, (boxes, _items(drawn, strips))))


def _panned_with(drawn: Scene, columns: int, laid: list[Arrow], same_legend: bool) -> Panned:
    """With signs, which may reach out of the plot at its sides but not above or below."""
    plot, view = drawn.place.plot, drawn.view
    top, bottom = plot.top, plot.bottom + OVERHANG
    moving = Box(plot.left, top, plot.left + lattice(drawn.place).columns, bottom)
    names = [*badge_items(drawn), *label_boxes(drawn)]
    above = (Box(0, title_height(view), view.width, top),), [*_words(drawn), *names]
    left, right = strips = _strips(drawn, columns, WIDE_MARGIN)
    boxes = (
        Box(0, top, plot.left + left[1], bottom),
        Box(plot.left + right[0], top, view.width, bottom),
    )
    parts = [above, (boxes, [*_items(drawn, strips, _Signs.of(drawn, laid)), *names])]
    if not same_legend:
        below = Box(0, bottom, view.width, view.height)
        parts.append(((below,), [paper(view), *legend_items(drawn, laid)]))
    return Panned(moving, columns, tuple(parts))


def _strips(drawn: Scene, columns: int, margin: int) -> tuple[Strip, Strip]:
    """The columns that were not in the picture, or are not there as a whole."""
    count = lattice(drawn.place).columns
    return (0, margin + max(columns, 0)), (count - margin + min(columns, 0), count)


@dataclass(frozen=True, slots=True)
class _Signs:
    """What lies under the messages, between them and the events, and over both."""

    under: tuple[Item, ...] = ()
    between: tuple[Item, ...] = ()
    over: tuple[Item, ...] = ()

    @classmethod
    def of(cls, drawn: Scene, laid: list[Arrow]) -> _Signs:
        between = (*curve_items(drawn), *marked_items(drawn, laid))
        over = (*record_items(drawn), *mark_items(drawn))
        return cls(tuple(tint_items(drawn)), between, over)


def _items(drawn: Scene, strips: tuple[Strip, Strip], signs: _Signs = _Signs()) -> list[Item]:
    """As in `snapviz.diagram.still`, of what there is in such a picture; no crowd but in strips."""
    some = [part(drawn, first - MARGIN, after + MARGIN) for first, after in strips]
    left = drawn.place.plot.left
    # A stroke is one pixel wide, around the middle of one.
    ends = [(left + first - 1, left + after + 1) for first, after in strips]
    items = [paper(drawn.view), *signs.under, *grid_items(drawn.place)]
    items += clock_tick_items(
        drawn.facts, drawn.place, lambda x: any(x1 <= x <= x2 for x1, x2 in ends)
    )
    items += [item for one in some for item in line_items(one)]
    items += [item for one in some for item in crowd_items(one)]
    items += signs.between
    items += [item for one in some for item in event_items(one)]
    return [*items, *signs.over]


def _words(drawn: Scene) -> list[Item]:
    return [paper(drawn.view), *axis_texts(drawn.place, steps(drawn))]
