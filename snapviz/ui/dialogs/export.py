"""The export dialog: beside the window, never in its way, with the picture as it will be."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

from PySide6.QtCore import QEvent, QTimer, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from snapviz.diagram.theme import Theme
from snapviz.render.export import ExportError, export
from snapviz.ui.dialogs.export_form import Choice, ExportForm
from snapviz.ui.dialogs.preview import Preview, preview_image
from snapviz.ui.document import FILE_ENDING, Document
from snapviz.ui.messages import MessageBar
from snapviz.ui.spacetime.words import translated
from snapviz.ui.wording import filled

PREVIEW_PIXELS = 1000
SETTLE_MS = 60


class ExportDialog(QDialog):
    """Success is told in the window's message bar, failure in the dialog's own."""

    def __init__(self, window: QWidget, window_messages: MessageBar):
        super().__init__(window)
        self.setObjectName("dialog.export")
        self._document: Document | None = None
        self._window_messages = window_messages
        self.form = ExportForm(self)
        self._messages = MessageBar(self)
        self._preview = Preview(self)
        self._size = QLabel(self)
        self._size.setProperty("role", "muted")
        self._save = QPushButton(self)
        self._save.setObjectName("export.save")
        self._save.setDefault(True)
        self._close = QPushButton(self)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(SETTLE_MS)
        self._build()
        self._settle.timeout.connect(self._show_preview)
        self.form.changed.connect(self._settle.start)
        self._save.clicked.connect(self.ask_place)
        self._close.clicked.connect(self.close)
        self.retranslate()

    def _build(self) -> None:
        side = QVBoxLayout()
        side.setSpacing(12)
        side.addWidget(self.form)
        side.addWidget(self._size)
        side.addStretch(1)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self._close)
        buttons.addWidget(self._save)
        row = QHBoxLayout()
        row.setSpacing(18)
        row.addWidget(self._preview, 1)
        row.addLayout(side)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 18, 18, 16)
        column.setSpacing(14)
        column.addWidget(self._messages)
        column.addLayout(row, 1)
        column.addLayout(buttons)
        self.resize(1080, 620)

    def show_document(self, document: Document, visible: tuple[int, int]) -> None:
        """Offer this document; ``visible`` is the stretch that the diagram shows."""
        self._document = document
        self._messages.clear()
        self.form.set_ranges((0, document.run.until_us), visible)
        self._show_preview()
        self.show()
        self.raise_()
        self.activateWindow()

    def set_theme(self, theme: Theme) -> None:
        self._messages.set_theme(theme)
        if not self.isVisible():
            self.form.set_theme_name(theme.name)

    def ask_place(self) -> None:
        """Let the person say where to write the picture."""
        ending = self.form.choice.ending
        stem = self._document.suggested_name.removesuffix(FILE_ENDING)
        path = self._document.path
        folder = path.parent if path else Path.home()
        dialog = QFileDialog(self, self.tr("Export the diagram"), str(folder))
        dialog.setObjectName("dialog.exportPlace")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(f"{ending[1:].upper()} (*{ending})")
        dialog.setDefaultSuffix(ending[1:])
        dialog.selectFile(stem + ending)
        dialog.fileSelected.connect(lambda name: self.write(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def write(self, path: Path) -> None:
        """Write the picture; the chosen format decides, whatever the name ends in."""
        choice = self.form.choice
        if path.suffix.lower() != choice.ending:
            path = path.with_name(path.name + choice.ending)
        try:
            export(self._document.run, path, translate=translated, **_options(choice))
        except ExportError as error:
            self._messages.problem(self.tr("The picture was not written."), [str(error)])
            return
        self.close()
        self._window_messages.success(
            filled(self.tr("Wrote %1"), path.name),
            self.tr("Show the folder"),
            lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent))),
        )

    def _show_preview(self) -> None:
        if self._document is None or self._document.run is None:
            return
        choice = self.form.choice
        image = preview_image(self._document.run, choice, PREVIEW_PIXELS)
        self._preview.show_image(image)
        height = round(choice.width * image.height() / image.width())
        inches = f"{choice.width / choice.dpi:.1f} × {height / choice.dpi:.1f}"
        text = self.tr("%1 × %2 pixels, %3 inches")
        self._size.setText(filled(text, choice.width, height, inches))

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("Export the diagram"))
        self._preview.setAccessibleName(self.tr("Preview"))
        self._save.setText(self.tr("&Save picture…"))
        self._close.setText(self.tr("Close"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


def _options(choice: Choice) -> dict:
    """The choice as keyword arguments of ``export``."""
    options = asdict(choice)
    del options["ending"]
    return options
