"""Two buttons that take along what differs: onto the clipboard as seen, and into a CSV file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QWidget

from snapviz.diagram.figures import grouped
from snapviz.formats.difference_table import difference_csv
from snapviz.render.whole import WholeFile
from snapviz.study.progress import Cancelled, Progress, ShouldStop
from snapviz.ui.buttons import ToolButton
from snapviz.ui.dialogs.place import place_dialog
from snapviz.ui.panels.differences.rows import DifferenceRows, Told
from snapviz.ui.panels.differences.work import Difference
from snapviz.ui.refusals import told
from snapviz.ui.session import Session
from snapviz.ui.studies.job import StudyJob
from snapviz.ui.wording import filled

STOP_EVERY = 200  # rows
IN_A_CELL = str.maketrans("\t\r\n", "   ")


class DifferenceTools(QWidget):
    """Takes along what ``rows`` show."""

    def __init__(self, session: Session, rows: DifferenceRows, parent: QWidget | None = None):
        super().__init__(parent)
        self._session, self._rows = session, rows
        self._copying, self._writing = StudyJob(self), StudyJob(self)
        self._copying.finished.connect(self._put)
        self._writing.finished.connect(self._tell_written)
        self._writing.failed.connect(self._tell_failure)
        self.copy_button, self.file_button = (ToolButton(self, role="bar") for _ in range(2))
        self.copy_button.setObjectName("differences.copy")
        self.file_button.setObjectName("differences.csv")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for button in (self.copy_button, self.file_button):
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
            row.addWidget(button)
        self.copy_button.clicked.connect(self.copy)
        self.file_button.clicked.connect(self._ask_place)
        self.retranslate()

    def end(self) -> None:
        """Stop all work."""
        self._copying.end()
        self._writing.end()

    # Onto the clipboard

    def copy(self) -> None:
        """Every row in the words of the window, its cells with tabs between them; in a thread."""
        if (rows := self._rows.told) is not None:
            self._copying.start(lambda progress, stop: _lines(rows, progress, stop))

    def _put(self, lines: list[str]) -> None:
        QGuiApplication.clipboard().setText("\n".join(lines))
        bar, count = self._session.messages, len(lines)
        bar.tell(
            lambda: bar.success(
                self.tr("1 difference is on the clipboard.")
                if count == 1
                else filled(self.tr("%1 differences are on the clipboard."), grouped(count))
            )
        )

    # Into a file

    def _ask_place(self) -> None:
        document, title = self._session.editor.document, self.tr("Export what differs")
        name, kinds = "differences.csv", "CSV (*.csv)"
        dialog = place_dialog(self, document, title, name, kinds, self.write)
        dialog.setObjectName("dialog.differences")
        dialog.open()

    def write(self, path: Path) -> None:
        """Write all that differs beside the event loop."""
        if (rows := self._rows.told) is not None:
            self._writing.start(lambda progress, stop: _written(rows.found, path))

    def _tell_written(self, path: Path) -> None:
        bar = self._session.messages
        bar.tell(lambda: bar.success(filled(self.tr("Wrote %1"), path.name)))

    def _tell_failure(self, words: str) -> None:
        bar = self._session.messages
        bar.tell(lambda: bar.problem(self.tr("That cannot be written."), [told(words)]))

    # Words

    def retranslate(self) -> None:
        self.copy_button.setText(self.tr("Copy"))
        self.copy_button.setToolTip(self.tr("Put the table on the clipboard, as text"))
        self.file_button.setText(self.tr("CSV…"))
        self.file_button.setToolTip(self.tr("Export the table as CSV"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


def _lines(rows: Told, progress: Progress, should_stop: ShouldStop) -> list[str]:
    count, lines = len(rows), []
    for place in range(count):
        if place % STOP_EVERY == 0:
            if should_stop():
                raise Cancelled
            progress(place / count)
        lines.append("\t".join(cell.translate(IN_A_CELL) for cell in rows.texts_at(place)))
    return lines


def _written(found: Difference, path: Path) -> Path:
    with WholeFile(path) as file:
        file.write(difference_csv(found.report).encode("utf-8"))
        file.commit()
    return path
