"""The name of a process edited where it stands."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QToolTip, QWidget

from snapviz.diagram.display_list import Point
from snapviz.scenario import edits
from snapviz.ui.fields.inline import edit_inline
from snapviz.ui.fields.line import mark_refused
from snapviz.ui.selection import ProcessItem
from snapviz.ui.session import Session
from snapviz.ui.wording import filled

translate = QCoreApplication.translate
LEAST_WIDTH = 84
HEIGHT = 28
STAYING = (
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
)


class NameEdit(QLineEdit):
    """Enter or a click elsewhere commits, Esc leaves the name as it was.

    A name that cannot be is refused here: a red frame, and the reason beside it.
    """

    closed = Signal()

    def __init__(self, parent: QWidget, session: Session, process: str, centre: Point):
        super().__init__(process, parent)
        self.process = process
        self._session = session
        self._is_open = True
        self.setObjectName("topology.name")
        self.setProperty("role", "cell")
        self.setAccessibleName(filled(translate("TopologyView", "Name of %1"), process))
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.textEdited.connect(lambda _: mark_refused(self, ""))
        self._stand(centre)
        self.selectAll()
        self.show()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _stand(self, centre: Point) -> None:
        """Over the circle, within the view."""
        parent = self.parentWidget()
        wanted = self.fontMetrics().horizontalAdvance(self.text()) + 40
        width = min(max(LEAST_WIDTH, wanted), parent.width() - 8)
        left = min(max(round(centre[0] - width / 2), 4), parent.width() - width - 4)
        top = min(max(round(centre[1] - HEIGHT / 2), 4), parent.height() - HEIGHT - 4)
        self.setGeometry(left, top, width, HEIGHT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_edit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._commit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self._is_open and event.reason() not in STAYING and not self._commit(False):
            self.close_edit()

    def _commit(self, tells: bool = True) -> bool:
        """Rename; False, and said here, where that is refused."""
        old, new = self.process, self.text().strip()
        text = translate("TopologyView", "Rename %1 to %2")
        self._is_open = False
        words = edit_inline(
            self._session.editor, lambda s: edits.renamed(s, old, new), filled(text, old, new)
        )
        self._is_open = True
        if words:
            if tells:
                mark_refused(self, words)
                QToolTip.showText(self.mapToGlobal(self.rect().bottomLeft()), words, self)
            return False
        selection = self._session.selection
        renamed = (ProcessItem(new) if i == ProcessItem(old) else i for i in selection.items)
        selection.set(*renamed)
        self.close_edit()
        return True

    def close_edit(self) -> None:
        """Leave; the view has the keyboard again."""
        if self._is_open:
            self._is_open = False
            had_focus = self.hasFocus()
            self.closed.emit()
            self.hide()
            self.deleteLater()
            if had_focus:
                self.parentWidget().setFocus(Qt.FocusReason.OtherFocusReason)
