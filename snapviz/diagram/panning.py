"""What a crowded picture shows anew when it is panned: all the rest only moves by whole columns.

That is so as long as the picture has nothing but lines, messages and events: a cut or a note
keeps its place between pixels, or makes room for others.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from .axis import axis_texts, clock_tick_items, grid_items
from .crowd import crowd_items
from .cuts import badge_items, curve_items, record_items, tint_items
from .display_list import Item
from .geometry import Box
from .lanes import event_items, process_lines
from .lattice import lattice
from .layout import title_height
from .marks import mark_items, outage_items
from .messages import arrows
from .recoveries import hatched_items, recovery_items
from .scene import Scene, part
from .still import paper, steps
from .view import still_view

MARGIN = 3  # columns: the outermost of a picture do not hold all that happens in them
OVERHANG = 5  # pixels by which what is on a line may reach out of the plot
OTHERS = (
    *(tint_items, hatched_items, outage_items, curve_items, recovery_items),
    *(record_items, mark_items, badge_items),
)


@dataclass(frozen=True, slots=True)
class Panned:
    """How one picture becomes another.

    What is in ``moving`` moves ``columns`` pixels to the right; after that each of the
    ``parts`` is painted anew, from the paper up.
    """

    moving: Box
    columns: int
    parts: tuple[tuple[Box, list[Item]], ...]


def panned(before: Scene, after: Scene) -> Panned | None:
    """How the one still picture becomes the other; None: it has to be painted as a whole."""
    old, new = lattice(before.place), lattice(after.place)
    columns = old.first - new.first
    if not _only_time_differs(before, after) or abs(columns) + 2 * MARGIN > new.columns:
        return None
    if bool(before.crowd) != bool(after.crowd) or not (_is_plain(before) and _is_plain(after)):
        return None
    left, right = MARGIN + max(columns, 0), new.columns - MARGIN + min(columns, 0)
    return _panned(after, columns, (0, left), (right, new.columns))


def _only_time_differs(before: Scene, after: Scene) -> bool:
    old, new = still_view(before.view), still_view(after.view)
    same_time = replace(old, from_us=new.from_us, to_us=new.to_us)
    return before.facts is after.facts and same_time == new and _scale(before) == _scale(after) < 1


def _scale(drawn: Scene) -> float:
    return drawn.place.scale


def _is_plain(drawn: Scene) -> bool:
    """Whether it has nothing but lines, messages and events, and the usual legend."""
    known = drawn.facts
    if drawn.is_headed or drawn.view.caption or known.loses:
        return False
    if known.is_control[drawn.messages].any() or arrows(drawn):
        return False
    return not any(items(drawn) for items in OTHERS)


def _panned(drawn: Scene, columns: int, *strips: tuple[int, int]) -> Panned:
    """``strips``: the columns that were not in the picture, or are not there as a whole."""
    plot, view = drawn.place.plot, drawn.view
    top, bottom = plot.top - OVERHANG, plot.bottom + OVERHANG
    moving = Box(plot.left, top, plot.left + lattice(drawn.place).columns, bottom)
    parts = [(Box(0, title_height(view), view.width, top), _words(drawn))]
    for first, after in strips:
        box = Box(plot.left + first, top, plot.left + after, bottom)
        parts.append((box, _items(part(drawn, first - MARGIN, after + MARGIN))))
    return Panned(moving, columns, tuple(parts))


def _items(drawn: Scene) -> list[Item]:
    """As in `snapviz.diagram.still`, of what there is in such a picture."""
    items = [paper(drawn.view), *grid_items(drawn.place)]
    items += clock_tick_items(drawn.facts, drawn.place)
    return [*items, *process_lines(drawn), *crowd_items(drawn), *event_items(drawn)]


def _words(drawn: Scene) -> list[Item]:
    return [paper(drawn.view), *axis_texts(drawn.place, steps(drawn))]
