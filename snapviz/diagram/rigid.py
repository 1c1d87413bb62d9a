"""Whether all of a crowded picture moves as one when it is panned by whole columns."""

from __future__ import annotations

from .cuts import (
    badge_items,
    badges,
    curve_items,
    cut_pieces,
    is_beyond,
    is_inside,
    record_items,
    tint_items,
)
from .display_list import Point
from .lattice import lattice
from .marks import mark_items, outage_items
from .messages import Arrow
from .recoveries import hatched_items, recovery_items
from .scene import Scene

NEAR = 1 / 256  # of a pixel, which makes no edge lighter or darker
LABELLED_SPACING = 13.0  # pixels between lines from which marked messages have words
WIDEST_BADGE = 40.0  # pixels from its centre to its edge
OTHERS = (
    *(tint_items, hatched_items, outage_items, curve_items, recovery_items),
    *(record_items, mark_items, badge_items),
)


def is_plain(drawn: Scene, laid: list[Arrow]) -> bool:
    """Whether it has nothing but lines, messages and events, and the usual legend.

    ``laid``: its `arrows`.
    """
    known = drawn.facts
    if drawn.is_headed or drawn.view.caption or known.loses:
        return False
    if laid or known.is_control[drawn.messages].any():
        return False
    # Quicker than to draw them.
    if any(not is_beyond(points, drawn.place.plot, -1) for points in _pieces(drawn)):
        return False
    return not any(items(drawn) for items in OTHERS)


def is_rigid(first: Scene, before: Scene, after: Scene, laid: list[Arrow]) -> bool:
    """Whether signs keep their places among the messages, with nothing that gives way to others.

    ``first``: the picture that was painted as a whole. ``laid``: the `arrows` of the other two.
    """
    if any(drawn.is_headed for drawn in (before, after)) or not _is_simple(after):
        return False
    if abs(_phase(first) - _phase(after)) > NEAR or _cuts(before) != _cuts(after):
        return False
    if not _badges_move(before, after):
        return False
    return all(_moves(arrow) for arrow in laid if arrow.mark)


def _is_simple(drawn: Scene) -> bool:
    """No words in the plot, no lines that end, no line that is scrolled to the edge."""
    trace, lives, place = drawn.facts.trace, drawn.facts.lives, drawn.place
    if drawn.view.caption or place.overflow or lives.outages or lives.waits:
        return False
    if trace.recoveries or trace.decisions or trace.remarks or trace.partitions:
        return False
    return place.spacing < LABELLED_SPACING or not len(drawn.facts.marked)


def _phase(drawn: Scene) -> float:
    """Where the columns lie within the pixels."""
    return drawn.place.from_us * drawn.place.scale - lattice(drawn.place).first


def _cuts(drawn: Scene) -> list[bool]:
    """Which cuts lie in the plot as a whole: those are drawn in another way."""
    return [is_inside(points, drawn.place.plot) for points in _pieces(drawn)]


def _pieces(drawn: Scene) -> list[list[Point]]:
    numbers = range(len(drawn.facts.records))
    return [points for number in numbers for points in cut_pieces(drawn, number)]


def _badges_move(before: Scene, after: Scene) -> bool:
    """Whether badges keep their places beside their cuts."""
    sides = [{badge.number: badge for badge in badges(drawn)} for drawn in (before, after)]
    shift = (before.place.from_us - after.place.from_us) * after.place.scale
    both = sides[0].keys() & sides[1].keys()
    return all(abs(sides[1][number].x - sides[0][number].x - shift) < NEAR * 4 for number in both)


def _moves(arrow: Arrow) -> bool:
    """Dashes begin where a line does, and the edge of the plot cuts that off."""
    if arrow.visible == (0.0, 1.0):
        return True
    return arrow.mark.kind in ("caught", "orphan") and len(arrow.mark.snapshots) == 1
