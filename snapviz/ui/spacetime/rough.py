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


def rough_still(run, view: View) -> tuple[DisplayList, bool]:
    """`still`, or of many messages only their lines; and whether `still` takes more than a frame.

    Beyond `HEADED` messages a picture is quick again, as they are counted, not drawn.
    """
    if run is None or not run.trace.process_ids:
        return still(run, view), False
    drawn = scene(run, view)
    count = len(drawn.messages)
    is_heavy = not drawn.crowd and HEAVY < count <= HEADED
    if is_heavy and count > ARROWS:
        drawn = RoughScene(drawn.facts, view, drawn.place, drawn.messages)
    return DisplayList(view.width, view.height, tuple(still_items(drawn))), is_heavy
