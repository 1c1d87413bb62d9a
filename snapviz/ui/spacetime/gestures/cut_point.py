"""Drag a point of the hand-drawn cut along its process line."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt

from snapviz.diagram.spacetime import Hit
from snapviz.ui.gestures import Gesture


class CutPoint(Gesture):
    """The verdict follows; the cut is no part of the scenario, so nothing is to be undone."""

    cursor = Qt.CursorShape.SizeHorCursor

    def __init__(self, view, pressed: QPointF, process: int):
        super().__init__(view, pressed)
        self._process = process
        self._before = view.view().hand_cut
        place = view.place()
        self._grip = place.x_of(self._before[process]) - pressed.x()

    def drag(self, where: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        times = self.view.view().hand_cut
        if times is None or self._process >= len(times):
            return
        at = QPointF(where.x() + self._grip, where.y())
        changed = list(times)
        changed[self._process] = self.view.us_at(at, modifiers)
        self.view.show_over(hot=Hit("cut", self._process))
        self.view.frames.request(lambda: self.view.set_cut_times(tuple(changed)))

    def drop(self, where: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        self.drag(where, modifiers)
        self.view.frames.flush()

    def cancel(self) -> None:
        self.view.frames.drop()
        self.view.set_cut_times(self._before)
