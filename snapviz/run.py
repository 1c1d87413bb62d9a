"""A finished run: its trace, its snapshots, and what the oracle says of them.

The protocols have no part in a verdict: it comes from the trace, by the causality room.
"""

from __future__ import annotations

from bisect import bisect_right
from copy import copy
from dataclasses import dataclass
from functools import cached_property
from typing import Any, ClassVar

import numpy as np

from snapviz.causality.clocks import clock_after
from snapviz.causality.computation import Computation
from snapviz.causality.verdict import judge
from snapviz.engine.application import active_quantities, amount_of, conserved_quantity
from snapviz.engine.computation import CausalView
from snapviz.engine.costs import Cost, snapshot_cost
from snapviz.engine.digest import trace_digest
from snapviz.engine.eras import Era, eras_of
from snapviz.engine.failures import failure_words
from snapviz.engine.freeze import freeze
from snapviz.engine.keyframes import Keyframes
from snapviz.engine.simulator import Simulator
from snapviz.engine.states import states_after
from snapviz.engine.trace import Outstanding, Record, SnapshotRow, Trace
from snapviz.kept import Commit, Storage, commit_of, storage_of
from snapviz.scenario.model import Scenario


@dataclass(frozen=True)
class RecordedState:
    """What one process saved: when, after how many of its events, and what."""

    recorded_us: int
    event_index: int
    state: dict[str, Any]
    vector_clock: dict[str, int]


@dataclass(frozen=True)
class ChannelMessage:
    """A message in a recorded channel state; ``message`` is its number in the trace."""

    message: int
    payload: dict[str, Any]
    sent_us: int
    received_us: int | None


@dataclass(frozen=True)
class Verdict:
    """The oracle on a complete snapshot, messages by their numbers in the trace.

    ``expected`` and ``recorded`` are sums of the conserved quantity, None where
    the scenario conserves nothing.
    """

    orphans: tuple[int, ...]
    missing: tuple[int, ...]
    extra: tuple[int, ...]
    expected: int | None
    recorded: int | None

    @property
    def consistent(self) -> bool:
        """No message is received inside the cut and sent outside it."""
        return not self.orphans

    @property
    def conserved(self) -> bool:
        """What should be there was recorded."""
        return self.expected == self.recorded

    @property
    def sound(self) -> bool:
        """Consistent, conserved, and every channel state exactly right."""
        return self.consistent and self.conserved and not self.missing and not self.extra


@dataclass(frozen=True)
class Waiting:
    """What a process still waits for, at the end of the run or before: a marker, a report, a token.

    ``channel``: (from, to), or None where it may come from anywhere; ``sender``: who it must come
    from where no channel says so.
    """

    process: str
    channel: tuple[str, str] | None
    what: str
    since_us: int
    sender: str | None


