"""Writing a picture or a film in slices between two turns of the event loop."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from snapviz.formats.run_files import ENDINGS, run_text
from snapviz.render.application import GraphicsMissing
from snapviz.render.background import Background
from snapviz.render.export import FILMS, ExportError, Wishes, export_steps
from snapviz.run import Run
from snapviz.scenario import ScenarioError
from snapviz.scenario.files import write_whole
from snapviz.ui.refusals import told, told_lines

PATIENCE_S = 0.004  # that a slice may wait for the encoder or the other thread


class ExportJob(QObject):
    """Writes one file at a time. A film is painted here, frame by frame; a picture, which
    cannot be cut into slices, in a thread of its own.

    ``progressed`` carries the share done (0 to 1), ``finished`` the path, ``failed`` the words.
    """

    progressed = Signal(float)
    finished = Signal(object)
    failed = Signal(str)
    cancelled = Signal()

    def __init__(self, parent: QObject | None = None):
        super().__init__(parent)
        self._steps: Iterator[float] | None = None
        self._path = Path()
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._advance)

    @property
    def busy(self) -> bool:
        return self._steps is not None

    def start(self, run: Run, path: Path, wishes: Wishes) -> None:
        self.cancel()
        ending = path.suffix.lower()
        is_data = ending in ENDINGS
        steps = _data_steps(run, path) if is_data else export_steps(run, path, wishes, PATIENCE_S)
        self._steps = steps if ending in FILMS else _in_background(steps)
        self._path = path
        self._timer.start()

    def cancel(self) -> None:
        """Stop, and leave nothing behind."""
        if self._drop():
            self.cancelled.emit()

    def _drop(self) -> bool:
        self._timer.stop()
        steps, self._steps = self._steps, None
        if steps is None:
            return False
        steps.close()
        return True

    def _advance(self) -> None:
        try:
            share = next(self._steps)
        except StopIteration:
            self._drop()
            self.finished.emit(self._path)
        except (ExportError, GraphicsMissing, MemoryError) as error:
            self._drop()
            self.failed.emit(told(str(error)))
        except ScenarioError as error:
            self._drop()
            self.failed.emit("\n".join(told_lines(error)))
        else:
            self.progressed.emit(share)


def _data_steps(run: Run, path: Path) -> Iterator[float]:
    """Write a table or log as a picture is written: what is closed before its end leaves nothing.

    Raises ScenarioError.
    """
    yield 0.0
    data = run_text(run, path).encode("utf-8")
    yield 0.9
    write_whole(str(path), data)
    yield 1.0


def _in_background(steps: Iterator[float]) -> Iterator[float]:
    """The same steps, taken in another thread; this side only looks how far they are."""
    is_stopped = threading.Event()
    reached = [0.0]

    def work() -> None:
        for share in steps:
            reached[0] = share
            if is_stopped.is_set():
                steps.close()
                return

    try:
        running = Background(work)
        while not running.join(PATIENCE_S):
            yield reached[0]
    finally:
        is_stopped.set()
