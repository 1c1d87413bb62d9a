"""A strip above the diagram: what to look for, how much of it there is, on and back."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QWidget

from snapviz.diagram.figures import grouped
from snapviz.diagram.theme import Theme
from snapviz.ui.actions import Actions
from snapviz.ui.buttons import ToolButton
from snapviz.ui.icons import icon
from snapviz.ui.wording import filled


class SearchStrip(QWidget):
    """``wanted``: the words as they are written; ``stepped``: 1 on, -1 back."""

    wanted = Signal(str)
    stepped = Signal(int)
    close_wanted = Signal()

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self.setObjectName("searchStrip")
        self.setProperty("role", "strip")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.field = QLineEdit(self)
        self.field.setObjectName("searchStrip.field")
        self.field.setMaximumWidth(420)
        self.told = QLabel(self)
        self.told.setObjectName("searchStrip.told")
        self.told.setProperty("role", "muted")
        self._title = QLabel(self)
        self._title.setBuddy(self.field)
        self._close = ToolButton(self, "small")
        self._close.setObjectName("searchStrip.close")
        self._close.setIconSize(QSize(16, 16))
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(12, 6, 10, 6)
        self._row.setSpacing(8)
        for widget in (self._title, self.field, self.told):
            self._row.addWidget(widget, 8 if widget is self.field else 0)
        self._row.addStretch(1)
        self._row.addWidget(self._close)
        self.field.textChanged.connect(self.wanted)
        self._close.clicked.connect(self.close_wanted)
        self.hide()
        self.retranslate()

    def offer(self, actions: Actions) -> None:
        """Buttons for the window's own commands to go on and back."""
        for place, name in ((3, "findPrevious"), (4, "findNext")):
            self._row.insertWidget(place, ToolButton(self, "small", actions[name]))

    def set_theme(self, theme: Theme) -> None:
        self._close.setIcon(icon("close", theme.ink, theme.channel))

    def begin(self) -> None:
        """Show it, with what was looked for last to be written over."""
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def tell(self, place: int | None, count: int | None) -> None:
        """Which one is shown, from 1, and how many there are; None: nothing is looked for."""
        if count is None:
            text = ""
        elif not count:
            text = self.tr("none found")
        elif place is None:
            text = filled(self.tr("%1 found"), grouped(count))
        else:
            text = filled(self.tr("%1 of %2"), grouped(place), grouped(count))
        self.told.setText(text)

    def tell_preparing(self) -> None:
        """All events are still being put into words."""
        self.told.setText(self.tr("preparing…"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, back = event.key(), event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.stepped.emit(-1 if back else 1)
        elif key == Qt.Key.Key_Escape:
            self.close_wanted.emit()
        else:
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        self._title.setText(self.tr("Find events"))
        self.field.setAccessibleName(self.tr("Words of the events to be found"))
        self.field.setPlaceholderText(self.tr("words of an event, a message or a process"))
        self._close.setAccessibleName(self.tr("Close the search"))
        self._close.setToolTip(self.tr("Close the search (Esc)"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
