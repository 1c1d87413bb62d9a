"""Causal past and future of a row, event by event."""

from __future__ import annotations

import numpy as np


def cone(known, row: int, rows: int | None = None) -> tuple[np.ndarray, np.ndarray]:
    """bool[R] twice: the events of the past and of the future, the row itself among both.

    All False where the row is no application event that stands after ``rows`` rows.
    """
    masks = np.zeros((2, known.trace.row_count), dtype=bool)
    ends = known.frontiers(row, rows)
    if ends is not None:
        events = known.era(rows, row).view.event_rows
        process = known.trace.row_process[events]
        masks[0, events] = events <= ends[0][process]
        masks[1, events] = events >= ends[1][process]
    return masks[0], masks[1]
