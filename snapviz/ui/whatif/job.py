"""Work that takes its time, in a thread of its own; the window only looks whether it is done."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from snapviz.render.background import Background

LOOK_MS = 15

Steps = Iterator[Any]


class Job(QObject):
    """Takes the steps of one generator; what it yields last is the answer.

    ``progressed`` carries what the latest step yielded, ``finished`` the last one. Starting
    another, or `drop`, stops the one before between two of its steps; `end` also waits for that.
    """

    progressed = Signal(object)
    finished = Signal(object)

    def __init__(self, parent: QObject | None = None):
        super().__init__(parent)
        self._work: Background | None = None
        self._stopped: list[Background] = []
        self._stop = threading.Event()
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
        self._stop, self._latest = threading.Event(), []
        stop, latest = self._stop, self._latest

        def work() -> None:
            for step in make():
                latest[:] = [step]
                if stop.is_set():
                    return

        self._work = Background(work)
        self._timer.start()

    def drop(self) -> None:
        """Stop after the step under way, whose outcome nobody wants any more."""
        self._timer.stop()
        work, self._work = self._work, None
        if work is not None:
            self._stop.set()
            self._stopped.append(work)

    def end(self) -> None:
        """Stop, and wait until nothing works any more."""
        self.drop()
        while self._stopped:
            self._stopped.pop().wait()

    def _look(self) -> None:
        work = self._work
        latest = self._latest[0] if self._latest else None
        if not work.join():
            if latest is not None:
                self.progressed.emit(latest)
            return
        self.end()
        self.finished.emit(latest)
