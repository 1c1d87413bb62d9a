"""The pointer over the topology, with no button down: what it is on, and what a press would do."""

from __future__ import annotations

from math import atan2, hypot, pi

from PySide6.QtCore import QPointF, Qt

from snapviz.diagram.topology_over import (
    HANDLE_REACH,
    LEAST_HANDLED,
    Newcomer,
    handle_at,
)
from snapviz.diagram.view import Hit
from snapviz.diagram.ways import reach_of
from snapviz.scenario import edits

Shape = Qt.CursorShape
RIM = 0.78  # of the radius: from there on it is the rim that one points at
CENTRAL = 0.35  # of the radius: too near to the centre to tell a direction
START_ANGLE = -pi / 4
CURSORS = {
    "handle": Shape.CrossCursor,
    "process": Shape.OpenHandCursor,
    "channel": Shape.PointingHandCursor,
    "message": Shape.PointingHandCursor,
}
ON_PROCESSES = ("channel", "message", "snapshot", "checkpoint", "crash")


class Pointer:
    """Sets off what is under the pointer, and shows the handle to draw channels from."""

    def __init__(self, view):
        self._view = view
        self._angle = START_ANGLE
        self._spot: QPointF | None = None
        self.handle: int | None = None  # the process whose handle the pointer is on

    def at(self, spot: QPointF) -> None:
        """The pointer is here."""
        view = self._view
        self.handle, self._spot = None, QPointF(spot)
        found = view.hit(spot)
        newcomer, rim = None, None
        if view.tool == "select" and view.changes:
            rim = self._rim(spot)
        elif view.tool in ON_PROCESSES and (found is None or found.kind != "process"):
            found = None
        elif view.tool == "process" and found is None:
            name = edits.free_id(view.session.editor.scenario)
            newcomer = Newcomer(spot.x(), spot.y(), name)
        if rim is not None and self._is_on_handle(rim, spot):
            self.handle, found = rim, Hit("handle", rim)
        elif rim is not None and found is None:
            rim = None
        handle = None if rim is None else (rim, self._angle)
        view.show_over(hot=found, handle=handle, newcomer=newcomer)
        self._choose_cursor(found, newcomer is not None)

    def _rim(self, spot: QPointF) -> int | None:
        """The process whose handle is shown: the pointer is on it, or just outside its rim."""
        laid = self._view.laid()
        if laid.where.radius < LEAST_HANDLED:
            return None
        most = max(reach_of(laid.where, laid.rings, p) for p in range(len(laid.rings)))
        process = laid.where.process_at(spot.x(), spot.y(), most + HANDLE_REACH)
        if process is None:
            return None
        x, y = laid.where.centres[process]
        away = hypot(spot.x() - x, spot.y() - y)
        if away > reach_of(laid.where, laid.rings, process) + HANDLE_REACH:
            return None
        if away > CENTRAL * laid.where.radius:
            self._angle = atan2(spot.y() - y, spot.x() - x)
        return process

    def _is_on_handle(self, process: int, spot: QPointF) -> bool:
        """Near the rim; further in one takes hold of the process itself."""
        laid = self._view.laid()
        x, y = laid.where.centres[process]
        away = hypot(spot.x() - x, spot.y() - y)
        if away < RIM * laid.where.radius:
            return False
        place = handle_at(laid, process, self._angle)
        return place is not None and hypot(place[0] - spot.x(), place[1] - spot.y()) <= HANDLE_REACH

    def _choose_cursor(self, found: Hit | None, adds: bool) -> None:
        view = self._view
        if adds:
            view.setCursor(Shape.CrossCursor)
        elif found is None:
            view.unsetCursor()
        elif view.tool in ON_PROCESSES:
            view.setCursor(Shape.CrossCursor)
        else:
            view.setCursor(CURSORS[found.kind] if view.changes else Shape.PointingHandCursor)

    def again(self) -> None:
        """Something moved under the pointer."""
        if self._spot is not None and self._view.gesture is None:
            self.at(self._spot)

    def leave(self) -> None:
        """The pointer is elsewhere, or holds something."""
        self.handle = self._spot = None
        self._view.show_over(hot=None, handle=None, newcomer=None)
        self._view.unsetCursor()
