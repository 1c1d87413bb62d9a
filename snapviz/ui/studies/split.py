"""Two parts side by side with a hairline between them that can be dragged."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSplitter, QWidget

NARROWEST = 184  # that the right part is made, in pixels
SCROLL_BAR = 14


class Split(QSplitter):
    """The left part has its ``share`` of the width, or what it needs, until the line is dragged."""

    def __init__(self, left: QWidget, right: QWidget, share: float, parent: QWidget | None = None):
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._share = share
        self._dragged = False
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        self.addWidget(left)
        self.addWidget(right)
        self.splitterMoved.connect(lambda *_: setattr(self, "_dragged", True))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self._dragged:
            left = round(self.width() * self._share)
            needed = self._needed() + SCROLL_BAR
            left = max(left, min(needed, self.width() - NARROWEST))
            self.setSizes([left, self.width() - left])

    def _needed(self) -> int:
        """What the left part must have to be seen whole."""
        left = self.widget(0)
        inner = left.widget() if isinstance(left, QScrollArea) else left
        return inner.minimumSizeHint().width()


def scrolled(rows: QWidget, parent: QWidget) -> QScrollArea:
    """Rows that may be more than there is room for."""
    area = QScrollArea(parent)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(rows)
    area.viewport().setAutoFillBackground(False)
    rows.setAutoFillBackground(False)
    return area
