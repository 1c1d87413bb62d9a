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

    def ask(
        self,
        name: str,
        save: Callable[[], None],
        discard: Callable[[], None],
        stay: Callable[[], None] | None = None,
        next_name: str = "",
    ) -> None:
        """Ask what becomes of the changes; ``stay``, or nothing, happens when the person cancels.

        ``next_name``: what has been waited for, and is going to be shown.
        """
        if self._box is not None:
            self._box.close()
        box = QMessageBox(self._window)
        box.setObjectName("dialog.unsaved")
        box.setIcon(QMessageBox.Icon.NoIcon)
        box.setWindowTitle(self.tr("Unsaved changes"))
        title = name or self.tr("this scenario")
        box.setText(filled(self.tr("Save the changes to %1?"), title))
        lost = self.tr("Without saving, they are lost.")
        if next_name:
            lost = filled(self.tr("%1 is ready to be shown instead. %2"), next_name, lost)
        box.setInformativeText(lost)
        box.setStandardButtons(Buttons.Save | Buttons.Discard | Buttons.Cancel)
        box.setDefaultButton(Buttons.Save)
        for button, text in (
            (Buttons.Save, self.tr("Save")),
            (Buttons.Discard, self.tr("Do Not Save")),
            (Buttons.Cancel, self.tr("Cancel")),
        ):
            box.button(button).setText(text)
        answers = {Buttons.Save: save, Buttons.Discard: discard, Buttons.Cancel: stay}
        box.finished.connect(lambda answer: self._answered(box, answers.get(Buttons(answer))))
        self._box = box
        box.open()

    def _answered(self, box: QMessageBox, act: Callable[[], None] | None) -> None:
        if self._box is box:
            self._box = None
        box.deleteLater()
        if act is not None:
            act()
