"""The still picture of a large run, for the moment: fewer strokes, no heads, at once."""

from __future__ import annotations

import numpy as np

from snapviz.diagram.display_list import DisplayList
from snapviz.diagram.scene import Scene, scene
from snapviz.diagram.spacetime import View, still
from snapviz.diagram.still import still_items

ARROWS = 200  # messages up to which nothing is left out
STROKES = 800  # of more than these an even selection is drawn
HEAVY = 400  # messages in view from which a whole picture takes more than one frame


class RoughScene(Scene):
    """A scene with less in it than there would be time to look at."""

    @property
    def is_labelled(self) -> bool:
        return False

    @property
    def is_headed(self) -> bool:
        return False


def is_heavy(run, view: View) -> bool:
    """Whether `still` takes so long that something should be seen before."""
    has_lines = run is not None and bool(run.trace.process_ids)
    return has_lines and len(scene(run, view).messages) > HEAVY


def rough_still(run, view: View) -> DisplayList:
    """`still`, or of many messages in view only some, as plain strokes."""
    drawn = scene(run, view) if run is not None and run.trace.process_ids else None
    if drawn is None or len(drawn.messages) <= ARROWS:
        return still(run, view)
    kept = drawn.messages
    if len(kept) > STROKES:
        kept = kept[np.linspace(0, len(kept) - 1, STROKES).astype(np.int64)]
    rough = RoughScene(drawn.facts, view, drawn.place, kept, drawn.left_out)
    return DisplayList(view.width, view.height, tuple(still_items(rough)))
