"""Work that would hold up the event loop, in a thread of its own."""

from __future__ import annotations

import gc
import threading
from collections.abc import Callable
from typing import Any

MUCH = 100_000


class Uncollected:
    """From `begin` to `end` no cycles are collected; either may be said more than once.

    The collector runs in whichever thread makes the next object, and what it finds may be a
    widget of the window, which only the window's own thread may take apart. So it is that one
    that turns it off and, once it knows that the work has ended, on again. And while a large run
    grows there is more and more to look through, though a run makes no cycles.
    """

    _working = 0
    _was_on = False

    def __init__(self) -> None:
        self._is_on = False

    def begin(self) -> None:
        if self._is_on:
            return
        self._is_on = True
        if not Uncollected._working:
            Uncollected._was_on = gc.isenabled()
            gc.disable()
        Uncollected._working += 1

    def end(self) -> None:
        if not self._is_on:
            return
        self._is_on = False
        Uncollected._working -= 1
        if not Uncollected._working and Uncollected._was_on:
            gc.enable()

    @classmethod
    def is_somewhere(cls) -> bool:
        """Whether any work holds the collector."""
        return cls._working > 0


def collect_meanwhile() -> None:
    """Collect young cycles, from the window's own thread, if there are many by now."""
    if Uncollected.is_somewhere() and gc.get_count()[0] > MUCH:
        gc.collect(0)


class Background:
    """Does ``work`` once, at once; its exception comes out of `join`, then there is a result.

    ``is_uncollected``: see `Uncollected`; whoever asks for that must wait for the end some time.
    """

    def __init__(
        self,
        work: Callable[[], object],
        name: str = "snapviz-export",
        is_uncollected: bool = False,
    ):
        self._work = work
        self.result: Any = None
        self._error: Exception | None = None
        self._quiet = Uncollected()
        if is_uncollected:
            self._quiet.begin()
        self._thread = threading.Thread(target=self._do, name=name)
        self._thread.start()

    def join(self, patience_s: float = 0.0) -> bool:
        """Whether the work is done, after waiting so long for it at most."""
        self._thread.join(patience_s)
        if self._thread.is_alive():
            return False
        self._quiet.end()
        if self._error is not None:
            raise self._error
        return True

    def settle(self, patience_s: float) -> bool:
        """Whether the work has ended, however it ended, after waiting so long at most."""
        self._thread.join(patience_s)
        if self._thread.is_alive():
            return False
        self._quiet.end()
        return True

    def wait(self) -> None:
        """Until the work has ended, however it ended."""
        self._thread.join()
        self._quiet.end()

    def _do(self) -> None:
        try:
            self.result = self._work()
        except Exception as error:  # noqa: BLE001 it comes out of join
            self._error = error
