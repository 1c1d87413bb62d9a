"""The page to choose from: the shipped scenarios as cards, and a file of one's own."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from snapviz.ui.examples import Example, shipped_examples
from snapviz.ui.tour.offer import TourOffer

CARD_WIDTH = 250
CARD_HEIGHT = 92
SPACING = 12


class ExampleCard(QPushButton):
    """A shipped scenario: its title, and the one thing it teaches."""

    def __init__(self, example: Example, parent: QWidget):
        super().__init__(parent)
        self.example = example
        self.setProperty("role", "card")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(example.title)
        self.setAccessibleDescription(example.teaches)
        self.setMinimumWidth(CARD_WIDTH)
        policy = QSizePolicy.Policy
        self.setSizePolicy(policy.Expanding, policy.MinimumExpanding)
        title, teaches = QLabel(example.title, self), QLabel(example.teaches, self)
        title.setProperty("role", "heading")
        teaches.setProperty("role", "muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(4)
        for label in (title, teaches):
            label.setWordWrap(True)
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        column.addWidget(title)
        column.addWidget(teaches, 1)

    def sizeHint(self) -> QSize:
        return QSize(CARD_WIDTH, CARD_HEIGHT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)


class StartPage(QScrollArea):
    """Signals: ``example_chosen`` (an ``Example``), ``new_wanted``, ``file_wanted``, ``left``."""

    example_chosen = Signal(object)
    new_wanted = Signal()
    file_wanted = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self.setObjectName("page.start")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self._title = QLabel(self)
        self._title.setStyleSheet("font-size: 22px; font-weight: 600;")
        self._lead = QLabel(self)
        self._lead.setWordWrap(True)
        self.tour_offer = TourOffer("card", self)
        self._new = QPushButton(self)
        self._new.setObjectName("page.start.new")
        self._new.clicked.connect(self.new_wanted)
        self._open = QPushButton(self)
        self._open.setDefault(True)
        self._open.clicked.connect(self.file_wanted)
        self._back = QPushButton(self)
        self._back.clicked.connect(self.left)
        self._cards = [ExampleCard(example, self) for example in shipped_examples()]
        for card in self._cards:
            card.clicked.connect(lambda _=False, e=card.example: self.example_chosen.emit(e))
        self._columns = 0
        self._build()
        self.retranslate()

    def _build(self) -> None:
        page = QWidget(self)
        page.setProperty("role", "page")
        self._grid = QGridLayout()
        self._grid.setSpacing(SPACING)
        buttons = QHBoxLayout()
        buttons.addWidget(self._new)
        buttons.addWidget(self._open)
        buttons.addWidget(self._back)
        buttons.addStretch(1)
        column = QVBoxLayout(page)
        column.setContentsMargins(40, 36, 40, 36)
        column.setSpacing(8)
        column.addWidget(self._title)
        column.addWidget(self._lead)
        column.addWidget(self.tour_offer)
        column.addSpacing(14)
        column.addLayout(self._grid)
        column.addSpacing(18)
        column.addLayout(buttons)
        column.addStretch(1)
        self.setWidget(page)

    def set_document_open(self, is_open: bool) -> None:
        """Offer the way back to the diagram, if there is one."""
        self._back.setVisible(is_open)

    def resizeEvent(self, event) -> None:
        super().resizeEvent(event)
        room = self.viewport().width() - 80 + SPACING
        columns = max(min(room // (CARD_WIDTH + SPACING), 3), 1)
        if columns != self._columns:
            self._columns = columns
            for index, card in enumerate(self._cards):
                self._grid.addWidget(card, index // columns, index % columns)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not self._back.isHidden():
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        self._title.setText(self.tr("What would you like to see?"))
        self._lead.setText(
            self.tr("Each example shows one thing. Pick one, open a file, or draw your own.")
        )
        self._new.setText(self.tr("New scenario"))
        self._open.setText(self.tr("Open a file…"))
        self._back.setText(self.tr("Back to the diagram"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
