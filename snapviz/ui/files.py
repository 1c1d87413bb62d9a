"""Opening and saving: from the person's wish to the document, with words when it fails."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from snapviz.scenario import ScenarioError
from snapviz.ui.document import FILE_ENDING, Document
from snapviz.ui.messages import MessageBar
from snapviz.ui.runner import Runner
from snapviz.ui.settings import Settings
from snapviz.ui.wording import filled

SHOWN_PROBLEMS = 200


class Files(QObject):
    """Owns the document. ``opened``: another one, with its run; ``saved``: its path is new."""

    opened = Signal()
    saved = Signal()
    recent_changed = Signal()

    def __init__(self, window: QWidget, messages: MessageBar, settings: Settings, runner: Runner):
        super().__init__(window)
        self._window = window
        self._messages = messages
        self._settings = settings
        self._runner = runner
        self._next: Document | None = None
        self.document: Document | None = None
        runner.finished.connect(self._run_finished)
        runner.cancelled.connect(self._run_cancelled)

    def open(self, path: Path) -> None:
        """Open a scenario file; if it is refused, the document stays what it was."""
        self._load(Path(path), Document.open)

    def open_example(self, path: Path) -> None:
        """Open a shipped scenario as a document without a file."""
        self._load(Path(path), Document.sample)

    def _load(self, path: Path, read: Callable[[Path], Document]) -> None:
        try:
            document = read(path)
            self._next = document
            self._runner.start(document.scenario)
        except ScenarioError as error:
            text = filled(self.tr("%1 was not opened."), path.name)
            self._messages.problem(text, error.lines(SHOWN_PROBLEMS))

    def _run_finished(self, scenario, run) -> None:
        document = self._next
        if document is None or document.scenario is not scenario:
            return
        self._next = None
        document.run = run
        self.document = document
        self._messages.clear()
        if document.path is not None:
            self._remember(document.path)
        self.opened.emit()

    def _run_cancelled(self) -> None:
        self._next = None

    def save(self) -> None:
        """Write the document's file; without one, ask where to."""
        if self.document is None:
            return
        if self.document.path is None:
            self.ask_save()
        else:
            self.save_as(self.document.path)

    def save_as(self, path: Path) -> None:
        """Write the document to ``path``; when that fails, the old file stays as it was."""
        document, path = self.document, Path(path)
        try:
            document.save(path)
        except ScenarioError as error:
            text = self.tr("%1 was not saved; what was there before is unchanged.")
            self._messages.problem(filled(text, path.name), error.lines(SHOWN_PROBLEMS))
            return
        self._remember(path)
        self._messages.success(filled(self.tr("Saved %1"), path.name))
        self.saved.emit()

    def ask_open(self) -> None:
        """Let the person pick a file, beside the running window."""
        folder = str(self._folder())
        dialog = QFileDialog(self._window, self.tr("Open a scenario"), folder)
        dialog.setObjectName("dialog.open")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters(
            [filled(self.tr("Scenarios (%1)"), "*.snapviz.json *.json"), self.tr("All files (*)")]
        )
        dialog.fileSelected.connect(lambda name: self.open(Path(name)))
        _show(dialog)

    def ask_save(self) -> None:
        """Let the person say where to save."""
        if self.document is None:
            return
        dialog = QFileDialog(self._window, self.tr("Save the scenario"), str(self._folder()))
        dialog.setObjectName("dialog.save")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([filled(self.tr("Scenarios (%1)"), "*.snapviz.json")])
        dialog.selectFile(self.document.suggested_name)
        dialog.fileSelected.connect(lambda name: self.save_as(with_ending(Path(name))))
        _show(dialog)

    def _folder(self) -> Path:
        """Where to start looking: beside the document, or the file used last."""
        known = [self.document.path] if self.document and self.document.path else []
        for path in [*known, *self._settings.recent_files]:
            if path.parent.is_dir():
                return path.parent
        return Path.home()

    def _remember(self, path: Path) -> None:
        self._settings.add_recent_file(path.absolute())
        self.recent_changed.emit()


def with_ending(path: Path) -> Path:
    """The path, with the ending of scenario files when it has none."""
    return path if path.suffix else path.with_name(path.name + FILE_ENDING)


def _show(dialog: QFileDialog) -> None:
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
