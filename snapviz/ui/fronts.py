"""Which dock of several at one place comes to the front when the one there is hidden."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QDockWidget, QMainWindow


class Fronts(QObject):
    """Brings back the one that was in front before; left alone, Qt takes the neighbour."""

    def __init__(self, window: QMainWindow, docks: list[QDockWidget]):
        super().__init__(window)
        self._window = window
        self._latest: list[QDockWidget] = []  # in front once, the latest last
        self._heirs: list[QDockWidget] = []
        self._gone: QDockWidget | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._bring)
        for dock in docks:
            dock.visibilityChanged.connect(lambda seen, dock=dock: self._note(dock, seen))

    def _note(self, dock: QDockWidget, seen: bool) -> None:
        if seen:
            self._latest = [*(other for other in self._latest if other is not dock), dock]
        elif dock.isHidden() and dock in self._latest and not self._soon.isActive():
            # What Qt shows in its place is noted only after this.
            self._latest.remove(dock)
            self._gone = dock
            self._heirs = list(self._latest)
            self._soon.start()

    def _bring(self) -> None:
        if self._gone is None or not self._gone.isHidden() or not self._latest:
            # What was away for a moment only is where it was.
            return
        shown = self._latest[-1]
        place = [shown, *self._window.tabifiedDockWidgets(shown)]
        heirs = [dock for dock in self._heirs if dock in place and not dock.isHidden()]
        if heirs and heirs[-1].visibleRegion().isEmpty():
            heirs[-1].raise_()
