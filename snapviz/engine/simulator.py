"""The run loop: takes events in their total order and lets things happen.

Everything a run is made of stands in this object, so that a keyframe can copy
it and a resumed run can go on from the copy.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Mapping
from functools import cached_property
from typing import Any, NamedTuple

from snapviz.engine import capturing, messages
from snapviz.engine.alarms import AlarmDue, Alarms, SlewEnd
from snapviz.engine.application import active_quantities, compact
from snapviz.engine.attention import Attention, is_attentive
from snapviz.engine.channels import Channels, Traffic
from snapviz.engine.clocks import ClockSync, PhysicalClock, SyncOrder
from snapviz.engine.columns import Columns
from snapviz.engine.context import ProcessContext, WorkloadContext
from snapviz.engine.hooks import (
    ProcessProtocol,
    Recovery,
    Workload,
)
from snapviz.engine.keeping import GivenUp, Keeping, PartDone
from snapviz.engine.keyframes import Keyframes
from snapviz.engine.lives import Lives
from snapviz.engine.loop import run_on
from snapviz.engine.opened import OpenSnapshot
from snapviz.engine.pauses import Pauses
from snapviz.engine.queue import (
    CLASS_BITS,
    CLASS_MASK,
    DELIVERY,
    SCRIPT,
    TIMER,
    WORKLOAD,
    EventQueue,
    key_of,
)
from snapviz.engine.routes import Routes
from snapviz.engine.script import (
    Occurrence,
    keeps_snapshots,
    needs_lives,
    occurrences,
    perform,
    protocols_of,
)
from snapviz.engine.trace import (
    KIND_BITS,
    ChannelRecord,
    ClockChange,
    Control,
    Note,
    PartitionRow,
    Record,
    Routed,
    RowKind,
    Wait,
)
from snapviz.scenario.model import Scenario

ProtocolTable = Mapping[str, type[ProcessProtocol]]
WorkloadTable = Mapping[str, type[Workload]]

PACK_EVERY = 1024


class Timer(NamedTuple):
    """The event of a protocol's timer, set in the so-many-th life of its process."""

    protocol: str
    process: int
    data: Any
    life: int = 0


