"""How long the window's thread stays in one turn of its event loop, in processor time.

While a turn lasts, nobody is answered. Processor time is measured, not time on the wall:
what else runs on the machine does not count.
"""

from __future__ import annotations

from collections.abc import Callable
from statistics import median
from time import perf_counter, thread_time

from PySide6.QtCore import QAbstractEventDispatcher, QCoreApplication, QEvent, QEventLoop, QTimer

LIMIT_S = 0.050
# What the loop of `_sample` takes on the machine the limit is meant for.
LOOP_S = 0.004
AWAKE_MS = 4
ALL = QEventLoop.ProcessEventsFlag.AllEvents
WAITING = QEventLoop.ProcessEventsFlag.WaitForMoreEvents


def _sample() -> float:
    """How many times slower this machine is just now than the usual one."""
    started = thread_time()
    total = 0
    for number in range(50_000):
        total += number * number % 7
    return (thread_time() - started) / LOOP_S


class Watchdog:
    """Does one thing after the other and keeps the longest stay that each of them caused."""

    def __init__(self) -> None:
        self.longest: dict[str, float] = {}
        self._samples: list[float] = []
        self._turn = QAbstractEventDispatcher.instance()

    @property
    def slowness(self) -> float:
        """How many times slower the machine was all the while; never less than 1."""
        return max(1.0, median(self._samples))

    def does(self, what: str, act: Callable[[], object], settle_s: float = 0.0) -> None:
        """One event of a hand, then all turns it brings about within ``settle_s`` and a moment."""
        self._measure(what, act)
        until = perf_counter() + settle_s
        self._turns(what, lambda: perf_counter() < until)
        # Whatever is ready goes on being done without waiting for more.
        while self._measure(what, lambda: self._turn.processEvents(ALL)):
            self._measure(what, _bury)
        self._samples.append(_sample())

    def waits(self, what: str, wanted: Callable[[], bool], at_most_s: float = 30.0) -> None:
        """Turns until something is so."""
        until = perf_counter() + at_most_s
        self._turns(what, lambda: not wanted() and perf_counter() < until)
        assert wanted(), what

    def _turns(self, what: str, go_on: Callable[[], bool]) -> None:
        # A turn that waits for events is ended by this one at the latest.
        alarm = QTimer()
        alarm.start(AWAKE_MS)
        while go_on():
            self._measure(what, lambda: self._turn.processEvents(WAITING))
            self._measure(what, _bury)
        alarm.stop()

    def _measure(self, what: str, act: Callable[[], object]) -> object:
        started = thread_time()
        result = act()
        stay = thread_time() - started
        self.longest[what] = max(stay, self.longest.get(what, 0.0))
        return result


def _bury() -> None:
    """What an event loop does by itself: delete what was to be deleted later."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
