"""Telling how far long work has come, and stopping it."""

from __future__ import annotations

from collections.abc import Callable

Progress = Callable[[float], object]
"""Hears the share done, 0 to 1."""

ShouldStop = Callable[[], bool]
"""Asked every so often; True ends the work."""


class Cancelled(Exception):
    """The work was told to stop, and did; there is no result."""
