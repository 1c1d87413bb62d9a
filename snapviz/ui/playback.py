"""The play-head: where in a run the window stands, and how it moves on.

A position is a number of trace rows passed (0 to R) and an instant in
microseconds. The stops are the start, then each row; between two stops the
instant moves on while the rows stay, so that messages can be seen travelling.
The end is the last row's stop; playing goes on to the end of the run's time.
"""

from __future__ import annotations

from time import monotonic_ns

import numpy as np
from PySide6.QtCore import QObject, Qt, QTimer, Signal

SPEEDS = (0.1, 0.25, 0.5, 1.0, 2.0, 5.0, 10.0)
FRAME_MS = 16
WHOLE_RUN_S = 10


def natural_rate(duration_us: int) -> float:
    """Virtual microseconds per real second at speed 1.

    The rule: the whole run in about 10 seconds, so that the figure shown is
    the nearest of 1, 2 and 5 times a power of ten (7 to 15 seconds).
    """
    wanted = max(duration_us, 1) / WHOLE_RUN_S
    power = 10.0 ** np.floor(np.log10(wanted))
    step = min((1, 2, 5, 10), key=lambda s: abs(np.log(s * power / wanted)))
    return float(step * power)


class Playback(QObject):
    """Moves the play-head over the rows of one run.

    ``clock`` gives real nanoseconds; tests hand in their own.
    """

    position_changed = Signal()
    playing_changed = Signal(bool)
    speed_changed = Signal(float)

    def __init__(self, parent: QObject | None = None, clock=monotonic_ns):
        super().__init__(parent)
        self._clock = clock
        self._row_times = np.zeros(0, dtype=np.int64)
        self._end_us = 0
        self._started_ns = 0
        self._started_us = 0
        self.rows = 0
        self.time_us = 0
        self.speed = 1.0
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(FRAME_MS)
        self._timer.timeout.connect(self._tick)

    def set_run(self, row_times: np.ndarray, end_us: int) -> None:
        """Follow another run (``row_times``: int64[R], ascending) from its start."""
        self.pause()
        self._row_times = np.asarray(row_times, dtype=np.int64)
        self._end_us = int(end_us)
        self._move(0, 0)

    def change_run(self, row_times: np.ndarray, end_us: int) -> None:
        """Follow an edited run: stay at the instant, or at the end if that is where it was."""
        # Of a run in which nothing happens yet the end is seen, so that what is drawn is not faint.
        was_at_end = self.at_end or not self.row_count
        self._row_times = np.asarray(row_times, dtype=np.int64)
        self._end_us = int(end_us)
        self._move_to_time(self._end_us if was_at_end else min(self.time_us, self._end_us))
        self._restart_clock()

    @property
    def row_count(self) -> int:
        return len(self._row_times)

    @property
    def end_us(self) -> int:
        return self._end_us

    @property
    def playing(self) -> bool:
        return self._timer.isActive()

    @property
    def at_start(self) -> bool:
        return self.rows == 0 and self.time_us == 0

    @property
    def at_end(self) -> bool:
        return self.rows == self.row_count and self.time_us >= self._end_us

    @property
    def rate(self) -> float:
        """Virtual microseconds per real second at the chosen speed."""
        return natural_rate(self._end_us) * self.speed

    def set_speed(self, speed: float) -> None:
        self.speed = min(max(float(speed), SPEEDS[0]), SPEEDS[-1])
        self._restart_clock()
        self.speed_changed.emit(self.speed)

    def change_speed(self, steps: int) -> None:
        """Go to the next faster (+1) or slower (-1) of ``SPEEDS``."""
        nearest = min(range(len(SPEEDS)), key=lambda i: abs(SPEEDS[i] - self.speed))
        self.set_speed(SPEEDS[min(max(nearest + steps, 0), len(SPEEDS) - 1)])

    def toggle(self) -> None:
        self.pause() if self.playing else self.play()

    def play(self) -> None:
        """Play on from here; from the start when the end is reached."""
        if self.playing or not self._end_us:
            return
        if self.at_end:
            self._move_to_stop(0)
        self._restart_clock()
        self._timer.start()
        self.playing_changed.emit(True)

    def pause(self) -> None:
        if self.playing:
            self._timer.stop()
            self.playing_changed.emit(False)

    def step_forward(self) -> None:
        """Pass another row; after the last one, go to the end of the run."""
        self.pause()
        if self.rows < self.row_count:
            self._move_to_stop(self.rows + 1)
        else:
            self._move_to_time(self._end_us)

    def step_back(self) -> None:
        """Take back the row passed last."""
        self.pause()
        self._move_to_stop(self.rows - 1)

    def to_start(self) -> None:
        self.pause()
        self._move_to_stop(0)

    def to_end(self) -> None:
        self.pause()
        self._move_to_time(self._end_us)

    def to_row(self, row: int) -> None:
        """Stop right after the given row happened."""
        self.pause()
        self._move_to_stop(row + 1)

    def scrub(self, time_us: int) -> None:
        """Go to an instant: everything that happened up to it lies behind."""
        self._move_to_time(min(max(int(time_us), 0), self._end_us))
        self._restart_clock()

    def _tick(self) -> None:
        elapsed_s = (self._clock() - self._started_ns) / 1e9
        time_us = self._started_us + int(elapsed_s * self.rate)
        if time_us >= self._end_us:
            self.pause()
        self._move_to_time(min(time_us, self._end_us))

    def _restart_clock(self) -> None:
        self._started_ns = self._clock()
        self._started_us = self.time_us

    def _move_to_stop(self, rows: int) -> None:
        rows = min(max(rows, 0), self.row_count)
        self._move(rows, int(self._row_times[rows - 1]) if rows else 0)

    def _move_to_time(self, time_us: int) -> None:
        rows = int(np.searchsorted(self._row_times, time_us, side="right"))
        self._move(rows, time_us)

    def _move(self, rows: int, time_us: int) -> None:
        self.rows = rows
        self.time_us = time_us
        self.position_changed.emit()
