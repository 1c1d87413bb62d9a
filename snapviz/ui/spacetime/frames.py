"""At most one costly answer to the mouse in each frame."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

FRAME_MS = 16


class Frames(QObject):
    """Of what is asked for within a frame only the last is done, at its end."""

    def __init__(self, parent: QObject | None = None):
        super().__init__(parent)
        self._waiting: Callable[[], None] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(FRAME_MS)
        self._timer.timeout.connect(self.flush)

    def request(self, act: Callable[[], None]) -> None:
        """Do it now, or when the frame is over in which something was done already."""
        self._waiting = act
        if not self._timer.isActive():
            self.flush()

    def flush(self) -> None:
        """Do now what is waiting."""
        act, self._waiting = self._waiting, None
        if act is not None:
            act()
            self._timer.start()

    def drop(self) -> None:
        """Forget what is waiting."""
        self._waiting = None
        self._timer.stop()
