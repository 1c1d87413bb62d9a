"""Did the recorded state ever happen? And how many events change places so that it does."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from typing import Any

import numpy as np

from snapviz.engine.application import give, take
from snapviz.engine.trace import RowKind, Trace
from snapviz.run import Run, Snapshot

PUT_BACK = (RowKind.RESTART, RowKind.ROLL_BACK)
SLICE = 2000  # rows looked at between two chances to stop


def occurrences(run: Run, snapshot: Snapshot) -> list[int]:
    """The moments at which the system was in the recorded state, as numbers of rows passed.

    A global state is the states of all processes and what each channel holds: the payloads in
    the order sent. Moments between which no application event lies count once, as the first.
    """
    found: list[int] = []
    for rows in looked_for(run, snapshot):
        if rows is not None:
            found.append(rows)
    return found


def looked_for(run: Run, snapshot: Snapshot) -> Iterator[int | None]:
    """The same one by one; None now and then, for whoever wants to stop."""
    past = _Past(run, snapshot)
    if past.matches:
        yield 0
    trace = run.trace
    changing = trace.is_application_row | np.isin(trace.row_kind, PUT_BACK)
    for number, row in enumerate(np.flatnonzero(changing).tolist()):
        past.before(row)
        if past.after(row):
            yield row + 1
        if number % SLICE == 0:
            yield None


class _Past:
    """The global state row by row, and how many parts of it differ from the recorded one."""

    def __init__(self, run: Run, snapshot: Snapshot) -> None:
        trace, self._run = run.trace, run
        self._kinds, self._refs = trace.row_kind, trace.row_ref
        self._places = trace.row_process
        self._states = [dict(state) for state in run.initial_states]
        self._wanted = [state.state for state in snapshot.processes.values()]
        self._held: list[list[int]] = [[] for _ in trace.channel_ends]
        self._wanted_held: list[list[Any]] = [[] for _ in trace.channel_ends]
        for record in trace.channel_records:
            if record.snapshot == snapshot.number:
                payload = trace.message_payload(record.message)
                self._wanted_held[record.channel].append((record.message, payload))
        self._wanted_held = [[p for _, p in sorted(h, key=_first)] for h in self._wanted_held]
        self._moves = deque(_moves(trace))
        self._differ = {("p", p) for p in range(len(self._states)) if not self._is_state(p)}
        self._differ |= {("c", c) for c in range(len(self._held)) if self._wanted_held[c]}

    @property
    def matches(self) -> bool:
        return not self._differ

    def before(self, row: int) -> None:
        """What recoveries and losses did to the channels before a row."""
        while self._moves and self._moves[0][0] <= row:
            _, message, is_back = self._moves.popleft()
            (self._hold if is_back else self._let_go)(message)

    def after(self, row: int) -> bool:
        """Take one more event in; whether the state after it is the recorded one."""
        kind, ref, process = int(self._kinds[row]), int(self._refs[row]), int(self._places[row])
        trace, quantities = self._run.trace, self._run.quantities
        if kind == RowKind.SEND:
            take(self._states[process], trace.payloads[ref], quantities)
            if trace.message_due[ref] >= 0:
                self._hold(ref)
        elif kind == RowKind.RECEIVE:
            give(self._states[process], trace.payloads[ref], quantities)
            self._let_go(trace.message_copies.get(ref, ref))
        elif kind in PUT_BACK:
            self._states[process] = dict(trace.notes[ref].data["state"])
        else:
            return False
        self._note(("p", process), self._is_state(process))
        return self.matches

    def _hold(self, message: int) -> None:
        channel = int(self._run.trace.message_channel[message])
        self._held[channel].append(message)
        self._note(("c", channel), self._is_held(channel))

    def _let_go(self, message: int) -> None:
        channel = int(self._run.trace.message_channel[message])
        if message in self._held[channel]:
            self._held[channel].remove(message)
        self._note(("c", channel), self._is_held(channel))

    def _is_state(self, process: int) -> bool:
        return self._states[process] == self._wanted[process]

    def _is_held(self, channel: int) -> bool:
        held, wanted = self._held[channel], self._wanted_held[channel]
        if len(held) != len(wanted):
            return False
        return [self._run.trace.message_payload(m) for m in held] == wanted

    def _note(self, part: tuple[str, int], is_right: bool) -> None:
        if is_right:
            self._differ.discard(part)
        else:
            self._differ.add(part)


def _moves(trace: Trace) -> list[tuple[int, int, bool]]:
    """(row, message, whether it is on its channel again rather than gone), rows ascending."""
    gone = [(loss.row, loss.message, False) for loss in trace.losses]
    for row in trace.recoveries:
        gone += [(row.row, message, False) for message in row.recalled]
        gone += [(row.row, message, True) for message in row.again]
    return sorted(gone)


def _first(pair: tuple) -> Any:
    return pair[0]


def swaps(snapshot: Snapshot) -> int:
    """How many pairs of neighbouring events change places, one after the other.

    Each event after the cut passes each event before it that happened later: these pairs are
    the inversions of the order. Zero: the run itself passed through the cut.
    """
    computation = snapshot.era.computation
    first = computation.event_local < snapshot.cut[computation.event_process]
    return int(np.cumsum(~first)[first].sum())
