"""The question before unsaved work would be lost."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMessageBox, QWidget

from snapviz.ui.wording import filled

Buttons = QMessageBox.StandardButton


class UnsavedQuestion(QObject):
    """Asked beside the running window, one at a time."""

    def __init__(self, window: QWidget):
        super().__init__(window)
        self._window = window
        self._box: QMessageBox | None = None

    def ask(self, name: str, save: Callable[[], None], discard: Callable[[], None]) -> None:
        """Ask what becomes of the changes; nothing happens when the person cancels."""
        if self._box is not None:
            self._box.close()
        box = QMessageBox(self._window)
        box.setObjectName("dialog.unsaved")
        box.setIcon(QMessageBox.Icon.NoIcon)
        box.setWindowTitle(self.tr("Unsaved changes"))
        title = name or self.tr("this scenario")
        box.setText(filled(self.tr("Save the changes to %1?"), title))
        box.setInformativeText(self.tr("Without saving, they are lost."))
        box.setStandardButtons(Buttons.Save | Buttons.Discard | Buttons.Cancel)
        box.setDefaultButton(Buttons.Save)
        for button, text in (
            (Buttons.Save, self.tr("Save")),
            (Buttons.Discard, self.tr("Do Not Save")),
            (Buttons.Cancel, self.tr("Cancel")),
        ):
            box.button(button).setText(text)
        answers = {Buttons.Save: save, Buttons.Discard: discard}
        box.finished.connect(lambda answer: self._answered(box, answers.get(Buttons(answer))))
        self._box = box
        box.open()

    def _answered(self, box: QMessageBox, act: Callable[[], None] | None) -> None:
        if self._box is box:
            self._box = None
        box.deleteLater()
        if act is not None:
            act()
