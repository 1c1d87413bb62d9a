"""Autosave, and the offer to go on with what a crash interrupted."""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtCore import QLockFile, QObject, QStandardPaths, QThreadPool, QTimer, Signal

from snapviz.ui import journal
from snapviz.ui.document import Document
from snapviz.ui.editor import Editor
from snapviz.ui.journal import Unsaved
from snapviz.ui.messages import MessageBar
from snapviz.ui.wording import filled

AFTER_MS = 700
MOST_KEPT = 20


def unsaved_folder() -> Path:
    """Where unsaved work is kept, one file for each window."""
    location = QStandardPaths.StandardLocation.AppDataLocation
    return Path(QStandardPaths.writableLocation(location)) / "unsaved"


class Recovery(QObject):
    """Writes the document shortly after each edit; a clean end leaves nothing behind."""

    restored = Signal(object)  # a Document

    def __init__(self, editor: Editor, messages: MessageBar, parent: QObject | None = None):
        super().__init__(parent)
        self._editor = editor
        self._messages = messages
        self._file = unsaved_folder() / f"{os.urandom(6).hex()}{journal.ENDING}"
        self._lock: QLockFile | None = None
        # One thread: what is written last is the newest.
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(AFTER_MS)
        self._timer.timeout.connect(self.write)
        editor.history_changed.connect(self._timer.start)

    def write(self) -> None:
        """Keep the document as it is now, if it has something to lose."""
        document = self._editor.document
        if document is None or not document.dirty:
            self.forget()
            return
        if not self._claim():
            return
        work, file = Unsaved(document.scenario, document.path), self._file
        self._pool.start(lambda: _written(file, work))

    def settle(self) -> None:
        """Wait until everything is written."""
        self._pool.waitForDone()

    def _claim(self) -> bool:
        """Lock the file's name, so that no other window takes it for left behind."""
        if self._lock is None:
            try:
                self._file.parent.mkdir(parents=True, exist_ok=True)
            except OSError:
                return False
            self._lock = QLockFile(str(_lock_of(self._file)))
            self._lock.setStaleLockTime(0)
            self._lock.tryLock(0)
        return self._lock.isLocked()

    def forget(self) -> None:
        """There is nothing to lose: leave nothing behind."""
        self._timer.stop()
        self.settle()
        if self._lock is not None:
            journal.forget(self._file)
            self._lock.unlock()
            self._lock = None

    def offer(self) -> None:
        """If work was left behind, say so and offer it back."""
        found = _left_behind()
        if found is None:
            return
        file, work = found
        self._messages.tell(lambda: self._offer(file, work))

    def _offer(self, file: Path, work: Unsaved) -> None:
        name = work.path.name if work.path else work.scenario.title or self.tr("Untitled scenario")
        self._messages.offer(
            filled(self.tr("%1 was being edited when snapviz ended unexpectedly."), name),
            self.tr("Restore the unsaved work"),
            lambda: self._restore(file, work),
        )

    def _restore(self, file: Path, work: Unsaved) -> None:
        document = Document(work.scenario, work.path)
        document.history.mark_unsaved()
        self._editor.document_changed.connect(lambda: self._adopt(file, document))
        self.restored.emit(document)

    def _adopt(self, file: Path, document: Document) -> None:
        """What is open again and kept under our own name needs no second copy."""
        if self._editor.document is not document or not file.exists():
            return
        self.write()
        self.settle()
        if self._file.exists():
            journal.forget(file)


def _written(file: Path, work: Unsaved) -> None:
    try:
        journal.write(file, work)
    except OSError:
        # A full disk must not stop anybody from working; saving itself will say so.
        journal.forget(file.with_name(file.name + ".tmp"))


def _lock_of(file: Path) -> Path:
    return file.with_name(file.name + ".lock")


def _left_behind() -> tuple[Path, Unsaved] | None:
    """The newest unsaved work that no living window holds; the oldest surplus goes."""
    orphans = [file for file in journal.kept(unsaved_folder()) if _is_free(file)]
    for file in orphans[MOST_KEPT:]:
        journal.forget(file)
    for file in orphans[:MOST_KEPT]:
        work = journal.read(file)
        if work is not None:
            return file, work
        journal.forget(file)
    return None


def _is_free(file: Path) -> bool:
    lock = QLockFile(str(_lock_of(file)))
    lock.setStaleLockTime(0)
    if not lock.tryLock(0):
        return False
    lock.unlock()
    return True
