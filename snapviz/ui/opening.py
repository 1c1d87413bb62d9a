"""A document on its way to the window: read from its file, then simulated."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from time import perf_counter

from PySide6.QtCore import QObject, Signal

from snapviz.run import Run
from snapviz.scenario import ScenarioError
from snapviz.scenario.model import Scenario
from snapviz.simulation import Simulation
from snapviz.ui.document import Document
from snapviz.ui.job import Job
from snapviz.ui.runner import INSTANTS_A_STEP, SHOW_PROGRESS_AFTER_S, Runner

LARGE_FILE = 50_000  # bytes from which a file is read in a thread

Read = Callable[[Path], Document]


class Opening(QObject):
    """Brings one document at a time so far that it can be shown; editing another disturbs it not.

    ``read``: a document that can be run; whoever wants it shown says `start`. ``refused``: the
    path of a file and why it cannot be opened. ``ready``: a document whose run is there.
    ``progressed``: the share done (0 to 1) of what takes long; ``ended``: nothing is under way.
    """

    read = Signal(object)
    refused = Signal(object, object)
    ready = Signal(object)
    progressed = Signal(float)
    ended = Signal()

    def __init__(self, parent: QObject | None = None):
        super().__init__(parent)
        self.runner = Runner(self)
        self._reading = Job(self)
        self._path: Path | None = None
        self._began_s = 0.0
        self._next: Document | None = None
        self._made: tuple[Document, Simulation] | None = None
        self._reading.progressed.connect(self._tell_reading)
        self._reading.finished.connect(self._take)
        self.runner.progressed.connect(self._tell_running)
        self.runner.finished.connect(self._run_finished)
        self.runner.cancelled.connect(self._run_cancelled)

    @property
    def reading(self) -> bool:
        """Whether a file is being read."""
        return self._reading.busy

    @property
    def busy(self) -> bool:
        return self.reading or self.runner.busy

    @property
    def awaited(self) -> Document | None:
        """The document that is going to be shown when the run under way is there."""
        document = self._next
        is_next = document is not None and self.runner.works_on(document.scenario)
        return document if is_next else None

    @property
    def name(self) -> str:
        """What is being opened: its file, else its title, which may be empty."""
        if self._path is not None:
            return self._path.name
        return name_of(self._next) if self._next is not None else ""

    def open(self, path: Path, read: Read) -> None:
        """Read a file, `read` or `refused` follows: at once for a small one."""
        self._reading.drop()
        self._path, self._began_s = path, perf_counter()
        if _size(path) < LARGE_FILE:
            self._take(_answer(path, read, 0))
        else:
            self._reading.start(lambda: _steps(path, read))

    def start(self, document: Document) -> None:
        """Simulate a document; `ready` follows. Raises ScenarioError."""
        made = self._made
        self._forget_reading()
        if made is None or made[0] is not document:
            made = document, Simulation(document.scenario)
        self._next = document
        self.runner.go(document.scenario, made[1])

    def cancel(self) -> None:
        """Nobody wants to wait for it any longer."""
        self._forget_reading()
        self.runner.cancel()
        self.ended.emit()

    def drop(self) -> None:
        """Forget what is under way, for something else is shown."""
        self._forget_reading()
        self.runner.drop()
        self._next = None
        self.ended.emit()

    def forget_reading(self) -> None:
        """Another file is read instead; a run under way goes on."""
        self._forget_reading()
        self._tell_end()

    def end(self) -> None:
        """Stop all work."""
        self.drop()
        self._reading.end()

    def _forget_reading(self) -> None:
        self._reading.drop()
        self._path = self._made = None

    def _tell_reading(self, _: object) -> None:
        if perf_counter() - self._began_s > SHOW_PROGRESS_AFTER_S:
            self.progressed.emit(0.0)

    def _tell_running(self, share: float) -> None:
        # What is read by now is wanted rather, and goes by the name.
        if not self.reading:
            self.progressed.emit(share)

    def _take(self, answer: tuple[Document, Simulation] | ScenarioError) -> None:
        path, self._path = self._path, None
        if isinstance(answer, ScenarioError):
            self.refused.emit(path, answer)
        else:
            self._made = answer
            self.read.emit(answer[0])
        self._tell_end()

    def _run_finished(self, scenario: Scenario, run: Run) -> None:
        document, self._next = self._next, None
        document.run = run
        self.ready.emit(document)
        self._tell_end()

    def _run_cancelled(self) -> None:
        self._next = None
        self._tell_end()

    def _tell_end(self) -> None:
        if not self.busy:
            self.ended.emit()


def name_of(document: Document) -> str:
    """The name of its file, else its title, which may be empty."""
    return document.path.name if document.path is not None else document.title


def _size(path: Path) -> int:
    """Bytes; 0 of what cannot be read, which reading it will say."""
    try:
        return path.stat().st_size
    except (OSError, ValueError):
        return 0


def _answer(path: Path, read: Read, instants: int) -> tuple[Document, Simulation] | ScenarioError:
    """A document and the beginning of its run, or why there is none."""
    try:
        document = read(path)
        simulation = Simulation(document.scenario)
    except ScenarioError as error:
        return error
    if instants:
        simulation.advance(instants)
    return document, simulation


def _steps(path: Path, read: Read) -> Iterator[object]:
    """Something to be told of while it lasts; then the answer."""
    yield 0.0
    # At first every channel draws its delays ahead, which takes as long as many instants later.
    yield _answer(path, read, INSTANTS_A_STEP)
