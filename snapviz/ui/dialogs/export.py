"""The export dialog: beside the window, never in its way, with the file as it will be."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QTimer, QUrl
from PySide6.QtGui import QDesktopServices, QHideEvent
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from snapviz.diagram.theme import Theme
from snapviz.ui.dialogs.data_preview import DataPreview
from snapviz.ui.dialogs.export_form import Choice, ExportForm
from snapviz.ui.dialogs.export_job import ExportJob
from snapviz.ui.dialogs.preview import Preview, Projector, preview_film, preview_image
from snapviz.ui.document import FILE_ENDING, Document
from snapviz.ui.messages import MessageBar
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
        self.job = ExportJob(self)
        self._messages = MessageBar(self)
        self._preview = Preview(self)
        self._projector = Projector(self._preview)
        self._lines = DataPreview(self)
        self._lines.hide()
        self._size = QLabel(self)
        self._size.setProperty("role", "muted")
        self._progress = QProgressBar(self)
        self._progress.setObjectName("export.progress")
        self._save = QPushButton(self)
        self._save.setObjectName("export.save")
        self._save.setDefault(True)
        self._close = QPushButton(self)
        self._close.setObjectName("export.close")
        self._close.setAutoDefault(False)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(SETTLE_MS)
        self._build()
        self._connect()
        self._show_job()

    def _build(self) -> None:
        self._progress.setRange(0, 1000)
        self._progress.setTextVisible(False)
        policy = self._progress.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        policy.setHorizontalPolicy(QSizePolicy.Policy.Expanding)
        self._progress.setSizePolicy(policy)
        side = QVBoxLayout()
        side.setSpacing(12)
        side.addWidget(self.form)
        side.addWidget(self._size)
        side.addStretch(1)
        buttons = QHBoxLayout()
        buttons.setSpacing(10)
        for widget in (self._progress, self._close, self._save):
            buttons.addWidget(widget)
        row = QHBoxLayout()
        row.setSpacing(18)
        row.addWidget(self._preview, 1)
        row.addWidget(self._lines, 1)
        row.addLayout(side)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 18, 18, 16)
        column.setSpacing(14)
        column.addWidget(self._messages)
        column.addLayout(row, 1)
        column.addLayout(buttons)
        self.resize(1080, 620)

    def _connect(self) -> None:
        self._settle.timeout.connect(self._show_preview)
        self.form.changed.connect(self._settle.start)
        self.form.changed.connect(self._show_job)
        self._save.clicked.connect(self.ask_place)
        self._close.clicked.connect(self.reject)
        self.job.progressed.connect(lambda share: self._progress.setValue(round(share * 1000)))
        self.job.finished.connect(self._tell_success)
        self.job.failed.connect(self._tell_failure)
        self.job.cancelled.connect(self._show_job)

    def show_document(self, document: Document, visible: tuple[int, int]) -> None:
        """Offer this document; ``visible`` is the stretch that the diagram shows."""
        self._document = document
        self._messages.clear()
        self.form.set_visible(*visible)
        self.form.offer_votes(bool(document.run.trace.message_keeps.any()))
        self.show()
        self._show_preview()
        self.raise_()
        self.activateWindow()

    def set_theme(self, theme: Theme) -> None:
        self._messages.set_theme(theme)
        if not self.isVisible():
            self.form.set_theme_name(theme.name)

    def set_future(self, mode: str) -> None:
        if not self.isVisible():
            self.form.set_future(mode)

    def set_votes(self, shown: bool) -> None:
        if not self.isVisible():
            self.form.votes.setChecked(shown)

    def ask_place(self) -> None:
        """Let the person say where to write the file."""
        ending = self.form.choice.ending
        stem = self._document.suggested_name.removesuffix(FILE_ENDING)
        path = self._document.path
        folder = path.parent if path else Path.home()
        is_data = self.form.choice.is_data
        title = self.tr("Export the run") if is_data else self.tr("Export the diagram")
        dialog = QFileDialog(self, title, str(folder))
        dialog.setObjectName("dialog.exportPlace")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(f"{self.form.format.currentText()} (*{ending})")
        dialog.setDefaultSuffix(ending[1:])
        dialog.selectFile(stem + ending)
        dialog.fileSelected.connect(lambda name: self.write(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def write(self, path: Path) -> None:
        """Begin to write; the chosen format decides, whatever the name ends in."""
        choice = self.form.choice
        if path.suffix.lower() != choice.ending:
            path = path.with_name(path.name + choice.ending)
        self._messages.clear()
        self._projector.stop()
        self._progress.setValue(0)
        self.job.start(self._document.run, path, choice.wishes)
        self._show_job()

    def reject(self) -> None:
        """Stop writing, if there is something to stop; else leave."""
        if self.job.busy:
            self.job.cancel()
        else:
            super().reject()

    def _show_job(self) -> None:
        """Only what can be done now can be pressed."""
        is_busy = self.job.busy
        self.form.setEnabled(not is_busy)
        self._save.setEnabled(not is_busy and self.form.is_possible)
        self._progress.setVisible(is_busy)
        self.retranslate()
        if not is_busy and self.isVisible():
            self._settle.start()

    def _tell_success(self, path: Path) -> None:
        self._show_job()
        self.close()
        bar, folder = self._window_messages, QUrl.fromLocalFile(str(path.parent))
        bar.tell(
            lambda: bar.success(
                filled(self.tr("Wrote %1"), path.name),
                self.tr("Show the folder"),
                lambda: QDesktopServices.openUrl(folder),
            )
        )

    def _tell_failure(self, words: str) -> None:
        self._show_job()
        bar = self._messages
        is_data = self.form.choice.is_data
        bar.tell(
            lambda: bar.problem(
                self.tr("The file was not written.")
                if is_data
                else self.tr("The picture was not written."),
                [words],
            )
        )

    def _show_preview(self) -> None:
        if self._document is None or self._document.run is None or self.job.busy:
            return
        run, choice = self._document.run, self.form.choice
        self._projector.stop()
        self._lines.stop()
        self._preview.setVisible(not choice.is_data)
        self._lines.setVisible(choice.is_data)
        if choice.is_data:
            self._lines.show_run(run, choice.ending)
            self._size.clear()
            return
        if choice.is_film:
            film = preview_film(run, choice.wishes, PREVIEW_PIXELS)
            self._projector.show_film(film)
        else:
            self._preview.show_image(preview_image(run, choice.wishes, PREVIEW_PIXELS))
        self._show_size(choice)

    def _show_size(self, choice: Choice) -> None:
        wishes, shown = choice.wishes, self._preview.size_shown()
        height = round(wishes.width * shown.height() / shown.width())
        if choice.is_film:
            text, last = self.tr("%1 × %2 pixels, %3 frames"), wishes.seconds * wishes.fps
        else:
            text = self.tr("%1 × %2 pixels, %3 inches")
            last = f"{wishes.width / wishes.dpi:.1f} × {height / wishes.dpi:.1f}"
        self._size.setText(filled(text, wishes.width, height, last))

    def hideEvent(self, event: QHideEvent) -> None:
        if not event.spontaneous():
            self.job.cancel()
        self._settle.stop()
        self._projector.stop()
        self._lines.stop()
        super().hideEvent(event)

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("Export the diagram"))
        for preview in (self._preview, self._lines):
            preview.setAccessibleName(self.tr("Preview"))
        self._progress.setAccessibleName(self.tr("Writing"))
        choice = self.form.choice
        words = self.tr("&Save film…") if choice.is_film else self.tr("&Save picture…")
        self._save.setText(self.tr("&Save file…") if choice.is_data else words)
        self._close.setText(self.tr("Cancel") if self.job.busy else self.tr("Close"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            # The scenario may have been edited in the meantime.
            self._settle.start()
        super().changeEvent(event)
