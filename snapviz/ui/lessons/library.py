"""The lessons there are: the shipped ones, read when somebody first looks, and opened ones."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from snapviz.lessons.model import Lesson
from snapviz.lessons.shelf import shipped_folders
from snapviz.ui.job import Job
from snapviz.ui.lessons.preparing import Shelf, shelved


class Library(QObject):
    """``changed``: there are other lessons than before. ``opened``: one that was asked for is there.
    ``refused``: a folder, and what is wrong with the lesson in it. ``opening``: one is being played
    through, and ``progressed`` tells the share that is done; `cancel` gives it up.
    """

    changed = Signal()
    opened = Signal(object)
    refused = Signal(Path, object)
    opening = Signal(Path)
    progressed = Signal(float)

    def __init__(self, parent: QObject | None = None):
        super().__init__(parent)
        self.lessons: list[Lesson] = []
        self._is_asked = False
        self._reading, self._opening = Job(self), Job(self)
        self._reading.finished.connect(self._take)
        self._opening.finished.connect(self._take_opened)
        self._opening.shared.connect(self.progressed)

    @property
    def busy(self) -> bool:
        return self._reading.busy or self._opening.busy

    def fetch(self) -> None:
        """Read the shipped lessons, if that was not done before."""
        if not self._is_asked:
            self._is_asked = True
            self._reading.start(lambda: shelved(shipped_folders()))

    def open(self, folder: Path) -> None:
        """Read a lesson of the person's own and play it through, before it is shown."""
        self.fetch()
        self._opening.start(lambda: shelved([folder], is_checked=True))
        self.opening.emit(folder)

    @property
    def is_opening(self) -> bool:
        """Whether one is being played through."""
        return self._opening.busy

    def cancel(self) -> None:
        """Open none after all."""
        self._opening.drop()

    def ask_for_folder(self, window: QWidget) -> None:
        """Let a person choose the folder of a lesson, and open it."""
        dialog = QFileDialog(window, self.tr("Open the folder of a lesson"))
        dialog.setObjectName("dialog.openLesson")
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(lambda name: self.open(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def end(self) -> None:
        """Read no more."""
        self._reading.end()
        self._opening.end()

    def _take(self, shelf: Shelf | None) -> None:
        if shelf is None:
            return
        # One that was opened meanwhile comes after those that are shipped.
        self.lessons[:0] = shelf.lessons
        self._tell(shelf)
        self.changed.emit()

    def _take_opened(self, shelf: Shelf | None) -> None:
        if shelf is None:
            return
        self._tell(shelf)
        for lesson in shelf.lessons:
            self.lessons.append(lesson)
            self.changed.emit()
            self.opened.emit(lesson)

    def _tell(self, shelf: Shelf) -> None:
        for folder, error in shelf.refused:
            self.refused.emit(folder, error)
