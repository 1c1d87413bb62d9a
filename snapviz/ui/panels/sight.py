"""Whether a panel can be seen: a dock behind another tab is moved aside, but not hidden."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QDockWidget, QWidget


class Sight(QObject):
    """Watches one panel, in a dock or not. ``appeared``: it can be seen from now on."""

    appeared = Signal()
    vanished = Signal()

    def __init__(self, panel: QWidget):
        super().__init__(panel)
        self._panel = panel
        self._dock: QDockWidget | None = None
        panel.installEventFilter(self)

    @property
    def seen(self) -> bool:
        """The panel is on the screen, as far as this window goes."""
        if not self._panel.isVisible():
            return False
        dock = self._dock
        if dock is None or dock.isWindow():
            return True
        place = dock.geometry()
        return place.right() >= 0 and place.bottom() >= 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ParentChange:
            self._join()
        elif event.type() == QEvent.Type.Show and self.seen:
            # All docks of a place are shown at once; those behind tell when they come in front.
            self.appeared.emit()
        return False

    def _join(self) -> None:
        parent = self._panel.parentWidget()
        if self._dock is not None:
            self._dock.visibilityChanged.disconnect(self._change)
        self._dock = parent if isinstance(parent, QDockWidget) else None
        if self._dock is not None:
            self._dock.visibilityChanged.connect(self._change)

    def _change(self, visible: bool) -> None:
        if visible:
            self.appeared.emit()
        else:
            self.vanished.emit()
