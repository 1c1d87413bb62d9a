"""Work that would hold up the event loop, in a thread of its own."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any


class Background:
    """Does ``work`` once, at once; its exception comes out of `join`, then there is a result."""

    def __init__(self, work: Callable[[], object], name: str = "snapviz-export"):
        self._work = work
        self.result: Any = None
        self._error: Exception | None = None
        self._thread = threading.Thread(target=self._do, name=name)
        self._thread.start()

    def join(self, patience_s: float = 0.0) -> bool:
        """Whether the work is done, after waiting so long for it at most."""
        self._thread.join(patience_s)
        if self._thread.is_alive():
            return False
        if self._error is not None:
            raise self._error
        return True

    def settle(self, patience_s: float) -> bool:
        """Whether the work has ended, however it ended, after waiting so long at most."""
        self._thread.join(patience_s)
        return not self._thread.is_alive()

    def wait(self) -> None:
        """Until the work has ended, however it ended."""
        self._thread.join()

    def _do(self) -> None:
        try:
            self.result = self._work()
        except Exception as error:  # noqa: BLE001 it comes out of join
            self._error = error
