"""What is open and where it is saved, at the far end of the menu bar."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QApplication, QLabel, QMenuBar

MENU_PADDING = 30  # pixels around the words of each menu


@lru_cache(maxsize=4)
def _taken(menus: str, font: str) -> int:
    """Pixels that the menus take. Layouts ask many times over, and measuring text is slow."""
    used = QFont()
    used.fromString(font)
    figures = QFontMetrics(used)
    words = menus.replace("&", "").split("\n")
    return sum(figures.horizontalAdvance(word) + MENU_PADDING for word in words)


class CornerTitle(QLabel):
    """Takes the room its words need, and shortens them where the menus leave less."""

    def __init__(self, bar: QMenuBar):
        super().__init__(bar)
        self._bar = bar
        self._words = ""
        self.setObjectName("title")
        self.setProperty("role", "muted")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setContentsMargins(0, 8, 16, 6)

    @property
    def words(self) -> str:
        """The whole title, shortened or not."""
        return self._words

    def setText(self, words: str) -> None:
        """Show another title."""
        if words == self._words:
            return
        self._words = words
        self.setToolTip(words)
        # The bar gives its corner another size only when it is resized itself.
        QApplication.sendEvent(self._bar, QResizeEvent(self._bar.size(), self._bar.size()))
        self._fit()

    def sizeHint(self) -> QSize:
        # Asked where a menu lies, the bar would ask for this very size.
        menus = "\n".join(action.text() for action in self._bar.actions())
        room = self._bar.width() - _taken(menus, self._bar.font().toString()) - MENU_PADDING
        wanted = self.fontMetrics().horizontalAdvance(self._words) + self._margins() + 2
        return QSize(max(min(wanted, room), 0), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _margins(self) -> int:
        margins = self.contentsMargins()
        return margins.left() + margins.right()

    def _fit(self) -> None:
        room = self.width() - self._margins()
        elide = Qt.TextElideMode.ElideRight
        super().setText(self.fontMetrics().elidedText(self._words, elide, room))
