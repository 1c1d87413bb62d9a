"""Another style sheet for a window that people are using: part by part, seen all at once.

Qt gives every widget below a style sheet its look in one go, some 450 of them for the whole
application. Here each part of the window carries the sheet, and gets another in a turn of the
event loop of its own; when all that is seen has changed, each is painted in a turn of its own.
"""

from __future__ import annotations

from time import perf_counter

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QDockWidget, QMainWindow, QWidget
from shiboken6 import isValid

SLICE_S = 0.008
SPLITTER = "qt_qmainwindow_extended_splitter"  # Qt's, over each separator: it draws nothing
LARGE = 50  # widgets in a part
CHILDREN = Qt.FindChildOption.FindDirectChildrenOnly


class Dressing(QObject):
    """Every direct child of the window wears the sheet, dialogs and tab bars to come included."""

    def __init__(self, window: QMainWindow, frame: str):
        super().__init__(window)
        self._window = window
        self._sheet = self._of_docks = ""
        self._veiled: list[QWidget] = []
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._go_on)
        # Colours of the frame come from the palette: another sheet would reach every widget.
        window.setStyleSheet(frame)
        window.installEventFilter(self)

    @property
    def under_way(self) -> bool:
        """Whether some part still looks as before."""
        return self._timer.isActive()

    def change(self, sheet: str, of_docks: str) -> None:
        """Another look for all parts, within some turns of the event loop."""
        self._sheet, self._of_docks = sheet, of_docks
        style = self._window.style()
        style.unpolish(self._window)
        style.polish(self._window)
        if self._window.isVisible():
            self.repaint()
        else:
            for part in self._undressed():
                self._put_on(part)

    def repaint(self) -> None:
        """All parts will look different, in the sheet they wear: paint one after the other."""
        if self._window.isVisible():
            self._veil()
            self._timer.start()

    def _go_on(self) -> None:
        until_s = perf_counter() + SLICE_S
        left = self._undressed()
        for number in range(len(left)):
            if number and len(left[0].findChildren(QWidget)) > LARGE:
                break  # it takes a turn by itself
            self._put_on(left.pop(0))
            if perf_counter() >= until_s:
                break
        if self._veiled and not any(part.isVisible() for part in left):
            self._unveil()
        elif not left:
            self._timer.stop()

    def _veil(self) -> None:
        """Nothing of the old look mixes with the new one."""
        parts = self._window.findChildren(QWidget, options=CHILDREN)
        seen = [part for part in parts if part.isVisible() and part not in self._veiled]
        for part in seen:
            part.setUpdatesEnabled(False)
        self._veiled += seen

    def _unveil(self) -> None:
        """Paint the next part; many in one turn would take long."""
        part = self._veiled.pop()
        if isValid(part):
            part.setUpdatesEnabled(True)

    def _sheet_of(self, part: QWidget) -> str:
        if part.objectName() == SPLITTER:
            return ""
        return self._of_docks if isinstance(part, QDockWidget) else self._sheet

    def _put_on(self, part: QWidget) -> None:
        sheet = self._sheet_of(part)
        if part.styleSheet() != sheet:
            part.setStyleSheet(sheet)

    def _undressed(self) -> list[QWidget]:
        """Those in sight first."""
        parts = self._window.findChildren(QWidget, options=CHILDREN)
        left = [part for part in parts if part.styleSheet() != self._sheet_of(part)]
        return sorted(left, key=lambda part: not part.isVisible())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A part that is shown for the first time is dressed."""
        if event.type() == QEvent.Type.ChildPolished and isinstance(event.child(), QWidget):
            self._put_on(event.child())
        return False
