"""For a projector: the diagram alone, in large type."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QEvent, QObject, Qt
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

    @property
    def active(self) -> bool:
        return bool(self._hidden)

    def begin(self) -> None:
        if self.active:
            return
        window = self._window
        parts = [*window.dock.values(), window.toolbar, window.menuBar(), window.statusBar()]
        self._hidden = [part for part in parts if not part.isHidden()]
        self._was_full = window.isFullScreen()
        self._docks = window.saveState()
        for part in self._hidden:
            part.hide()
        self._central.view.set_type_scale(TYPE_SCALE)
        window.showFullScreen()
        window.installEventFilter(self)

    def end(self) -> None:
        if not self.active:
            return
        hidden, self._hidden = self._hidden, []
        self._window.removeEventFilter(self)
        self._central.view.set_type_scale(1.0)
        if not self._was_full:
            self._window.showNormal()
        for part in hidden:
            part.show()
        # Shown one by one, docks forget which tab was in front and how high they were.
        self._window.restoreState(self._docks)
        self._window.proportions.balance()

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
