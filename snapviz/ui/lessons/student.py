"""Whose answers these are, and handing them in; for lessons that are graded."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QPushButton, QWidget

from snapviz.lessons.answers import ENDING


class StudentRow(QWidget):
    """``named``: another name was given. ``wanted``: a place for the answers was chosen."""

    named = Signal(str)
    wanted = Signal(Path)

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self._name = QLineEdit(self)
        self._name.setObjectName("lessons.student")
        self._name.setMaxLength(80)
        self._name.editingFinished.connect(self._tell)
        self._told = ""
        self._save = QPushButton(self)
        self._save.setObjectName("lessons.save")
        self._save.clicked.connect(self._ask)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 12, 4)
        row.addWidget(self._name, 1)
        row.addWidget(self._save)
        self.retranslate()
        self.set_student("")

    def set_student(self, name: str) -> None:
        self._told = name
        self._name.setText(name)
        self._save.setEnabled(bool(name))

    def _tell(self) -> None:
        name = " ".join(self._name.text().split())
        if name != self._told:
            self.set_student(name)
            self.named.emit(name)

    def _ask(self) -> None:
        dialog = QFileDialog(self.window(), self.tr("Save the answers"))
        dialog.setObjectName("dialog.saveAnswers")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        stem = "-".join("".join(c if c.isalnum() else " " for c in self._told).split())
        dialog.selectFile((stem or "answers") + ENDING)
        dialog.fileSelected.connect(lambda name: self.wanted.emit(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def retranslate(self) -> None:
        self._name.setPlaceholderText(self.tr("Your name"))
        self._name.setAccessibleName(self.tr("Your name"))
        self._save.setText(self.tr("Save Answers…"))
