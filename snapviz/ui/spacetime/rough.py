"""The still picture of a large run, for the moment: no heads, no words, no soft edges, at once."""

from __future__ import annotations

from snapviz.diagram.cuts import seen_cuts
from snapviz.diagram.display_list import DisplayList
from snapviz.diagram.rigid import is_simple
from snapviz.diagram.scene import (
    STROKES,
    CrowdScene,
    HastyScene,
    Scene,
    counted,
    may_count,
    scene,
    strokes_of,
)
from snapviz.diagram.spacetime import View, still
from snapviz.diagram.still import still_items

HEAVY = 80  # messages in view from which a whole picture takes more than one frame
MANY_SIGNS = 60  # the same of signs of snapshots in a crowd
SIGNS_OF_CUT = 5  # as which a curve with its past counts


def scene_of(run, view: View) -> Scene | None:
    """What is in the picture; None of a run without processes."""
    return scene(run, view) if run is not None and run.trace.process_ids else None


def rough_scene(drawn: Scene | None) -> tuple[Scene | None, bool]:
    """The scene, or one of less: of many messages only their lines; and whether it is that.

    Beyond `HEADED` messages a picture is quick again, as they are counted, not drawn, but for
    the signs of many snapshots.
    """
    if drawn is None:
        return drawn, False
    if not drawn.is_headed:
        less = counted(drawn) if is_long(drawn) else drawn
        return (_hasty(less), True) if _has_many_signs(drawn) else (less, less is not drawn)
    if len(drawn.messages) <= HEAVY:
        return drawn, False
    less = counted(drawn) if _is_long(drawn) else drawn
    shown = less.facts, less.view, less.place, less.messages
    return CrowdScene(*shown, less.crowd, less.tallied), True


def is_long(drawn: Scene) -> bool:
    """Whether following all its messages takes longer than a frame, and they may be counted,
    coarsely, until there is time."""
    return not (drawn.crowd or drawn.is_headed) and _is_long(drawn)


def _is_long(drawn: Scene) -> bool:
    strokes = strokes_of(drawn, len(drawn.messages))
    return strokes > STROKES and may_count(drawn) and is_simple(drawn)


def _has_many_signs(drawn: Scene) -> bool:
    """Whether snapshots have so many recordings and marked messages in view, and nothing has been
    undone, of which a hasty picture knows nothing."""
    known = drawn.facts
    if known.trace.recoveries or known.lives.waits:
        return False
    cuts = seen_cuts(drawn)
    recorded = known.recordings.of(cuts, drawn.known_rows)
    signs = len(recorded.rows) + len(drawn.marked.messages) + SIGNS_OF_CUT * len(cuts)
    return signs > MANY_SIGNS


def _hasty(drawn: Scene) -> HastyScene:
    shown = drawn.facts, drawn.view, drawn.place, drawn.messages
    return HastyScene(*shown, drawn.crowd, drawn.tallied)


def rough_still(run, view: View, drawn: Scene | None = None) -> DisplayList:
    """The picture of such a scene; ``drawn``: the scene, where it is known already."""
    drawn = drawn or rough_scene(scene_of(run, view))[0]
    if drawn is None:
        return still(run, view)
    return DisplayList(view.width, view.height, tuple(still_items(drawn)), not drawn.is_hasty)
