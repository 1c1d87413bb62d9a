"""Work that takes its time, in a thread of its own; the window only looks whether it is done."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from snapviz.render.background import Background, collect_meanwhile

LOOK_MS = 15

Steps = Iterator[Any]


class _Threads:
    """The threads of a job, which may outlive it by a moment."""

    def __init__(self) -> None:
        self.working: list[Background] = []
        self.stop = threading.Event()

    def settle(self) -> bool:
        """Whether all have stopped that were told to."""
        self.working = [work for work in self.working if not work.settle(0.0)]
        return not self.working

    def end(self) -> None:
        """Tell them to stop, and wait until they have."""
        self.stop.set()
        while self.working:
            self.working.pop().wait()


class Job(QObject):
    """Takes the steps of one generator; what it yields last is the answer.

    ``progressed`` carries what the latest step yielded, ``shared`` too where that is the share
    done (0 to 1), ``finished`` the last one. Starting another, or `drop`, stops the one before
    between two of its steps; `end` also waits for that.
    """

    progressed = Signal(object)
    shared = Signal(float)
    finished = Signal(object)

    def __init__(self, parent: QObject | None = None):
        super().__init__(parent)
        self._work: Background | None = None
        self._threads = _Threads()
        # Not every job is ended before it is deleted.
        self.destroyed.connect(self._threads.end)
        self._latest: list[Any] = []
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self._look)

    @property
    def busy(self) -> bool:
        return self._work is not None

    def start(self, make: Callable[[], Steps]) -> None:
        """``make`` is called in the thread too, and gives the steps."""
        self.drop()
        stop = self._threads.stop = threading.Event()
        latest = self._latest = []

        def work() -> None:
            for step in make():
                latest[:] = [step]
                if stop.is_set():
                    return

        self._work = Background(work, "snapviz-steps", is_uncollected=True)
        self._threads.working.append(self._work)
        self._timer.start()

    def drop(self) -> None:
        """Stop after the step under way, whose outcome nobody wants any more."""
        self._threads.stop.set()
        self._work = None

    def end(self) -> None:
        """Stop, and wait until nothing works any more."""
        self.drop()
        self._threads.end()
        self._timer.stop()

    def _look(self) -> None:
        work = self._work
        if work is None:
            self._look_after_dropped()
            return
        latest = self._latest[0] if self._latest else None
        if not work.settle(0.0):
            collect_meanwhile()
            if latest is not None:
                self.progressed.emit(latest)
                if isinstance(latest, float):
                    self.shared.emit(latest)
            return
        self._work = None
        self._look_after_dropped()
        work.join()
        self.finished.emit(latest)

    def _look_after_dropped(self) -> None:
        """Nobody waits for what was dropped and is still in the middle of a step."""
        if self._threads.settle():
            self._timer.stop()
