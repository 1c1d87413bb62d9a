"""Whether all of a crowded picture moves as one when it is panned by whole columns."""

from __future__ import annotations

from .cuts import (
    badge_items,
    badges,
    curve_items,
    cut_pieces,
    is_inside,
    record_items,
    seen_cuts,
    tint_items,
)
from .lattice import lattice
from .marks import mark_items, outage_items
from .messages import laid_out
from .recoveries import hatched_items, recovery_items
from .scene import Scene

NEAR = 1 / 256  # of a pixel, which makes no edge lighter or darker
LABELLED_SPACING = 13.0  # pixels between lines from which marked messages have words
WIDEST_BADGE = 40.0  # pixels from its centre to its edge
OTHERS = (
    *(tint_items, hatched_items, outage_items, curve_items, recovery_items),
    *(record_items, mark_items, badge_items),
)


def is_plain(drawn: Scene) -> bool:
    """Whether it has nothing but lines, messages and events, and the usual legend."""
    known = drawn.facts
    if drawn.is_headed or drawn.view.caption or known.loses:
        return False
    if drawn.tallied or known.is_control[drawn.messages].any() or len(drawn.marked.messages):
        return False
    # Quicker than to draw them.
    return not seen_cuts(drawn) and not any(items(drawn) for items in OTHERS)


def is_rigid(first: Scene, before: Scene, after: Scene) -> bool:
    """Whether signs keep their places among the messages, with nothing that gives way to others.

    ``first``: the picture that was painted as a whole.
    """
    if any(drawn.is_headed for drawn in (before, after)) or not is_simple(after):
        return False
    if abs(_phase(first) - _phase(after)) > NEAR or _cuts(before) != _cuts(after):
        return False
    if not _badges_move(before, after):
        return False
    return after.is_hasty or all(map(_marks_move, (before, after)))


def is_simple(drawn: Scene) -> bool:
    """No words in the plot, no lines that end, no line that is scrolled to the edge."""
    trace, lives, place = drawn.facts.trace, drawn.facts.lives, drawn.place
    if drawn.view.caption or place.overflow or lives.outages or lives.waits:
        return False
    if trace.recoveries or trace.decisions or trace.remarks or trace.partitions:
        return False
    return place.spacing < LABELLED_SPACING or not len(drawn.facts.marked.messages)


def _phase(drawn: Scene) -> float:
    """Where the columns lie within the pixels."""
    return drawn.place.from_us * drawn.place.scale - lattice(drawn.place).first


def _cuts(drawn: Scene) -> set[tuple[int, int]]:
    """Which cuts, or pieces of them, lie in the plot as a whole: they are drawn in another way."""
    return {
        (number, piece)
        for number in seen_cuts(drawn)
        for piece, points in enumerate(cut_pieces(drawn, number))
        if is_inside(points, drawn.place.plot)
    }


def _badges_move(before: Scene, after: Scene) -> bool:
    """Whether badges keep their places beside their cuts."""
    sides = [{badge.number: badge for badge in badges(drawn)} for drawn in (before, after)]
    shift = (before.place.from_us - after.place.from_us) * after.place.scale
    both = sides[0].keys() & sides[1].keys()
    return all(abs(sides[1][number].x - sides[0][number].x - shift) < NEAR * 4 for number in both)


def _marks_move(drawn: Scene) -> bool:
    """Dashes begin where a line does, and the edge of the plot cuts that off."""
    laid = laid_out(drawn, drawn.marked.messages[~drawn.marked.is_solid])
    return all(arrow.visible == (0.0, 1.0) for arrow in laid)
