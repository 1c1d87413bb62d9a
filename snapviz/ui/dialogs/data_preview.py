"""The first lines of the table or log that an export would write."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from snapviz.formats.run_files import run_text
from snapviz.run import Run
from snapviz.ui.studies.job import StudyJob

FIRST = 100  # events


class DataPreview(QPlainTextEdit):
    """Read only; the lines are made in a thread."""

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self.setObjectName("export.lines")
        self.setProperty("role", "card")
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self._job = StudyJob(self)
        self._job.finished.connect(self.setPlainText)
        self._job.failed.connect(self.setPlainText)

    def show_run(self, run: Run, ending: str) -> None:
        """Show what a file with this ending would begin with."""
        self._job.start(lambda progress, stop: run_text(run, Path(f"x{ending}"), FIRST))

    def stop(self) -> None:
        """What is on its way is no longer wanted."""
        self._job.cancel()
