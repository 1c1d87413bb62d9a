"""No workload: only the script makes things happen."""

from __future__ import annotations

from snapviz.engine.hooks import Workload


class Silent(Workload):
    """Does nothing."""

    KIND = "none"
