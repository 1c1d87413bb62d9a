"""From one event to its neighbours, for those who go by keyboard."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import Qt

from snapviz.diagram.facts import facts
from snapviz.engine.trace import RowKind

ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)


def neighbour(run, row: int, key: Qt.Key) -> int | None:
    """The event row that an arrow key leads to; None at the ends.

    Sideways along the process line. Up and down to the other end of the event's message
    if that lies there, else to the event next in time on the next line that has any.
    """
    process = int(run.trace.row_process[row])
    if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
        rows = _rows_on(run, process)
        place = int(np.searchsorted(rows, row)) + (1 if key == Qt.Key.Key_Right else -1)
        return int(rows[place]) if 0 <= place < len(rows) else None
    step = 1 if key == Qt.Key.Key_Down else -1
    other = _other_end(run, row)
    if other is not None and (int(run.trace.row_process[other]) - process) * step > 0:
        return other
    lines = range(process + step, len(run.trace.process_ids) if step > 0 else -1, step)
    return next((found for found in (_nearest(run, line, row) for line in lines) if found), None)


def nearest_to(run, time_us: int) -> int | None:
    """The application event nearest to an instant."""
    rows = facts(run).event_rows
    if not len(rows):
        return None
    return int(rows[np.argmin(np.abs(run.trace.row_time[rows] - time_us))])


def _rows_on(run, process: int) -> np.ndarray:
    rows = facts(run).event_rows
    return rows[run.trace.row_process[rows] == process]


def _nearest(run, process: int, row: int) -> int | None:
    rows = _rows_on(run, process)
    if not len(rows):
        return None
    distance = np.abs(run.trace.row_time[rows] - run.trace.row_time[row])
    return int(rows[np.argmin(distance)])


def _other_end(run, row: int) -> int | None:
    kind = int(run.trace.row_kind[row])
    if kind not in (RowKind.SEND, RowKind.RECEIVE, RowKind.DUPLICATE):
        return None
    known, message = facts(run), int(run.trace.row_ref[row])
    if kind == RowKind.SEND:
        arrival = int(known.arrival_row[message])
        return arrival if arrival < run.trace.row_count else None
    return int(known.send_row[run.trace.message_copies.get(message, message)])