class Snapshot:
    """One snapshot of a run; what is derived is derived when asked for."""

    def __init__(self, run: Run, row: SnapshotRow) -> None:
        self._run = run
        self.number = row.number
        self.id = row.id
        self.protocol = row.protocol
        self.initiator = None if row.initiator is None else run.trace.process_ids[row.initiator]
        self.started_us = row.started_us
        self.completed_us = row.completed_us
        self.status = row.status
        self.order = row.order
        names = run.trace.process_ids
        self.failure = row.failure and (row.failure[0], tuple(names[p] for p in row.failure[1]))

    @property
    def reason(self) -> str:
        """Why it failed or was aborted, in words; empty if it did not."""
        return failure_words(*self.failure) if self.failure else ""

    @property
    def action(self) -> int | None:
        """The place in the script of the action that started it."""
        return None if self.order is None else self._run.script_order[self.order]

    @property
    def at_local_us(self) -> int | None:
        """What every clock was to read, of a snapshot by the clocks."""
        if self.action is None:
            return None
        action = self._run.scenario.script[self.action]
        if action.at_local_us is None:
            return None
        return action.at_local_us + self.started_us - action.at_us

    @cached_property
    def records(self) -> tuple[Record, ...]:
        """The recorded local states in process order."""
        mine = [record for record in self._run.trace.records if record.snapshot == self.number]
        return tuple(sorted(mine, key=lambda record: record.process))

    @cached_property
    def era(self) -> Era:
        """What stood while it was taken."""
        first = self.records[0].row if self.records else self._run.trace.row_count
        return self._run.era(first)

    @cached_property
    def cut(self) -> np.ndarray | None:
        """int64[n]: how many events of each process lie inside; None until all have recorded."""
        if len(self.records) < len(self._run.trace.process_ids):
            return None
        return np.array([self.era.events_before(r.row, r.process) for r in self.records])

    @cached_property
    def processes(self) -> dict[str, RecordedState]:
        """The recorded state of each process that has recorded, by id."""
        return {self._run.trace.process_ids[r.process]: self._state(r) for r in self.records}

    def _state(self, record: Record) -> RecordedState:
        run = self._run
        count = self.era.events_before(record.row, record.process)
        clock = clock_after(self.era.computation, record.process, count).tolist()
        vector = {pid: k for pid, k in zip(run.trace.process_ids, clock, strict=True) if k}
        return RecordedState(record.time_us, count, record.state, vector)

    @cached_property
    def channels(self) -> dict[tuple[str, str], list[ChannelMessage]]:
        """The recorded messages of each channel that recorded any, channels in file order."""
        trace = self._run.trace
        by_channel: dict[int, list[ChannelMessage]] = {}
        for record in trace.channel_records:
            if record.snapshot == self.number:
                message = self._run.message(record.message, self.era)
                by_channel.setdefault(record.channel, []).append(message)
        return {
            tuple(trace.process_ids[end] for end in trace.channel_ends[channel]): messages
            for channel, messages in sorted(by_channel.items())
        }

    @cached_property
    def verdict(self) -> Verdict | None:
        """What the oracle says; None until the snapshot is complete."""
        if self.status != "complete" or self.cut is None:
            return None
        view = self.era.view
        recorded = [m.message for messages in self.channels.values() for m in messages]
        lost = self.era.message_lost[view.messages]
        numbers = view.message_numbers[recorded]
        found = judge(view.computation, self.cut, numbers[numbers >= 0], lost)
        # What a recovery had undone before was in no transit.
        undone = [m for m, number in zip(recorded, numbers.tolist(), strict=True) if number < 0]
        expected, sum_recorded = self._sums(recorded)
        name = view.messages.tolist().__getitem__
        return Verdict(
            tuple(map(name, found.orphans)),
            tuple(map(name, found.missing)),
            tuple(sorted([*map(name, found.extra), *undone])),
            expected,
            sum_recorded,
        )

    def _sums(self, recorded: list[int]) -> tuple[int | None, int | None]:
        """The conserved sum: at the start less what was lost inside the cut, and as recorded."""
        run = self._run
        field = conserved_quantity(run.scenario)
        if field is None:
            return None, None
        holding = run.quantities[field]
        total = sum(state[holding] for state in run.initial_states)
        lost = sum(amount_of(run.trace.payloads[m], field) for m in self.lost)
        states = sum(record.state[holding] for record in self.records)
        carried = sum(amount_of(run.trace.payloads[m], field) for m in recorded)
        return total - lost, states + carried

    @cached_property
    def lost(self) -> tuple[int, ...]:
        """Messages sent inside the cut that their channel lost, by number."""
        view = self.era.view
        if self.cut is None:
            return ()
        send = view.computation.message_send
        inside = view.computation.event_local[send] < self.cut[view.computation.event_process[send]]
        lost = self.era.message_lost[view.messages]
        return tuple(view.messages[inside & lost].tolist())

    @cached_property
    def cost(self) -> Cost:
        """What this snapshot took: messages, bytes, time."""
        return snapshot_cost(
            self._run.trace, self._run.trace.snapshots[self.number], self._run.until_us
        )

    @cached_property
    def storage(self) -> Storage | None:
        """Who holds its parts; None of one that is not to be kept."""
        return storage_of(self._run.trace, self._run.trace.snapshots[self.number])

    @cached_property
    def commit(self) -> Commit | None:
        """What was agreed on; None of one that is not to be committed."""
        return commit_of(self._run.trace, self._run.trace.snapshots[self.number])

    @cached_property
    def waiting(self) -> tuple[Waiting, ...]:
        """What it still waited for at the end of the run; nothing once it is over."""
        trace = self._run.trace
        mine = (row for row in trace.outstanding if row.snapshot == self.number)
        return tuple(waiting_of(trace, row) for row in mine)

    @cached_property
    def undecided(self) -> tuple[Waiting, ...]:
        """What those still waited for at the end of the run who are to agree on it."""
        rows = () if self.commit is None else self.commit.undecided
        return tuple(waiting_of(self._run.trace, row) for row in rows)


def waiting_of(trace: Trace, row: Outstanding) -> Waiting:
    """What a process waits for, with ids for numbers."""
    name = trace.process_ids.__getitem__
    return Waiting(
        name(row.process),
        None if row.channel is None else tuple(map(name, trace.channel_ends[row.channel])),
        row.what,
        row.since_us,
        None if row.sender is None else name(row.sender),
    )


