"""Whether a person who is here for the first time would like the tour; nothing waits for the answer."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from snapviz.ui.settings import Settings


class TourOffer(QFrame):
    """A line of words and two buttons. ``role``: how it looks, ``strip`` or ``card``."""

    taken = Signal()
    declined = Signal()

    def __init__(self, role: str, parent: QWidget | None = None):
        super().__init__(parent)
        self.setObjectName(f"tour.offer.{role}")
        self.setProperty("role", role)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._text = QLabel(self)
        self._text.setWordWrap(True)
        self._take, self._decline = QPushButton(self), QPushButton(self)
        self._take.setObjectName("tour.take")
        self._take.setDefault(True)
        self._decline.setObjectName("tour.decline")
        self._take.clicked.connect(lambda: self.taken.emit())
        self._decline.clicked.connect(lambda: self.declined.emit())
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 12, 8)
        row.setSpacing(8)
        row.addWidget(self._text, 1)
        row.addWidget(self._take)
        row.addWidget(self._decline)
        self.hide()
        self.retranslate()

    def retranslate(self) -> None:
        self._text.setText(self.tr("New here? Take your first snapshot in under a minute."))
        self._take.setText(self.tr("Take the tour"))
        self._decline.setText(self.tr("No, thanks"))
        self.setAccessibleName(self.tr("The tour"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


class Offers(QObject):
    """Shows offers until the tour is taken or declined, now or at an earlier start."""

    taken = Signal()
    settled = Signal()

    def __init__(self, settings: Settings, parent: QObject | None = None):
        super().__init__(parent)
        self._settings = settings

    def show(self, offer: TourOffer) -> None:
        """One more place to ask at; called once for each."""
        offer.taken.connect(self.taken)
        offer.declined.connect(self.settle)
        self.settled.connect(offer.hide)
        offer.setVisible(not self._settings.is_tour_settled)

    def settle(self) -> None:
        """It need not be asked again."""
        self._settings.is_tour_settled = True
        self.settled.emit()
