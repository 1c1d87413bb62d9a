"""What a crowded picture shows anew when it is panned: all the rest only moves by whole columns.

Messages, events and the grid keep to columns by themselves. Cuts, recordings, checkpoints and
messages that a snapshot marks lie between pixels, but by whole columns they move as well, as long
as each picture has them at the same place within a pixel. What makes room for others does not.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from .axis import axis_texts, clock_tick_items, grid_items
from .crowd import crowd_items
from .cuts import badge_items, curve_items, record_items, tint_items
from .display_list import Item
from .footer import legend_items
from .geometry import Box
from .hasty import hasty_signs
from .lanes import event_items, label_boxes, line_items
from .lattice import lattice
from .layout import title_height
from .marks import mark_items
from .messages import laid_out, marked_items
from .rigid import is_plain, is_rigid
from .scene import LOST_WIDTH, Scene, part
from .still import paper, steps
from .view import still_view

MARGIN = 3  # columns: the outermost of a picture do not hold all that happens in them
WIDE_MARGIN = 48  # the same where there are signs, which come and go as a whole
WIDEST_SIGN = 12  # pixels from the middle of one to its edge
STRIP = 96  # columns that are painted at a time
OVERHANG = 5  # pixels by which what is on a line may reach out of the plot


Strip = tuple[int, int]  # the first column, and the one after the last


@dataclass(frozen=True, slots=True)
class Panned:
    """How one picture becomes another.

    What is in ``moving`` moves ``columns`` pixels to the right; after that each of the
    ``parts`` is painted anew, from the paper up. They are apart, as a painter is fast in one box.
    """

    moving: Box
    columns: int
    parts: tuple[tuple[Box, list[Item]], ...]


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
    if before.is_headed or after.is_headed or before.is_hasty != after.is_hasty:
        return None
    if is_plain(before) and is_plain(after):
        return _panned(after, columns)
    if not is_rigid(first or before, before, after):
        return None
    return _panned_with(before, after, columns)


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
    parts = [(Box(0, title_height(view), view.width, top), _words(drawn))]
    for left, right in _strips(drawn, columns, MARGIN):
        box = Box(plot.left + left, top, plot.left + right, bottom)
        parts.append((box, _items(drawn, (left, right))))
    return Panned(moving, columns, tuple(parts))


def _panned_with(before: Scene, drawn: Scene, columns: int) -> Panned:
    """With signs, which may reach out of the plot at its sides but not above or below."""
    plot, view = drawn.place.plot, drawn.view
    top, bottom = plot.top, plot.bottom + OVERHANG
    moving = Box(plot.left, top, plot.left + lattice(drawn.place).columns, bottom)
    names = [*badge_items(drawn), *label_boxes(drawn)]
    parts = [_above(drawn, names)]
    left, right = strips = _strips(drawn, columns, WIDE_MARGIN)
    boxes = (
        Box(0, top, plot.left + left[1], bottom),
        Box(plot.left + right[0], top, view.width, bottom),
    )
    tints = tint_items(drawn)
    curves = [] if drawn.is_hasty else curve_items(drawn)
    for strip, box in zip(strips, boxes, strict=True):
        signs = _Signs.of(drawn, strip, tints, curves)
        parts.append((box, [*_items(drawn, strip, signs), *names]))
    legend = legend_items(drawn, []) if view.legend else []
    if legend and legend != legend_items(before, []):
        parts.append(_below(drawn, legend))
    return Panned(moving, columns, tuple(parts))


def _above(drawn: Scene, names: list[Item]) -> tuple[Box, list[Item]]:
    view = drawn.view
    box = Box(0, title_height(view), view.width, drawn.place.plot.top)
    return box, [*_words(drawn), *names]


def _below(drawn: Scene, legend: list[Item]) -> tuple[Box, list[Item]]:
    view = drawn.view
    box = Box(0, drawn.place.plot.bottom + OVERHANG, view.width, view.height)
    return box, [paper(view), *legend]


def strips(drawn: Scene) -> Iterator[tuple[Box, list[Item]]]:
    """A crowded picture with no signs but those that move with it, as `Panned.parts`: what is to be
    painted over a rough one, a few columns after the others."""
    plot, view, count = drawn.place.plot, drawn.view, lattice(drawn.place).columns
    names = [*badge_items(drawn), *label_boxes(drawn)]
    yield _above(drawn, names)
    tints, curves = tint_items(drawn), curve_items(drawn)
    for first in range(0, count, STRIP):
        strip = first, min(first + STRIP, count)
        left = 0 if first == 0 else plot.left + first
        right = view.width if strip[1] == count else plot.left + strip[1]
        signs = _Signs.of(drawn, strip, tints, curves)
        box = Box(left, plot.top, right, plot.bottom + OVERHANG)
        yield box, [*_items(drawn, strip, signs), *names]
    if view.legend:
        yield _below(drawn, legend_items(drawn, []))


def _strips(drawn: Scene, columns: int, margin: int) -> tuple[Strip, Strip]:
    """The columns that were not in the picture, or are not there as a whole."""
    count = lattice(drawn.place).columns
    return (0, margin + max(columns, 0)), (count - margin + min(columns, 0), count)


@dataclass(frozen=True, slots=True)
class _Signs:
    """What lies under the messages, between them and the events, and over both."""

    under: Sequence[Item] = ()
    between: Sequence[Item] = ()
    over: Sequence[Item] = ()

    @classmethod
    def of(cls, drawn: Scene, strip: Strip, tints: list[Item], curves: list[Item]) -> _Signs:
        """``tints`` and ``curves`` of the whole picture, and the other signs in some columns."""
        if drawn.is_hasty:
            some = part(drawn, strip[0] - WIDEST_SIGN, strip[1] + WIDEST_SIGN)
            return cls(tints, [], [*hasty_signs(some), *mark_items(drawn)])
        marks = marked_items(drawn, laid_out(drawn, _touching(drawn, strip)))
        records = record_items(drawn, _within(drawn, strip, WIDEST_SIGN))
        return cls(tints, [*curves, *marks], [*records, *mark_items(drawn)])


def _touching(drawn: Scene, strip: Strip) -> np.ndarray:
    """int64: the marked messages that may reach into some columns."""
    chosen = drawn.marked.messages
    left, right = (drawn.place.plot.left + column for column in strip)
    from_x, to_x = (drawn.place.x_of(us[chosen]) for us in (drawn.facts.sent, drawn.facts.rest))
    to_x = np.maximum(to_x, from_x + LOST_WIDTH)
    return chosen[(from_x <= right + WIDEST_SIGN) & (to_x >= left - WIDEST_SIGN)]


def _within(drawn: Scene, strip: Strip, slack: float) -> Callable[[float], bool]:
    """Tells of a place along the time, in pixels, whether it is in some columns."""
    left, right = (drawn.place.plot.left + column for column in strip)
    return lambda x: left - slack <= x <= right + slack


def _items(drawn: Scene, strip: Strip, signs: _Signs = _Signs()) -> list[Item]:
    """As in `snapviz.diagram.still`, of what there is in such a picture; no crowd but in a strip."""
    some = part(drawn, strip[0] - MARGIN, strip[1] + MARGIN)
    items = [paper(drawn.view), *signs.under, *grid_items(drawn.place)]
    # A stroke is one pixel wide, around the middle of one.
    items += clock_tick_items(drawn.facts, drawn.place, _within(drawn, strip, 1))
    items += [*line_items(some), *crowd_items(some), *signs.between, *event_items(some)]
    return [*items, *signs.over]


def _words(drawn: Scene) -> list[Item]:
    return [paper(drawn.view), *axis_texts(drawn.place, steps(drawn))]
