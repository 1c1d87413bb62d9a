"""The state of every process after any number of rows: restore a keyframe, apply the rest."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np

from snapviz.engine.application import give, take
from snapviz.engine.keyframes import Keyframes
from snapviz.engine.trace import RowKind, Trace


def states_after(
    trace: Trace,
    rows: int,
    initial: list[dict[str, Any]],
    keyframes: Keyframes,
    quantities: Mapping[str, str],
) -> list[dict[str, Any]]:
    """One state a process, after the first ``rows`` rows. Costs at most a keyframe interval.

    A recovery puts everyone in place at once, so its first row stands for all of them.
    """
    rows = _whole(trace, rows)
    frame = keyframes.at_row(rows)
    first, states = (0, initial) if frame is None else (frame.rows, frame.states)
    states = [dict(state) for state in states]
    if not _adds_up(trace, first, rows, states):
        for _ in followed(trace, first, rows, states, quantities):
            pass
    return states


def _adds_up(trace: Trace, first: int, last: int, states: list[dict[str, Any]]) -> bool:
    """Do it at once where nothing happens but transfers of whole amounts; False: nothing is done.

    What was sent was there, so that the order makes no difference.
    """
    kinds, places = trace.row_kind[first:last], trace.row_process[first:last]
    if np.isin(kinds, (RowKind.RESTART, RowKind.ROLL_BACK)).any():
        return False
    if any(row.fallen and first <= row.row < last for row in trace.recoveries):
        return False
    moved = np.zeros(len(states), dtype=np.int64)
    for kind, change in ((RowKind.SEND, np.subtract), (RowKind.RECEIVE, np.add)):
        chosen = np.flatnonzero(kinds == kind)
        payloads = [trace.payloads[ref] for ref in trace.row_ref[first:last][chosen].tolist()]
        if any(type(payload) is not int for payload in payloads):
            return False
        change.at(moved, places[chosen], np.array(payloads, dtype=np.int64))
    for process in np.flatnonzero(moved).tolist():
        states[process]["balance"] += int(moved[process])
    return True


def followed(
    trace: Trace,
    first: int,
    last: int,
    states: list[dict[str, Any]],
    quantities: Mapping[str, str],
) -> Iterator[int]:
    """Change the states by the rows from ``first`` to before ``last``.

    Yields after each row whose row it was: the number of its process.
    """
    kinds = trace.row_kind[first:last].tolist()
    places = trace.row_process[first:last].tolist()
    refs = trace.row_ref[first:last].tolist()
    fallen = {row.row: row.fallen for row in trace.recoveries if row.fallen}
    for row, kind, process, ref in zip(range(first, last), kinds, places, refs, strict=True):
        for left, state in fallen.get(row, {}).items():
            states[left] = dict(state)
        if kind in (RowKind.RESTART, RowKind.ROLL_BACK):
            states[process] = dict(trace.notes[ref].data["state"])
        else:
            _move(trace, states[process], kind, ref, quantities)
        yield process


def apply_moves(
    trace: Trace, state: dict[str, Any], rows: np.ndarray, quantities: Mapping[str, str]
) -> None:
    """Take from a process's state what it sent at these rows, and give it what it received."""
    for kind, ref in zip(trace.row_kind[rows].tolist(), trace.row_ref[rows].tolist(), strict=True):
        _move(trace, state, kind, ref, quantities)


def _move(
    trace: Trace, state: dict[str, Any], kind: int, ref: int, quantities: Mapping[str, str]
) -> None:
    if kind == RowKind.SEND:
        take(state, trace.payloads[ref], quantities)
    elif kind == RowKind.RECEIVE:
        give(state, trace.payloads[ref], quantities)


def _whole(trace: Trace, rows: int) -> int:
    """``rows``, and the rest of the recovery that the last of them is a part of."""
    begins = [recovery.row for recovery in trace.recoveries if recovery.row < rows]
    if not begins:
        return rows
    after = begins[-1]
    others = {recovery.row for recovery in trace.recoveries} - {after}
    while after < trace.row_count and after not in others and _is_put_back(trace, after):
        after += 1
    return max(rows, after)


def _is_put_back(trace: Trace, row: int) -> bool:
    return trace.row_kind[row] in (RowKind.RESTART, RowKind.ROLL_BACK)
