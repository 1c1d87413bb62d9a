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


def rough_still(run, view: View, drawn: Scene | None = None) -> tuple[DisplayList, bool]:
    """`still`, or of many messages only their lines; and whether `still` takes more than a frame.

    Beyond `HEADED` messages a picture is quick again, as they are counted, not drawn.
    ``drawn``: the scene, where it is known already.
    """
    drawn = drawn or scene_of(run, view)
    if drawn is None:
        return still(run, view), False
    is_heavy = not drawn.crowd and HEAVY < len(drawn.messages) <= HEADED
    if is_heavy:
        drawn = CrowdScene(drawn.facts, view, drawn.place, drawn.messages)
    return DisplayList(view.width, view.height, tuple(still_items(drawn))), is_heavy
