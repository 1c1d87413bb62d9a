"""The still picture of a large run, for the moment: no heads, no words, at once."""

from __future__ import annotations

from snapviz.diagram.display_list import DisplayList
from snapviz.diagram.scene import HEADED, Scene, scene
from snapviz.diagram.spacetime import View, still
from snapviz.diagram.still import still_items

ARROWS = 80  # messages up to which nothing is left out
HEAVY = 80  # messages in view from which a whole picture takes more than one frame


class RoughScene(Scene):
    """A scene with less in it than there would be time to look at."""

    @property
    def is_labelled(self) -> bool:
        return False

    @property
    def is_headed(self) -> bool:
        return False


def is_heavy(run, view: View) -> bool:
    """Whether `still` takes so long that something should be seen before.

    Beyond `HEADED` messages a picture is quick again, as they are counted, not drawn.
    """
    if run is None or not run.trace.process_ids:
        return False
    drawn = scene(run, view)
    return not drawn.crowd and HEAVY < len(drawn.messages) <= HEADED


def rough_still(run, view: View) -> DisplayList:
    """`still`, or of many messages in view only their lines."""
    drawn = scene(run, view) if run is not None and run.trace.process_ids else None
    if drawn is None or drawn.crowd or len(drawn.messages) <= ARROWS:
        return still(run, view)
    rough = RoughScene(drawn.facts, view, drawn.place, drawn.messages)
    return DisplayList(view.width, view.height, tuple(still_items(rough)))