class Run:
    """A finished run. Everything but the trace is derived from it on demand.

    ``is_timed``: whether its times are times, and not an order only.
    """

    is_timed: ClassVar[bool] = True
    _states: tuple[int, list[dict[str, Any]]] = (-1, [])  # after so many rows, asked for last

    def __init__(self, simulator: Simulator) -> None:
        self.scenario = simulator.scenario
        self.until_us = simulator.until_us
        self.trace: Trace = freeze(simulator)
        self.keyframes: Keyframes = simulator.keyframes.so_far()
        self.initial_states = simulator.initial_states
        self.quantities = active_quantities(simulator.scenario)

    @cached_property
    def snapshots(self) -> tuple[Snapshot, ...]:
        """The snapshots in the order they were started."""
        return tuple(Snapshot(self, row) for row in self.trace.snapshots)

    def forget_snapshots(self) -> None:
        """Let the run go with its last user: its snapshots know it. Wanted again they are made anew."""
        self.__dict__.pop("snapshots", None)

    def retold(self, scenario: Scenario) -> Run:
        """The same run under another title, description or arrangement of the processes."""
        told = copy(self)
        told.scenario = scenario
        # Snapshots know the run they belong to, so they are derived anew.
        told.forget_snapshots()
        return told

    @cached_property
    def script_order(self) -> list[int]:
        """The places in the file of the script's actions, in the order they happen."""
        script = self.scenario.script
        return sorted(range(len(script)), key=lambda index: script[index].at_us)

    @property
    def sound(self) -> bool:
        """Every snapshot is complete and its verdict has nothing to say against it."""
        return all(s.verdict is not None and s.verdict.sound for s in self.snapshots)

    @cached_property
    def eras(self) -> list[Era]:
        """What stood before each recovery that undid something, and what stands at the end."""
        return eras_of(self.trace)

    def era(self, row: int) -> Era:
        """The one that a trace row lies in."""
        place = bisect_right([era.end for era in self.eras], row)
        return self.eras[min(place, len(self.eras) - 1)]

    @property
    def causal_view(self) -> CausalView:
        """The application events and messages that stand, with their places in the trace."""
        return self.eras[-1].view

    @property
    def computation(self) -> Computation:
        """The application events and messages that stand, as the causality room sees them."""
        return self.causal_view.computation

    @property
    def event_rows(self) -> np.ndarray:
        """int64[E]: the trace row of each application event."""
        return self.causal_view.event_rows

    def events_before(self, row: int, process: int) -> int:
        """How many application events of a process, of those that stand, lie before a row."""
        return self.eras[-1].events_before(row, process)

    def states_at(self, rows: int) -> list[dict[str, Any]]:
        """The state of each process after the first ``rows`` rows of the trace."""
        # Several parts of the window ask for the same moment.
        at, states = self._states
        if at != rows:
            found = (self.trace, rows, self.initial_states, self.keyframes, self.quantities)
            states = states_after(*found)
            self._states = (rows, states)
        return [dict(state) for state in states]

    def message(self, number: int, era: Era | None = None) -> ChannelMessage:
        """What a message carried and when, as it stood in an era or, by default, stands at the end.

        Of its copies, the first to arrive counts.
        """
        trace = self.trace
        received = (self.eras[-1] if era is None else era).first_arrival[number]
        return ChannelMessage(
            number,
            trace.message_payload(number),
            int(trace.message_sent[number]),
            None if received < 0 else int(received),
        )

    @cached_property
    def message_counts(self) -> dict[str, int]:
        """Application messages by fate, and the control messages sent; copies not counted.

        What a recovery undid is not counted either.
        """
        trace, view = self.trace, self.causal_view
        sent, lost = len(view.messages), int(trace.message_lost[view.messages].sum())
        received = int((view.computation.message_receive >= 0).sum())
        control = int((trace.message_control & (trace.message_copy_of < 0)).sum())
        return {
            "sent": sent,
            "received": received,
            "lost": lost,
            "in_flight": sent - received - lost,
            "control": control,
        }

    @property
    def message_count(self) -> int:
        """Application messages received."""
        return self.message_counts["received"]

    @cached_property
    def digest(self) -> str:
        """``sha256:`` and the hash of everything in the trace."""
        return trace_digest(self.trace)

    def lost_messages(self) -> list[int]:
        """Application messages that were lost, by their channel or else, by number."""
        view = self.causal_view
        return view.messages[self.trace.message_lost[view.messages]].tolist()
