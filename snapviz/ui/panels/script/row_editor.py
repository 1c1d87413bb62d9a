"""The editor of one cell: the fields of an action that stand in its column."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QWidget,
)

from snapviz.scenario.model import Action, Scenario
from snapviz.ui.buttons import RETURNS
from snapviz.ui.fields.line import LineField
from snapviz.ui.panels.script.schema import ActionField, fields_of
from snapviz.ui.panels.script.words import kind_word
from snapviz.ui.wording import filled

translate = QCoreApplication.translate
MOST_IN_ROW = 2
ASIDE = 4
Put = Callable[[Action, str], str]


class RowEditor(QWidget):
    """Edits some fields of one action as a whole; ``put`` makes the edit or says why not.

    Enter commits and Esc gives up; leaving it commits too. What is refused leaves it open, with
    the reason at the field. ``closed`` carries how many cells to go on (Tab: 1, Shift+Tab: -1).
    """

    closed = Signal(int)

    def __init__(self, action: Action, column: int, scenario: Scenario, put: Put, parent: QWidget):
        super().__init__(parent)
        self._action, self._scenario, self._put = action, scenario, put
        self.is_done = False
        self.setProperty("role", "cellEditor")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.fields: list[tuple[ActionField, QWidget]] = [
            (field, self._made(field)) for field in fields_of(action, column)
        ]
        self.is_form = len(self.fields) > MOST_IN_ROW
        self._arrange()
        if self.is_form:
            # A form may be taller than the table, so it lies over the window.
            self.setParent(parent.window())
        self._reason = self._made_reason(self.parentWidget())
        self.setFocusProxy(self.fields[0][1])
        for child in self.findChildren(QWidget):
            child.installEventFilter(self)

    def _made(self, field: ActionField) -> QWidget:
        editor = field.make(self)
        editor.setObjectName(f"script.{field.name}")
        editor.setProperty("role", "cell")
        unit = f", {field.unit}" if field.unit else ""
        editor.setAccessibleName(f"{field.word()}{unit}")
        if field.choices is not None:
            editor.set_choices(field.choices(self._scenario))
        editor.set_value(field.read(self._action))
        return editor

    def _arrange(self) -> None:
        if self.is_form:
            form = QFormLayout(self)
            form.setContentsMargins(10, 8, 10, 8)
            form.setVerticalSpacing(4)
            for field, editor in self.fields:
                label = QLabel(field.word(), self)
                label.setProperty("role", "muted")
                form.addRow(label, editor)
            return
        row = QHBoxLayout(self)
        row.setContentsMargins(1, 1, 1, 1)
        row.setSpacing(3)
        for _, editor in self.fields:
            row.addWidget(editor, 1)

    def _made_reason(self, parent: QWidget) -> QLabel:
        """What is wrong, said beside the editor."""
        reason = QLabel(parent)
        reason.setObjectName("script.reason")
        reason.setProperty("role", "reason")
        reason.setWordWrap(True)
        reason.hide()
        self.destroyed.connect(reason.deleteLater)
        for _, editor in self.fields:
            editor.refused.connect(self._tell)
        return reason

    def _tell(self, words: str) -> None:
        """Show the reason under the editor, or above where there is no room."""
        self._reason.setText(words)
        self._reason.setVisible(bool(words))
        room, place = self.parentWidget().rect(), self.geometry()
        left = place.left() if self.is_form else ASIDE
        width = place.width() if self.is_form else room.width() - 2 * ASIDE
        height = self._reason.heightForWidth(width)
        below = place.bottom() + ASIDE
        top = below if below + height <= room.bottom() else place.top() - height - ASIDE
        self._reason.setGeometry(left, top, width, height)
        self._reason.raise_()

    def select_text(self) -> None:
        """Ready to be typed over."""
        first = self.fields[0][1]
        if isinstance(first, LineField):
            first.selectAll()

    def submit(self, onwards: int = 0) -> bool:
        """Make the edit; False, with the reason at a field, if it is refused."""
        if self.is_done:
            return True
        made, changed = self._action, None
        for field, editor in self.fields:
            try:
                value = editor.current()
                if value != field.read(self._action):
                    made = field.write(made, value, self._scenario)
                    changed = (field, editor)
            except ValueError as error:
                editor.refuse(str(error))
                return False
        if changed is not None:
            field, editor = changed
            label = filled(
                translate("Script", "Change %1 of %2"), field.word(), kind_word(self._action)
            )
            refusal = self._put(made, label)
            if refusal:
                editor.refuse(refusal)
                return False
        self._close(onwards)
        return True

    def _close(self, onwards: int) -> None:
        self.is_done = True
        self._reason.hide()
        self.closed.emit(onwards)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and self._took(watched, event):
            return True
        if event.type() == QEvent.Type.FocusOut:
            # Where the focus goes is known only afterwards; a list that drops down keeps it here.
            QTimer.singleShot(0, self, self._leave)
        return super().eventFilter(watched, event)

    def _took(self, watched: QObject, event: QKeyEvent) -> bool:
        key = event.key()
        if key in RETURNS:
            self.submit()
        elif key == Qt.Key.Key_Escape:
            self._close(0)
        elif key == Qt.Key.Key_Tab and watched is self._end(-1):
            self.submit(1)
        elif key == Qt.Key.Key_Backtab and watched is self._end(0):
            self.submit(-1)
        else:
            return False
        return True

    def _end(self, which: int) -> QWidget:
        editor = self.fields[which][1]
        return editor.focusProxy() or editor

    def _leave(self) -> None:
        focused = QApplication.focusWidget()
        inside = focused is not None and (focused is self or self.isAncestorOf(focused))
        popup = QApplication.activePopupWidget() is not None
        if not inside and not popup and self.isVisible() and self.window().isActiveWindow():
            self.submit()
