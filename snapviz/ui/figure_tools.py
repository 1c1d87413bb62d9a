"""Two buttons beside a figure that take it along: onto the clipboard, and into a file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from snapviz.diagram.display_list import DisplayList
from snapviz.diagram.theme import LIGHT, Theme
from snapviz.render.figure import write_figure
from snapviz.ui.buttons import ToolButton
from snapviz.ui.copy_image import SCALE, put_on_clipboard
from snapviz.ui.dialogs.place import place_dialog
from snapviz.ui.refusals import told
from snapviz.ui.session import Session
from snapviz.ui.studies.job import StudyJob
from snapviz.ui.wording import filled

ENDINGS = ((".png", "PNG"), (".svg", "SVG"), (".pdf", "PDF"))


class Figure(NamedTuple):
    """A picture, its title, a sentence about it, and a word for the name of its file."""

    picture: DisplayList
    title: str
    about: str
    word: str


class FigureTools(QWidget):
    """``make`` gives the figure as it is now, None where there is nothing to take along."""

    def __init__(
        self,
        session: Session,
        name: str,
        make: Callable[[], Figure | None],
        parent: QWidget | None = None,
    ):
        super().__init__(parent)
        self._session, self._make = session, make
        self._theme: Theme = LIGHT
        self.job = StudyJob(self)
        self.job.finished.connect(self._tell_success)
        self.job.failed.connect(self._tell_failure)
        self.copy_button, self.file_button = (ToolButton(self, role="bar") for _ in range(2))
        self.copy_button.setObjectName(f"{name}.copy")
        self.file_button.setObjectName(f"{name}.figure")
        for button in (self.copy_button, self.file_button):
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.copy_button.clicked.connect(self.copy)
        self.file_button.clicked.connect(self.ask_place)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.copy_button)
        row.addWidget(self.file_button)
        self.retranslate()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme

    def copy(self) -> None:
        """Put the figure on the clipboard, as an image."""
        figure = self._make()
        if figure is None:
            return
        put_on_clipboard(figure.picture, self._theme)
        bar = self._session.messages
        bar.tell(lambda: bar.success(self.tr("The figure is on the clipboard.")))

    def ask_place(self) -> None:
        """Let the person say where to write the figure."""
        figure, document = self._make(), self._session.editor.document
        if figure is None:
            return
        kinds = ";;".join(f"{words} (*{end})" for end, words in ENDINGS)
        name, title = f"{figure.word}{ENDINGS[0][0]}", self.tr("Export the figure")
        dialog = place_dialog(self, document, title, name, kinds, self.write)
        dialog.setObjectName("dialog.figure")
        dialog.open()

    def write(self, path: Path) -> None:
        """Write the figure beside the event loop; the ending of the name decides the kind."""
        figure, theme = self._make(), self._theme.name
        if figure is None:
            return
        scale = SCALE if path.suffix.lower() == ".png" else 1
        width, dpi = round(figure.picture.width * scale), 96 * scale

        def work(_progress, _should_stop) -> Path:
            words = figure.title or "snapviz", figure.about
            return write_figure(figure.picture, path, *words, theme=theme, width=width, dpi=dpi)

        self.job.start(work)

    def _tell_success(self, path: Path) -> None:
        bar = self._session.messages
        bar.tell(lambda: bar.success(filled(self.tr("Wrote %1"), path.name)))

    def _tell_failure(self, words: str) -> None:
        bar = self._session.messages
        bar.tell(lambda: bar.problem(self.tr("That cannot be written."), [told(words)]))

    def retranslate(self) -> None:
        self.copy_button.setText(self.tr("Copy"))
        self.copy_button.setToolTip(self.tr("Put the figure on the clipboard, as an image"))
        self.file_button.setText(self.tr("Figure…"))
        self.file_button.setToolTip(self.tr("Export the figure as PNG, SVG or PDF"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
