"""Opening and saving: from the person's wish to the document, with words when it fails."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from snapviz.scenario import ScenarioError
from snapviz.scenario.model import Process, Scenario
from snapviz.scenario.templates import BALANCE, from_template
from snapviz.ui.arrival import Arrival
from snapviz.ui.document import FILE_ENDING, Document
from snapviz.ui.editor import Editor
from snapviz.ui.logs.door import Logs, is_log
from snapviz.ui.messages import MessageBar
from snapviz.ui.opening import Opening, Read, name_of
from snapviz.ui.refusals import lines_later
from snapviz.ui.settings import Settings
from snapviz.ui.unsaved import UnsavedQuestion
from snapviz.ui.wording import filled

SHOWN_PROBLEMS = 200
GRAPHML = ".graphml"
OPENED = "*.snapviz.json *.json *.log *.shiviz *.txt *.csv"


class Files(QObject):
    """Brings documents to the editor and to files. ``saved``: its path may be new."""

    saved = Signal()
    recent_changed = Signal()

    def __init__(
        self,
        window: QWidget,
        messages: MessageBar,
        settings: Settings,
        opening: Opening,
        editor: Editor,
        logs: Logs,
    ):
        super().__init__(window)
        self._window = window
        self._messages = messages
        self._settings = settings
        self._opening = opening
        self._editor = editor
        self._question = UnsavedQuestion(window)
        self._arrival = Arrival(editor, messages, self._question, self.save, self._show)
        self.logs = logs
        logs.setParent(self)
        logs.ready.connect(lambda log: self._arrival.when_free(log, self._leave_for_log))
        logs.refused.connect(self._problem)
        opening.read.connect(lambda read: self._arrival.when_free(read, self._leave_for))
        opening.refused.connect(self._tell_refused)
        opening.ready.connect(self._arrival.take)

    @property
    def document(self) -> Document | None:
        return self._editor.document

    @property
    def reading(self) -> bool:
        """Whether a file is being read in a thread."""
        return self.logs.busy or self._opening.reading

    # Another document

    def open(self, path: Path) -> None:
        """Open a file in place of one being read; if it is refused, the document stays."""
        path = Path(path)
        if path.suffix.lower() == GRAPHML:
            self._load(path, _topology)
        elif is_log(path):
            self._opening.forget_reading()
            self.logs.open(path)
        else:
            self._load(path, Document.open)

    def open_example(self, path: Path) -> None:
        """Open a shipped scenario as a document without a file."""
        self._load(Path(path), Document.sample)

    def new(self) -> None:
        """Start with one process, to draw the others beside it."""
        first = Process("P1", {"balance": BALANCE}, (0.0, 0.0))
        self.leave(lambda: self.start(Document(Scenario(processes=(first,)))))

    def new_from_template(self, topology: str, n: int, title: str = "") -> None:
        """Start with one of the common topologies; without a title it gets one in English."""
        scenario = from_template(topology, n)
        rich = tuple(Process(p.id, {"balance": BALANCE}, p.position) for p in scenario.processes)
        title = title or scenario.title
        made = Scenario(processes=rich, channels=scenario.channels, title=title)
        self.leave(lambda: self.start(Document(made)))

    def leave(self, go_on: Callable[[], None]) -> None:
        """Go on when nothing can be lost: at once, or when the person has said what to do."""
        document = self.document
        if document is None or not document.dirty:
            go_on()
        else:
            self._question.ask(name_of(document), lambda: self.save(then=go_on), go_on)

    def start(self, document: Document) -> None:
        """Simulate a document and, when its run is there, show it. Raises ScenarioError."""
        self.logs.drop()
        self._arrival.expect()
        self._opening.start(document)

    def _load(self, path: Path, read: Read) -> None:
        """Read and start it; who has unsaved work is only asked about what can be opened."""
        self.logs.drop()
        self._opening.open(path, read)

    def _leave_for(self, document: Document) -> None:
        self.leave(lambda: self.start(document))

    def _leave_for_log(self, document: Document) -> None:
        self.leave(lambda: self._show_log(document))

    def _tell_refused(self, path: Path, error: ScenarioError) -> None:
        lines = lines_later(error, SHOWN_PROBLEMS)
        self._problem(lambda: filled(self.tr("%1 was not opened."), path.name), lines)

    def _show(self, document: Document) -> None:
        self._messages.clear()
        if document.path is not None:
            self._remember(document.path)
        self._editor.set_document(document)

    def _show_log(self, document: Document) -> None:
        self._opening.drop()
        self._show(document)
        self.logs.introduce()

    def end(self) -> None:
        """Stop reading; what waits to be shown is not wanted any more."""
        self.logs.end()
        self._arrival.end()

    # Saving

    def save(self, then: Callable[[], None] | None = None) -> None:
        """Write the document's file; without one, ask where to. ``then`` follows success."""
        if self.document is None:
            return
        if self.document.path is None and not self.document.is_log:
            self.ask_save(then)
        else:
            self.save_as(self.document.path, then)

    def save_as(self, path: Path, then: Callable[[], None] | None = None) -> None:
        """Write the document to ``path``; when that fails, the old file stays as it was."""
        document, path = self.document, Path(path)
        if document.is_log:
            self._problem(
                lambda: self.tr(
                    "A log is no scenario and is not saved; File > Export writes it anew."
                )
            )
            return
        self._editor.cancel()
        try:
            document.save(path)
        except ScenarioError as error:
            self._problem(
                lambda: filled(
                    self.tr("%1 was not saved; what was there before is unchanged."), path.name
                ),
                lines_later(error, SHOWN_PROBLEMS),
            )
            return
        self._remember(path)
        self._success(lambda: filled(self.tr("Saved %1"), path.name))
        self._editor.history_changed.emit()
        self.saved.emit()
        if then is not None:
            then()

    def export_topology(self, path: Path) -> None:
        """Write processes and channels as a GraphML file."""
        from snapviz.formats.graphml import save_graphml

        try:
            save_graphml(self.document.scenario, path)
        except ScenarioError as error:
            lines = lines_later(error, SHOWN_PROBLEMS)
            self._problem(lambda: filled(self.tr("%1 was not written."), path.name), lines)
            return
        self._success(lambda: filled(self.tr("Wrote %1"), path.name))

    # Telling, in the language of the window then and later

    def _problem(self, text: Callable[[], str], lines: Callable[[], list[str]] = list) -> None:
        self._messages.tell(lambda: self._messages.problem(text(), lines()))

    def _success(self, text: Callable[[], str]) -> None:
        self._messages.tell(lambda: self._messages.success(text()))

    # Asking where

    def ask_open(self) -> None:
        """Let the person pick a file, beside the running window."""
        filters = [filled(self.tr("Scenarios and logs (%1)"), OPENED)]
        dialog = self._dialog("dialog.open", self.tr("Open a scenario"), filters)
        dialog.fileSelected.connect(lambda name: self.open(Path(name)))
        _show(dialog)

    def ask_import(self) -> None:
        """Let the person pick a GraphML file."""
        filters = [filled(self.tr("GraphML files (%1)"), "*.graphml")]
        dialog = self._dialog("dialog.import", self.tr("Import a topology"), filters)
        dialog.fileSelected.connect(lambda name: self._load(Path(name), _topology))
        _show(dialog)

    def _dialog(self, name: str, title: str, filters: list[str]) -> QFileDialog:
        dialog = QFileDialog(self._window, title, str(self._folder()))
        dialog.setObjectName(name)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([*filters, self.tr("All files (*)")])
        return dialog

    def ask_save(self, then: Callable[[], None] | None = None) -> None:
        """Let the person say where to save."""
        if self.document is None:
            return
        filters = filled(self.tr("Scenarios (%1)"), "*.snapviz.json")
        dialog = self._save_dialog("dialog.save", self.tr("Save the scenario"), filters)
        dialog.selectFile(self.document.suggested_name)
        dialog.fileSelected.connect(
            lambda name: self.save_as(with_ending(Path(name), FILE_ENDING), then)
        )
        _show(dialog)

    def ask_export_topology(self) -> None:
        """Let the person say where to write the topology."""
        if self.document is None:
            return
        filters = filled(self.tr("GraphML files (%1)"), "*.graphml")
        dialog = self._save_dialog("dialog.exportTopology", self.tr("Export the topology"), filters)
        stem = self.document.suggested_name.split(".")[0]
        dialog.selectFile(stem + GRAPHML)
        dialog.fileSelected.connect(
            lambda name: self.export_topology(with_ending(Path(name), GRAPHML))
        )
        _show(dialog)

    def _save_dialog(self, name: str, title: str, filters: str) -> QFileDialog:
        dialog = QFileDialog(self._window, title, str(self._folder()))
        dialog.setObjectName(name)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([filters])
        return dialog

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


def with_ending(path: Path, ending: str) -> Path:
    """The path, with an ending when it has none."""
    return path if path.suffix else path.with_name(path.name + ending)


def _topology(path: Path) -> Document:
    """A GraphML file as an untitled document."""
    from snapviz.formats.graphml import load_graphml

    document = Document(load_graphml(path))
    document.history.mark_unsaved()
    return document


def _show(dialog: QFileDialog) -> None:
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
