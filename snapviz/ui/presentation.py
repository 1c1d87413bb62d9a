"""For a projector: the diagram alone, in large type."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QByteArray, QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMainWindow, QWidget

from snapviz.ui.central import CentralArea

TYPE_SCALE = 1.6


class Presentation(QObject):
    """Puts everything but the diagram and the transport aside, and back."""

    def __init__(self, window: QMainWindow, central: CentralArea):
        super().__init__(window)
        self._window = window
        self._central = central
        self._hidden: list[QWidget] = []
        self._docks = QByteArray()
        self._was_full = False
        self._steps: list[Callable[[], object]] = []
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._go_on)

    @property
    def active(self) -> bool:
        return bool(self._hidden)

    def begin(self) -> None:
        if self.active:
            return
        self._finish()
        window = self._window
        parts = [*window.dock.values(), window.toolbar, window.menuBar(), window.statusBar()]
        self._hidden = [part for part in parts if not part.isHidden()]
        self._was_full = window.isFullScreen()
        self._docks = window.saveState()
        window.setUpdatesEnabled(False)
        window.proportions.presents = True
        for part in self._hidden:
            part.hide()
        window.showFullScreen()
        window.installEventFilter(self)
        self._take([lambda: self._central.view.set_type_scale(TYPE_SCALE)])

    def end(self) -> None:
        """Bring everything back, a bit in each turn of the event loop, seen when all is there."""
        if not self.active:
            return
        self._finish()
        hidden, self._hidden = self._hidden, []
        window = self._window
        window.removeEventFilter(self)
        window.setUpdatesEnabled(False)
        if not self._was_full:
            window.showNormal()
        steps = [
            *(part.show for part in hidden),
            # Shown one by one, docks forget which tab was in front and how high they were.
            self._restore_docks,
            window.proportions.balance,
            lambda: self._central.view.set_type_scale(1.0),
        ]
        self._take(steps)

    def _restore_docks(self) -> None:
        self._window.restoreState(self._docks)
        self._window.proportions.presents = False

    @property
    def under_way(self) -> bool:
        """Whether something is still to come or to go."""
        return bool(self._steps)

    def _take(self, steps: list[Callable[[], object]]) -> None:
        """Do this in the next turns, after what is still to be done; then it is seen."""
        self._steps += [*steps, lambda: self._window.setUpdatesEnabled(True)]
        self._timer.start()

    def _finish(self) -> None:
        while self._steps:
            self._go_on()

    def _go_on(self) -> None:
        if self._steps:
            self._steps.pop(0)()
        if not self._steps:
            self._timer.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Esc leads back, unless something else wanted it."""
        if (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
        ):
            self._window.actions_["present"].trigger()
            return True
        return False
