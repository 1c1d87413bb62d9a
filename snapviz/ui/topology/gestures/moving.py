"""Drag a process, or all selected ones, to other places."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPointF, Qt

from snapviz.diagram.display_list import Point
from snapviz.scenario import edits
from snapviz.ui.selection import ProcessItem
from snapviz.ui.wording import filled
from snapviz.ui.words import listed

from .held import Held, Modifiers

SNAP = 5.0  # pixels
ADDING = Modifiers.ControlModifier | Modifiers.ShiftModifier


class Moving(Held):
    """Snaps to the height of the others, and to the line above them; not with Alt."""

    cursor = Qt.CursorShape.ClosedHandCursor

    def __init__(self, view, pressed: QPointF, process: int):
        super().__init__(view, pressed)
        self._process = process
        self._selected = self.selection.items
        self._place = view.where()
        self._moving: list[int] = []

    def start(self) -> None:
        self.view.setCursor(self.cursor)

    def drag(self, where: QPointF, modifiers: Modifiers) -> None:
        if not self._moving:
            self._take_hold(modifiers)
        dx, dy = self._offset(where)
        guides: list[tuple[float, float, float, float]] = []
        if not modifiers & Modifiers.AltModifier:
            dx, dy, guides = self._snapped(dx, dy)
        centres = self._place.centres
        self.view.set_moved({p: (centres[p][0] + dx, centres[p][1] + dy) for p in self._moving})
        self.view.show_over(guides=tuple(guides))

    def _take_hold(self, modifiers: Modifiers) -> None:
        """What is selected moves along; a process that is not becomes the selection."""
        item = ProcessItem(self.ids[self._process])
        if item not in self._selected:
            kept = self._selected if modifiers & ADDING else ()
            self.selection.set(*kept, item)
        number = {name: process for process, name in enumerate(self.ids)}
        chosen = (number.get(i.id) for i in self.selection.of(ProcessItem))
        self._moving = sorted(process for process in chosen if process is not None)

    def _offset(self, where: QPointF) -> Point:
        """How far they go: the hand's way, as far as all of them stay in sight."""
        xs = [self._place.centres[process][0] for process in self._moving]
        ys = [self._place.centres[process][1] for process in self._moving]
        way = where - self.pressed
        width, height = self.view.width(), self.view.height()
        dx = min(max(way.x(), -min(xs)), width - max(xs))
        dy = min(max(way.y(), -min(ys)), height - max(ys))
        return dx, dy

    def _snapped(self, dx: float, dy: float) -> tuple[float, float, list]:
        """The offset that brings the process in line with others, and the lines."""
        centres = self._place.centres
        x, y = centres[self._process][0] + dx, centres[self._process][1] + dy
        others = [c for p, c in enumerate(centres) if p not in self._moving]
        guides = []
        near_x = min(others, key=lambda other: abs(other[0] - x), default=None)
        near_y = min(others, key=lambda other: abs(other[1] - y), default=None)
        if near_x is not None and abs(near_x[0] - x) <= SNAP:
            dx += near_x[0] - x
            guides.append((near_x[0], 0.0, near_x[0], float(self.view.height())))
        if near_y is not None and abs(near_y[1] - y) <= SNAP:
            dy += near_y[1] - y
            guides.append((0.0, near_y[1], float(self.view.width()), near_y[1]))
        return dx, dy, guides

    def release(self, where: QPointF, modifiers: Modifiers) -> None:
        shown = self.view.where().centres
        places = {self.ids[p]: self._place.position_of(*shown[p]) for p in self._moving}
        if len(self._moving) == 1:
            others = [p for p in range(len(shown)) if p != self._process]
            spot = self._place.apart(*shown[self._process], others)
            places = {self.ids[self._process]: self._place.position_of(*spot)}
        text = QCoreApplication.translate("TopologyView", "Move %1")
        names = [self.ids[process] for process in self._moving]
        self.editor.edit(lambda s: edits.moved(s, places), filled(text, listed(names)))

    def cancel(self) -> None:
        super().cancel()
        if self._moving:
            self.selection.set(*self._selected)
