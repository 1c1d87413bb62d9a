"""Cards with a heading, as the panels beside the diagram are made of."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

BESIDE = 8
"""Pixels that stay free above and below what is scrolled to."""


def heading(parent: QWidget) -> QLabel:
    """An empty label for the name of a card."""
    label = QLabel(parent)
    label.setProperty("role", "heading")
    return label


def remark(parent: QWidget, name: str = "") -> QLabel:
    """An empty label for a sentence or two in grey."""
    label = QLabel(parent)
    label.setObjectName(name)
    label.setProperty("role", "muted")
    label.setWordWrap(True)
    return label


class CardColumn(QScrollArea):
    """Cards below one another, to be scrolled where the dock is too low for them."""

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        page = QWidget(self)
        page.setProperty("role", "page")
        self.column = QVBoxLayout(page)
        self.column.setContentsMargins(12, 4, 12, 12)
        self.column.setSpacing(8)
        self.setWidget(page)

        # A card that has just been filled gets its place only after the next turns of the loop.
        self._brought: QWidget | None = None
        bar = self.verticalScrollBar()
        bar.rangeChanged.connect(lambda *_: self._bring())
        bar.actionTriggered.connect(lambda _: self.bring(None))

    def bring(self, card: QWidget | None) -> None:
        """Scroll to a card and stay with it while the cards find their places."""
        self._brought = card
        self._bring()

    def _bring(self) -> None:
        if self._brought is None or not self.widget().isAncestorOf(self._brought):
            return
        # Of a text ``ensureWidgetVisible`` shows only the line of its cursor.
        top = self._brought.mapTo(self.widget(), QPoint()).y()
        for y in (top + self._brought.height(), top):
            self.ensureVisible(0, y, 0, BESIDE)

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._brought = None
        super().wheelEvent(event)


def filled_with_cards(panel: QWidget) -> CardColumn:
    """A column of cards that takes a whole panel."""
    cards = CardColumn(panel)
    around = QVBoxLayout(panel)
    around.setContentsMargins(0, 0, 0, 0)
    around.addWidget(cards)
    return cards


class Card(QFrame):
    """A card whose first line is a name and, at its far end, maybe something to choose with."""

    def __init__(self, title: QLabel, aside: QWidget | None = None, parent: QWidget | None = None):
        super().__init__(parent)
        self.setProperty("role", "card")
        head = QHBoxLayout()
        head.setContentsMargins(6, 0, 0, 0)
        head.addWidget(title, 1)
        if aside is not None:
            head.addWidget(aside)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(8, 8, 8, 8)
        self.column.setSpacing(4)
        self.column.addLayout(head)

    def add_button(self, button: QWidget) -> None:
        """A button at the left edge of the words above it."""
        row = QHBoxLayout()
        row.setContentsMargins(6, 2, 6, 2)
        row.addWidget(button)
        row.addStretch(1)
        self.column.addLayout(row)
