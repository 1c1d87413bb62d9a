"""Who is down at an instant of a run, looked up quickly while the run plays."""

from __future__ import annotations

import numpy as np

from snapviz.engine.trace import RowKind
from snapviz.run import Run


class Standing:
    """The crashes and restarts of one run; ``None``: no run, and nobody is down."""

    def __init__(self, run: Run | None):
        self.run = run
        self._changes: list[tuple[int, str, bool]] = []
        if run is None:
            return
        trace = run.trace
        kinds = (RowKind.CRASH, RowKind.RESTART)
        for row in np.flatnonzero(np.isin(trace.row_kind, kinds)).tolist():
            note = trace.notes[int(trace.row_ref[row])]
            name = trace.process_ids[note.process]
            self._changes.append((int(trace.row_time[row]), name, note.kind == RowKind.CRASH))

    def down(self, time_us: int) -> frozenset[str]:
        """The processes that have crashed by then and not restarted."""
        down: set[str] = set()
        for changed_us, name, crashed in self._changes:
            if changed_us > time_us:
                break
            (down.add if crashed else down.discard)(name)
        return frozenset(down)