class Simulator:
    """A run in the making. ``advance`` until ``done``, then freeze it into a trace.

    ``protocols``: the snapshot protocols, the clock synchronisations, the ways to take checkpoints,
    to log messages, to keep snapshots and to agree on them, by name. ``recovery``: what restarts
    and rolls back.
    """

    def __init__(
        self,
        scenario: Scenario,
        protocols: ProtocolTable,
        workloads: WorkloadTable,
        until_us: int | None = None,
        recovery: Recovery | None = None,
    ) -> None:
        self.scenario = scenario
        self.recovery = recovery
        self.until_us = scenario.duration_us if until_us is None else until_us
        self.process_number = scenario.process_index()
        self.clock = [0]
        self.queue = EventQueue()
        self.columns = Columns()
        self.channels = Channels(scenario)
        self._open_tables()
        self._prepare_states()
        self._install(protocols)
        self.keyframes = Keyframes(len(scenario.channels))
        self.workload = workloads[scenario.workload.kind](WorkloadContext(self))
        self._tell_workload(self.workload)
        self.workload.prepare(self.states)
        self.initial_states = [dict(state) for state in self.states]
        for turn in occurrences(scenario.script, self.until_us):
            self.queue.push(turn.at_us, SCRIPT, turn)
        for objects in self.protocols.values():
            for protocol in objects:
                protocol.on_start()
        if self.lives is not None:
            self.lives.begin()
        self.workload.on_start()

    def _prepare_states(self) -> None:
        self.quantities = active_quantities(self.scenario)
        self.states = [dict(process.state) for process in self.scenario.processes]
        for state in self.states:
            for holding in self.quantities.values():
                state.setdefault(holding, 0)
        # By channel, the state it leads to; so no state is ever replaced by another object.
        self.payees = [self.states[link.target] for link in self.channels.links]

    def _open_tables(self) -> None:
        self.copies: dict[int, int] = {}
        self.arrived: set[int] = set()
        self.notes: list[Note] = []
        self.action_spans: list[tuple[int, int]] = []
        self.records: list[Record] = []
        self.channel_records: list[ChannelRecord] = []
        self.snapshots: list[OpenSnapshot] = []
        self.waits: list[Wait] = []
        self.clock_syncs: list[ClockSync] = []
        self.partitions: list[PartitionRow] = []
        self.routes = Routes(self.channels)
        self.alarms = Alarms(self)
        self.clocks = [
            PhysicalClock(process.clock.offset_us, process.clock.drift_ppb)
            for process in self.scenario.processes
        ]
        self.clock_changes = [
            ClockChange(number, 0, clock.offset_us, clock.drift_ppb)
            for number, clock in enumerate(self.clocks)
        ]

    def _install(self, protocols: ProtocolTable) -> None:
        """One object a process for every protocol the script names."""
        processes = range(len(self.states))
        self.protocols = {
            name: [protocols[name](ProcessContext(self, name, process)) for process in processes]
            for name in protocols_of(self.scenario)
        }
        self.attention: Attention | None = None
        self.pauses: Pauses | None = None
        self.lives: Lives | None = None
        self.keeping = Keeping(self) if keeps_snapshots(self.scenario) else None
        attentive = any(is_attentive(type(objects[0])) for objects in self.protocols.values())
        mortal = needs_lives(self.scenario)
        if attentive or mortal or self.scenario.save_pause_us:
            self._attend()
        if mortal:
            self._let_die()
        if self.scenario.save_pause_us:
            self._pause()
        self._senders = self._overridden("on_send")
        self._receivers = self._overridden("on_receive")
        self.tell_senders = self._after_send if any(self._senders) else None
        self.tell_receivers = self._after_receive if any(self._receivers) else None
        self._workload_on_receive = None

    def _attend(self) -> None:
        """Send and deliver every message where the protocols are asked about it."""
        self.attention = Attention(self)
        self.send, self.deliver = self.attention.send, self.attention.deliver
        self.channels.close_everyday_way()

    def _let_die(self) -> None:
        """Processes may crash, take checkpoints, be rolled back."""
        self.lives = Lives(self)
        self.send, self.deliver = self.lives.send, self.lives.deliver

    def _pause(self) -> None:
        """Let processes be busy while they save what they record."""
        self.pauses = Pauses(self, self._take_turn, self._fire, self.deliver)
        self.wake, self.deliver = self.pauses.wake, self.pauses.deliver
        self._take_turn, self._fire = self.pauses.turn, self.pauses.fire

    def _overridden(self, hook: str) -> list[list[Any]]:
        """For each process the bound hooks of the protocols that have their own."""
        inherited = getattr(ProcessProtocol, hook)
        listening = [
            o for o in self.protocols.values() if getattr(type(o[0]), hook) is not inherited
        ]
        return [[getattr(o[p], hook) for o in listening] for p in range(len(self.states))]

    def _tell_workload(self, workload: Workload) -> None:
        if type(workload).on_receive is not Workload.on_receive:
            self._workload_on_receive = workload.on_receive
            self.tell_receivers = self._after_receive

    def listeners(self, hook: str, process: int) -> list[Any]:
        """The protocols' own ``on_send`` or ``on_receive`` at a process."""
        return (self._senders if hook == "on_send" else self._receivers)[process]

    def _after_send(self, process: int, channel: int, message: int) -> None:
        for hook in self._senders[process]:
            hook(channel, message)

    def _after_receive(self, process: int, channel: int, message: int, payload: Any) -> None:
        for hook in self._receivers[process]:
            hook(channel, self.copies.get(message, message))
        if self._workload_on_receive is not None:
            self._workload_on_receive(process, payload)

    @cached_property
    def channel_number(self) -> dict[tuple[str, str], int]:
        """The number of each channel by the ids of its ends."""
        return self.scenario.channel_index()

    @property
    def every_process(self) -> range:
        """All processes, by number."""
        return range(len(self.states))

    @property
    def is_upset(self) -> bool:
        """Whether a process has crashed or been rolled back in this run."""
        return self.lives is not None and self.lives.was_upset

    def is_down(self, process: int) -> bool:
        """Whether a process has crashed and not restarted."""
        return self.lives is not None and process in self.lives.down

    def life_of(self, process: int) -> int:
        """How often a process has lost what it knew, to a crash or a recovery."""
        return 0 if self.lives is None else self.lives.lost[process]

    @property
    def now_us(self) -> int:
        """True time."""
        return self.clock[0] >> CLASS_BITS

    @property
    def last_key(self) -> int:
        """The last key of the queue that still happens."""
        return key_of(self.until_us, DELIVERY)

    @property
    def done(self) -> bool:
        """Nothing is left to happen up to and including ``until_us``."""
        return self.queue.keys[0] > self.last_key

    def advance(self, max_steps: int | None = None) -> bool:
        """Let at most ``max_steps`` instants of the total order happen; True when done."""
        # The run makes no reference cycles, and the collector would look for them all the time.
        collects = gc.isenabled()
        gc.disable()
        try:
            return self._advance(max_steps)
        finally:
            if collects:
                gc.enable()

    def _advance(self, left: int | None) -> bool:
        while left is None or left > 0:
            steps = PACK_EVERY if left is None else min(left, PACK_EVERY)
            if run_on(self, steps):
                return True
            if left is not None:
                left -= steps
            if len(self.columns.row_code) >= PACK_EVERY:
                self.columns.pack()
            if self.columns.row_count >= self.keyframes.next_row:
                self.keyframes.keep(self)
        return self.done

    def take_apart(self) -> None:
        """End for good. What has been made of the run stays; the run goes at once.

        Its parts know one another, so that otherwise only the collector could find them, and
        where it looks seldom, or has been told to pass them over, a large run would stay for long.
        """
        self.channels.take_apart()
        self.__dict__.clear()

    def happen(self, key: int, event: Any) -> None:
        """What a key of the queue brings, if it is none of what the run loop does itself."""
        handler = (self._act, self._take_turn, self._fire, self.deliver)[key & CLASS_MASK]
        if type(event) is list:
            self._happen_together(key, event, handler)
        else:
            handler(event)

    def _happen_together(self, key: int, events: list, handler: Callable[[Any], None]) -> None:
        keys = self.queue.keys
        for index, event in enumerate(events, 1):
            handler(event)
            # An event may bring about one of an earlier class at the same instant.
            if keys[0] < key and index < len(events):
                self.queue.put_back(key, events[index:])
                return

    def _act(self, turn: Occurrence) -> None:
        first = self.columns.row_count
        perform(self, turn)
        if turn.nth == 0:
            self.action_spans.append((first, self.columns.row_count))

    def _take_turn(self, process: int) -> None:
        plan = self.workload.plans[process]
        channel, payload, wait_us = plan.pop() if plan else self.workload.on_timer(process)
        if channel is not None:
            self.send(channel, payload)
        if wait_us is not None:
            self.wake(process, wait_us)

    def wake(self, process: int, wait_us: int) -> None:
        """Set the workload's timer of a process; the shortest wait is a microsecond."""
        self.queue.push(self.now_us + max(1, wait_us), WORKLOAD, process)

    def _fire(self, event: Timer | AlarmDue | SlewEnd | PartDone | GivenUp) -> None:
        if type(event) in (PartDone, GivenUp):
            self.keeping.hear(event)
        elif type(event) is Timer:
            if event.life != self.life_of(event.process):
                return
            self.protocols[event.protocol][event.process].on_timer(event.data)
            self.settle(event.process)
        elif type(event) is SlewEnd:
            self.alarms.end_slew(event)
        elif (alarm := self.alarms.ring(event)) is not None:
            if alarm.life != self.life_of(alarm.process):
                return
            self.protocols[alarm.protocol][alarm.process].on_alarm(alarm.data)
            self.settle(alarm.process)

    def settle(self, process: int) -> None:
        """A protocol has acted at a process: what it held may be received now."""
        if self.attention is not None:
            self.attention.settle(process)
        if self.lives is not None:
            self.lives.release(process)

    def send(self, channel: int, payload: Any, delay_us: int | None = None) -> None:
        """Send an application message, or record as refused what its sender does not have."""
        messages.send(self, channel, payload, delay_us)

    def deliver(self, arrival: messages.Arrival) -> None:
        """A message arrives."""
        messages.receive(self, arrival)

    # Everything else that leaves a row

    def note(self, kind: RowKind, process: int, data: dict[str, Any]) -> None:
        """Record something that is about no message."""
        self.columns.row_code.append(len(self.notes) << KIND_BITS | kind)
        self.notes.append(Note(kind, self.now_us, process, data))

    def set_clock(self, process: int, offset_us: int | None, drift_ppb: int | None) -> None:
        """Set a physical clock; a field left None keeps what it is now."""
        if drift_ppb is not None:
            self.alarms.forget_slew(process)
        self.change_clock(process, offset_us, drift_ppb, {})

    def change_clock(
        self, process: int, offset_us: int | None, drift_ppb: int | None, why: dict[str, Any]
    ) -> None:
        """The same for any reason, which is noted; the alarms follow."""
        clock = self.clocks[process].set(self.now_us, offset_us, drift_ppb)
        self.clocks[process] = clock
        self.clock_changes.append(
            ClockChange(process, self.now_us, clock.offset_us, clock.drift_ppb, clock.rest)
        )
        data = {"offset_us": clock.offset_us, "drift_ppb": clock.drift_ppb}
        self.note(RowKind.SET_CLOCK, process, data | why)
        self.alarms.clock_changed(process)

    def sync_clocks(self, method: str, order: SyncOrder) -> None:
        """Let every process synchronise its clock."""
        for process, protocol in enumerate(self.protocols[method]):
            if not self.is_down(process):
                protocol.on_sync(order)

    def compact(self, payload: Mapping[str, Any]) -> Any:
        """A scenario's payload as the run holds it."""
        return compact(payload, self.quantities)

    # Control messages

    def send_control(self, channel: int, snapshot: int, body: Any) -> None:
        """Send a control message of a snapshot."""
        if self.lives is not None:
            self.lives.involve(self.channels.links[channel].source, snapshot)
        messages.transmit(self, channel, self.channels.control, Control(snapshot, body))

    def send_to(
        self, protocol: str, origin: int, target: int, snapshot: int | None, body: Any
    ) -> bool:
        """Send a control message over several hops; False if no path leads there.

        Raises ValueError for a message to oneself.
        """
        if origin == target:
            raise ValueError(f"process {origin} sends {protocol} a message to itself")
        captures = snapshot is not None and self.snapshots[snapshot].protocol == protocol
        if self.lives is not None and captures:
            self.lives.involve(origin, snapshot)
        channel = self.next_channel(protocol, origin, target)
        if channel is None:
            if captures:
                capturing.end(self, snapshot, "failed", "unreachable", (origin, target))
            return False
        serves = -1 if snapshot is None else snapshot
        payload = Routed(serves, protocol, origin, target, body)
        messages.transmit(self, channel, self.traffic_of(protocol), payload)
        return True

    def traffic_of(self, protocol: str) -> Traffic:
        """The streams that the routed messages of a protocol draw from."""
        keeps = self.keeping is not None and self.keeping.has(protocol)
        return self.channels.keeping if keeps else self.channels.control

    def next_channel(self, protocol: str, process: int, target: int) -> int | None:
        """Where a routed message of a protocol goes next; None if no path leads there."""
        if self.keeping is not None and self.keeping.has(protocol):
            return self.keeping.next_channel(process, target)
        return self.routes.next_channel(process, target)

    # Timers

    def set_timer(self, protocol: str, process: int, delay_us: int, data: Any) -> None:
        """Call a protocol's ``on_timer`` later; the shortest wait is a microsecond."""
        timer = Timer(protocol, process, data, self.life_of(process))
        self.queue.push(self.now_us + max(1, delay_us), TIMER, timer)
