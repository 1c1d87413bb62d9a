"""Long work in a thread of its own, while the window goes on."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from snapviz.render.background import Background
from snapviz.scenario import ScenarioError
from snapviz.study.progress import Cancelled, Progress, ShouldStop
from snapviz.ui.refusals import told_lines

LOOK_MS = 25

Work = Callable[[Progress, ShouldStop], Any]


class _Thread:
    """The thread of a job, which may outlive the job by a moment."""

    def __init__(self) -> None:
        self.running: Background | None = None
        self.stop = threading.Event()

    def end(self) -> None:
        """Tell it to stop. It ends by itself: nobody waits, least of all a window that closes."""
        self.stop.set()
        self.running = None


class StudyJob(QObject):
    """Does one piece of work at a time; starting another gives up the one before.

    ``progressed`` carries the share done (0 to 1), ``finished`` the result, ``failed`` the words
    of what went wrong. Of work that was given up nothing is heard any more.
    """

    progressed = Signal(float)
    finished = Signal(object)
    failed = Signal(str)

    def __init__(self, parent: QObject | None = None):
        super().__init__(parent)
        self._thread = _Thread()
        # Not every job is ended before it is deleted.
        self.destroyed.connect(self._thread.end)
        self._wanted: Work | None = None
        self._share = 0.0
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self._look)

    @property
    def busy(self) -> bool:
        """Something is being done whose result will be told."""
        return self._wanted is not None or (
            self._thread.running is not None and not self._thread.stop.is_set()
        )

    def start(self, work: Work) -> None:
        """``work`` is called with what hears the share done, and what says whether to stop."""
        self._thread.stop.set()
        self._wanted = work
        if self._thread.running is None:
            self._begin()
        self._timer.start()

    def cancel(self) -> None:
        """Give the work up; its thread ends as soon as it notices."""
        self._thread.stop.set()
        self._wanted = None

    def end(self) -> None:
        """The same when the window closes; what the thread comes to is nobody's any more."""
        self.cancel()
        self._thread.end()
        self._timer.stop()

    def _begin(self) -> None:
        work, self._wanted = self._wanted, None
        stop = self._thread.stop = threading.Event()
        self._share = 0.0
        self._thread.running = Background(lambda: work(self._hear, stop.is_set), "snapviz-study")

    @property
    def idle(self) -> bool:
        """No thread is there, not even one that has been told to stop."""
        return self._thread.running is None

    def _hear(self, share: float) -> None:
        self._share = share

    def _look(self) -> None:
        try:
            if not self._thread.running.join():
                if self.busy:
                    self.progressed.emit(self._share)
                return
            tell, outcome = self.finished, self._thread.running.result
        except Cancelled:
            tell, outcome = None, None
        except ScenarioError as error:
            tell, outcome = self.failed, "\n".join(told_lines(error))
        except Exception as error:  # noqa: BLE001 whatever it is, it is told and not lost
            tell, outcome = self.failed, str(error) or type(error).__name__
        self._thread.running = None
        stopped = self._thread.stop.is_set()
        if self._wanted is not None:
            self._begin()
            return
        self._timer.stop()
        if tell is not None and not stopped:
            tell.emit(outcome)
