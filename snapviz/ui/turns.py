"""Work that many parts of a window have at once: one part in each turn of the event loop.

Timers of their own would not do: all that are due fire in the same turn. Every other turn is
left to painting, so that what one part changed is not painted while the next one works.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

CHILDREN = Qt.FindChildOption.FindDirectChildrenOnly


class Turns(QObject):
    """The queue of one window, first come, first served."""

    def __init__(self, window: QWidget):
        super().__init__(window)
        self._waiting: list[tuple[QWidget, Callable[[], None]]] = []
        self._paints = True
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._go_on)

    @property
    def busy(self) -> bool:
        """Whether something waits for its turn."""
        return bool(self._waiting)

    def add(self, owner: QWidget, act: Callable[[], None]) -> None:
        """Do it in a later turn, unless ``owner`` is gone by then; once if added twice."""
        if (owner, act) not in self._waiting:
            self._waiting.append((owner, act))
            if not self._timer.isActive():
                self._paints = True
                self._timer.start()

    def _go_on(self) -> None:
        paints, self._paints = self._paints, not self._paints
        if paints:
            return
        owner, act = self._waiting.pop(0)
        if not self._waiting:
            self._timer.stop()
        if isValid(owner):
            act()


def in_turn(owner: QWidget, act: Callable[[], None]) -> None:
    """Let a part of a window do something in a turn of the event loop of its own."""
    window = owner.window()
    turns = window.findChild(Turns, options=CHILDREN) or Turns(window)
    turns.add(owner, act)
