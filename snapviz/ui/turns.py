"""Work that many parts of a window have at once: one part in each turn of the event loop.

Timers of their own would not do: all that are due fire in the same turn.
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
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._go_on)

    def add(self, owner: QWidget, act: Callable[[], None]) -> None:
        """Do it in a turn to come, unless ``owner`` is gone by then; once if added twice."""
        if (owner, act) not in self._waiting:
            self._waiting.append((owner, act))
            self._timer.start()

    def _go_on(self) -> None:
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
