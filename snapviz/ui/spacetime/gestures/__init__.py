"""What hands do in the space-time diagram: one small class for each gesture.

`begin` chooses by the tool and by what is under the pointer. Every gesture ends in one
entry of the history or, by Esc, in none.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF

from snapviz.diagram.spacetime import Hit
from snapviz.ui.gestures import Gesture

from .arrival import Arrival
from .choosing import Choosing
from .clock import ClockAtStart, ClockSetting
from .cut_point import CutPoint
from .message import NewMessage
from .moving import MovedAction, action_under
from .pan import Pan
from .placing import PLACED, Placing, ghost_at
from .playhead import DragPlayhead

WITH_SIGNS = ("message", *PLACED)

__all__ = ["WITH_SIGNS", "begin", "ghost_at"]


def begin(view, spot: QPointF) -> Gesture:
    """The gesture that a press at a place of the diagram begins."""
    if view.choice_at(spot) is not None:
        return Choosing(view, spot)
    if view.takes_playhead(spot):
        return DragPlayhead(view, spot)
    found = view.hit(spot, heads=True)
    if found is not None and found.kind == "cut":
        return CutPoint(view, spot, found.number)
    if not view.changes:
        return Pan(view, spot)
    line = view.line_at(spot)
    if line is not None and view.tool in PLACED:
        return Placing(view, spot)
    if line is not None and view.tool == "message":
        return NewMessage(view, spot, line)
    return _held(view, spot, found) or Pan(view, spot)


def _held(view, spot: QPointF, found: Hit | None) -> Gesture | None:
    """What the hand takes hold of; nothing while the picture lags behind the scenario."""
    if found is None or not view.in_step:
        return None
    if found.kind == "process":
        return NewMessage(view, spot, found.number)
    if found.kind == "head":
        return Arrival(view, spot, found.number)
    if found.kind == "clock":
        return ClockAtStart(view, spot, found.number)
    index = action_under(view.run, found)
    if index is None:
        return None
    kind = ClockSetting if found.kind == "clock-set" else MovedAction
    return kind(view, spot, index)
