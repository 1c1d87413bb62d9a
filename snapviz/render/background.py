"""Work that would hold up the event loop, in a thread of its own."""

from __future__ import annotations

import gc
import threading
from collections.abc import Callable
from typing import Any

MUCH = 100_000


class _Collector:
    """No cycles are collected while such a thread works.

    The collector runs in whichever thread makes the next object, and what it finds may be a
    widget of the window, which only the window's own thread may take apart. So it is that one
    that turns it off and, once it knows that the work has ended, on again.
    """

    working = 0
    was_on = False

    def hold(self) -> None:
        if not self.working:
            self.was_on = gc.isenabled()
            gc.disable()
        self.working += 1

    def let_go(self) -> None:
        self.working -= 1
        if not self.working and self.was_on:
            gc.enable()


_collector = _Collector()


def collect_meanwhile() -> None:
    """Collect young cycles, from the window's own thread, if work in another made many."""
    if _collector.working and gc.get_count()[0] > MUCH:
        gc.collect(0)


class Background:
    """Does ``work`` once, at once; its exception comes out of `join`, then there is a result.

    ``is_uncollected``: see `_Collector`; whoever asks for that must wait for the end some time.
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
        self._is_held = is_uncollected
        if is_uncollected:
            _collector.hold()
        self._thread = threading.Thread(target=self._do, name=name)
        self._thread.start()

    def join(self, patience_s: float = 0.0) -> bool:
        """Whether the work is done, after waiting so long for it at most."""
        self._thread.join(patience_s)
        if self._thread.is_alive():
            return False
        self._let_go()
        if self._error is not None:
            raise self._error
        return True

    def settle(self, patience_s: float) -> bool:
        """Whether the work has ended, however it ended, after waiting so long at most."""
        self._thread.join(patience_s)
        if self._thread.is_alive():
            return False
        self._let_go()
        return True

    def wait(self) -> None:
        """Until the work has ended, however it ended."""
        self._thread.join()
        self._let_go()

    def _let_go(self) -> None:
        if self._is_held:
            self._is_held = False
            _collector.let_go()

    def _do(self) -> None:
        try:
            self.result = self._work()
        except Exception as error:  # noqa: BLE001 it comes out of join
            self._error = error
