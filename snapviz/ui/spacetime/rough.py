"""The still picture of a large run, for the moment: no heads, no words, at once."""

from __future__ import annotations

from snapviz.diagram.display_list import DisplayList
from snapviz.diagram.scene import HEADED, CrowdScene, Scene, scene
from snapviz.diagram.spacetime import View, still
from snapviz.diagram.still import still_items

HEAVY = 80  # messages in view from which a whole picture takes more than one frame


def scene_of(run, view: View) -> Scene | None:
    """What is in the picture; None of a run without processes."""
    return scene(run, view) if run is not None and run.trace.process_ids else None


def rough_scene(drawn: Scene | None) -> tuple[Scene | None, bool]:
    """The scene, or of many messages one of only their lines; and whether it is that.

    Beyond `HEADED` messages a picture is quick again, as they are counted, not drawn.
    """
    if drawn is None or drawn.crowd or not HEAVY < len(drawn.messages) <= HEADED:
        return drawn, False
    return CrowdScene(drawn.facts, drawn.view, drawn.place, drawn.messages), True


def rough_still(run, view: View, drawn: Scene | None = None) -> DisplayList:
    """The picture of such a scene; ``drawn``: the scene, where it is known already."""
    drawn = drawn or rough_scene(scene_of(run, view))[0]
    if drawn is None:
        return still(run, view)
    return DisplayList(view.width, view.height, tuple(still_items(drawn)))
