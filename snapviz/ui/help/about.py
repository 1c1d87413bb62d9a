"""What this program is: a small window."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

import snapviz
from snapviz.ui.icons import application_icon
from snapviz.ui.wording import filled


class About(QObject):
    """Opens the window; each time anew, in the language of the moment."""

    def __init__(self, window: QWidget):
        super().__init__(window)
        self._window = window

    def show(self) -> None:
        dialog = QDialog(self._window)
        dialog.setObjectName("dialog.about")
        dialog.setWindowTitle(self.tr("About snapviz"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        card = QFrame(dialog)
        card.setProperty("role", "card")
        card.setLayout(self._content())
        close = QPushButton(self.tr("Close"), dialog)
        close.setDefault(True)
        close.clicked.connect(dialog.close)
        column = QVBoxLayout(dialog)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(card)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        dialog.show()

    def _content(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(20, 16, 20, 16)
        row.setSpacing(18)
        picture, words = QLabel(), QLabel()
        picture.setPixmap(application_icon().pixmap(64, 64))
        version = filled(self.tr("Version %1"), snapviz.__version__)
        says = self.tr("See how a distributed system takes a snapshot of itself.")
        terms = self.tr("Free software under the MIT licence. Typeface: Inter (SIL OFL).")
        words.setText(f"<h3>snapviz</h3><p>{version}</p><p>{says}</p><p>{terms}</p>")
        words.setWordWrap(True)
        words.setMinimumWidth(320)
        row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(words, 1)
        return row
