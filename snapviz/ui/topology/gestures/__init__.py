"""What hands do in the topology: one small class for each gesture.

`begin` chooses by the tool and by what is under the pointer. Every gesture that edits ends in
one entry of the history or, by Esc, in none.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF

from .adding import NewProcess
from .band import Band
from .connecting import Connecting
from .held import Held
from .moving import Moving
from .placing import PLACED, Placing
from .sending import Sending

__all__ = ["begin"]


def begin(view, spot: QPointF, handle: int | None = None) -> Held:
    """The gesture that a press begins; ``handle``: the process whose handle was pressed."""
    if handle is not None:
        return Connecting(view, spot, handle)
    found = view.hit(spot)
    if not view.changes:
        return Held(view, spot) if found is not None else Band(view, spot)
    if view.tool == "process" and found is None:
        return NewProcess(view, spot)
    if found is None or found.kind != "process":
        return Band(view, spot)
    if view.tool == "channel":
        return Connecting(view, spot, found.number)
    if view.tool == "message":
        return Sending(view, spot, found.number)
    if view.tool in PLACED:
        return Placing(view, spot, found.number)
    return Moving(view, spot, found.number)
