"""The topology widget: processes, channels and what travels on them."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from snapviz.diagram.display_list import DisplayList
from snapviz.diagram.theme import LIGHT, Theme
from snapviz.diagram.topology import topology
from snapviz.render.application import ensure_application
from snapviz.render.painter import paint
from snapviz.ui.spacetime.words import translated


class TopologyView(QWidget):
    """``view.topology``. Times are integer microseconds."""

    def __init__(self, theme: Theme = LIGHT, parent: QWidget | None = None):
        super().__init__(parent)
        ensure_application()
        self.setObjectName("view.topology")
        self.setAccessibleName(self.tr("Topology"))
        self.setAccessibleDescription(
            self.tr("Processes, the channels between them, and the messages on their way")
        )
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(180, 160)
        self._theme = theme
        self._run = None
        self._rows = 0
        self._time_us = 0

    def sizeHint(self) -> QSize:
        return QSize(330, 330)

    def set_run(self, run) -> None:
        """Show another run (None: empty)."""
        self._run = run
        if run is not None:
            self._rows = min(self._rows, run.trace.row_count)
            self._time_us = min(self._time_us, run.until_us)
        self.update()

    def set_position(self, rows: int, time_us: int) -> None:
        """Show the system at ``time_us`` with ``rows`` trace rows passed."""
        if (rows, time_us) != (self._rows, self._time_us):
            self._rows, self._time_us = rows, time_us
            self.update()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def picture(self) -> DisplayList:
        """What the widget shows."""
        size = (self.width(), self.height())
        return topology(self._run, self._rows, self._time_us, *size, translated)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint(self.picture(), painter, self._theme)
        painter.end()
