"""What workloads and protocols may do: the only doors from an algorithm into the engine."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from snapviz.engine import capturing
from snapviz.engine.opened import SavedState
from snapviz.engine.parts import Part, part_of, part_stands
from snapviz.engine.randomness import (
    Draw,
    blocks,
    draws,
    duration_blocks,
    durations,
    stream_keys,
)
from snapviz.scenario.failure_groups import failure_groups
from snapviz.scenario.model import Checkpointing, Logging
from snapviz.scenario.model import Workload as WorkloadSettings

if TYPE_CHECKING:
    from snapviz.engine.clocks import Sample
    from snapviz.engine.simulator import Simulator


class WorkloadContext:
    """How a workload acts, at any process."""

    def __init__(self, simulator: Simulator) -> None:
        self._seed = simulator.scenario.seed
        self._ids = [process.id for process in simulator.scenario.processes]
        self._known_keys: dict[str, np.ndarray] = {}
        self.settings: WorkloadSettings = simulator.scenario.workload
        self.outgoing: list[list[int]] = simulator.channels.outgoing
        self.set_timer: Callable[[int, int], None] = simulator.wake
        self.states: list[dict[str, Any]] = simulator.states

    def _keys(self, purpose: str) -> np.ndarray:
        """The keys of every process's stream for one purpose."""
        if purpose not in self._known_keys:
            keys = stream_keys(self._seed, f"workload {purpose}", self._ids)
            self._known_keys[purpose] = keys
        return self._known_keys[purpose]

    def draws(self, purpose: str, process: int, draw: Draw, start: int) -> Iterator[int]:
        """The process's own stream for a purpose, entered at draw ``start``."""
        return draws(int(self._keys(purpose)[process]), draw, start)

    def intervals(self, process: int, start: int) -> Iterator[int]:
        """The process's intervals in microseconds, entered at draw ``start``."""
        return durations(int(self._keys("interval")[process]), self.settings.interval, start)

    def blocks(
        self, purpose: str, processes: list[int], draw: Draw, starts: list[int], count: int
    ) -> list[list[int]]:
        """``count`` draws of the streams of several processes, each from its own start on."""
        return blocks(self._keys(purpose)[processes], draw, starts, count).tolist()

    def interval_blocks(
        self, processes: list[int], starts: list[int], count: int
    ) -> list[list[int]]:
        """The same for their intervals, in microseconds."""
        keys = self._keys("interval")[processes]
        return duration_blocks(keys, self.settings.interval, starts, count).tolist()


class ProcessContext:
    """How one process's protocol object acts; it reaches its own process only.

    Processes, channels, snapshots and messages are numbers; channels in the order of the file.
    """

    def __init__(self, simulator: Simulator, protocol: str, process: int) -> None:
        self._simulator = simulator
        self._protocol = protocol
        self.process = process

    def awake(self) -> ProcessContext:
        """The context that acts."""
        return ProcessContext(self._simulator, self._protocol, self.process)

    # What stands around the process

    @property
    def processes(self) -> range:
        """All processes of the run."""
        return range(len(self._simulator.states))

    @property
    def others(self) -> list[int]:
        """All processes but this one."""
        return [process for process in self.processes if process != self.process]

    @property
    def outgoing(self) -> list[int]:
        """The channels that leave this process."""
        return self._simulator.channels.outgoing[self.process]

    @property
    def incoming(self) -> list[int]:
        """The channels that reach this process."""
        return self._simulator.channels.incoming[self.process]

    def source(self, channel: int) -> int:
        """The process a channel leads from."""
        return self._simulator.channels.links[channel].source

    def target(self, channel: int) -> int:
        """The process a channel leads to."""
        return self._simulator.channels.links[channel].target

    def can_reach(self, process: int) -> bool:
        """Whether a path of channels leads from here to a process."""
        return self._simulator.routes.exists(self.process, process)

    # Recording

    def record_state(self, snapshot: int, saved: SavedState | None = None) -> None:
        """Save this process's local state for a snapshot: as it is, or as it was saved before."""
        capturing.record_state(self._simulator, snapshot, self.process, saved)

    def save_state(self) -> SavedState:
        """The local state as it is now, to be recorded for a snapshot later, or never."""
        return capturing.save_state(self._simulator, self.process)

    def record_message(self, snapshot: int, channel: int, message: int) -> None:
        """Put a received message into the recorded state of an incoming channel."""
        capturing.record_message(self._simulator, snapshot, self.process, channel, message)

    def finish_part(self, snapshot: int) -> None:
        """Say, once for a snapshot, that this process has done all it must."""
        capturing.finish_part(self._simulator, snapshot, self.process)

    def fail(self, snapshot: int, kind: str, *processes: int) -> None:
        """Give a snapshot up: it is ``failed``, and why, by a kind of ``engine.failures``."""
        capturing.end(self._simulator, snapshot, "failed", kind, processes)

    def abort(self, snapshot: int, kind: str, *processes: int) -> None:
        """The same by decision: it is ``aborted``."""
        capturing.end(self._simulator, snapshot, "aborted", kind, processes)

    def is_over(self, snapshot: int) -> bool:
        """Whether a snapshot is complete, failed or aborted, so that it may be forgotten.

        A process could not know so without a message, which is not modelled: nothing that is
        recorded may depend on it.
        """
        return self._simulator.snapshots[snapshot].is_over

    def has_outlived(self, snapshot: int) -> bool:
        """Whether a process may hear of a snapshot that it has known and forgotten in a crash."""
        return self._simulator.is_upset and self.is_over(snapshot)

    def initiator(self, snapshot: int) -> int | None:
        """The process that started a snapshot; None if the clocks did."""
        return self._simulator.snapshots[snapshot].initiator

    def started_us(self, snapshot: int) -> int:
        """When a snapshot was started, in true time."""
        return self._simulator.snapshots[snapshot].started_us

    # Keeping snapshots

    def kept_snapshots(self) -> list[int]:
        """The snapshots so far that are to be kept, by number."""
        snapshots = enumerate(self._simulator.snapshots)
        return [number for number, opened in snapshots if opened.is_kept]

    def commit(self, snapshot: int) -> str:
        """How all are to agree on a snapshot: the name of a protocol, or ``none``."""
        return self._simulator.snapshots[snapshot].commit

    def copies(self, snapshot: int) -> int:
        """On how many other processes each part is to be kept."""
        return self._simulator.snapshots[snapshot].copies

    def placement(self, snapshot: int) -> str:
        """How those are chosen: ``ring`` or ``across-groups``."""
        return self._simulator.snapshots[snapshot].placement

    @property
    def failure_groups(self) -> list[int]:
        """For each process the first one that fails together with it."""
        return failure_groups(self._simulator.scenario)

    def collector(self, snapshot: int) -> int:
        """Where a snapshot's parts are gathered: its initiator, else the first process."""
        return self._simulator.keeping.collector(snapshot)

    def has_failed(self, snapshot: int) -> bool:
        """Whether a snapshot's capture failed or was aborted."""
        return self._simulator.snapshots[snapshot].ended is not None

    def has_part(self, snapshot: int) -> bool:
        """Whether this process's part of a snapshot is complete."""
        return self.process in self._simulator.snapshots[snapshot].parts

    def part(self, snapshot: int) -> Part:
        """This process's part of a snapshot, which is complete."""
        return part_of(self._simulator, snapshot, self.process)

    def still_stands(self, snapshot: int) -> bool:
        """Whether this process has recorded, and no recovery has undone what it did before."""
        return part_stands(self._simulator, snapshot, self.process)

    def propose(self, snapshot: int, digest: str) -> None:
        """This process holds every part of a snapshot: all are to agree on it now."""
        self._simulator.keeping.propose(snapshot, self.process, digest)

    def abandon(self, snapshot: int) -> None:
        """This process will never hold every part."""
        self._simulator.keeping.abandon(snapshot, self.process)

    def decided(self, snapshot: int, outcome: str) -> None:
        """This process now holds on its stable log that a snapshot is ``committed``, or ``aborted``.

        Heard once; a process does not decide twice.
        """
        self._simulator.keeping.decide(snapshot, self.process, outcome)

    def remark(self, snapshot: int | None, kind: str, values: tuple = ()) -> None:
        """Leave a note on this process's line: such as a role, a ballot, a vote. Plain values."""
        self._simulator.keeping.remark(snapshot, self.process, kind, values)

    def draw_us(self, purpose: str, low_us: int, high_us: int) -> int:
        """The next duration of this process's own stream for a purpose, both ends included."""
        keeping = self._simulator.keeping
        return keeping.draw(self._protocol, self.process, purpose, low_us, high_us)

    def round_trip_us(self, process: int, origin: int | None = None) -> int | None:
        """What a message to a process and its answer hardly ever exceed; None if there is no way.

        By what the channels are set to, with no waiting behind others. ``origin``: of another.
        """
        origin = self.process if origin is None else origin
        return self._simulator.keeping.round_trip_us(origin, process)

    # Checkpoints and logs

    @property
    def checkpointing(self) -> Checkpointing:
        """How the scenario wants checkpoints taken."""
        return self._simulator.scenario.checkpointing

    @property
    def logging(self) -> Logging:
        """How the scenario wants messages logged."""
        return self._simulator.scenario.logging

    def take_checkpoint(self, kind: str) -> int:
        """Save the own state on stable storage; returns the checkpoint's number."""
        return self._simulator.lives.checkpoint(self.process, kind)

    def take_tentative_checkpoint(self, kind: str) -> int:
        """The same, not to be restarted from until it is made permanent."""
        return self._simulator.lives.checkpoint(self.process, kind, tentative=True)

    def make_permanent(self, checkpoint: int) -> None:
        """A tentative checkpoint counts from now on."""
        self._simulator.lives.make_permanent(checkpoint)

    def discard_checkpoint(self, checkpoint: int) -> None:
        """A checkpoint is not to be restarted from any more."""
        self._simulator.lives.discard(checkpoint)

    def flush_log(self) -> None:
        """Write to stable storage what has been received so far."""
        self._simulator.lives.storage.flush(self._simulator, self.process)

    def write_stable(self, key: str, value: Any) -> None:
        """Write a plain value, as for ``piggyback``, to stable storage, in place of the last.

        Where nobody crashes there is no need to.
        """
        if self._simulator.lives is None:
            return
        self._simulator.lives.storage.values[self.process, self._protocol, key] = value

    def read_stable(self, key: str, process: int | None = None) -> Any:
        """What was written; None if nothing was. Another's storage only ``before_recovery``."""
        place = self.process if process is None else process
        return self._simulator.lives.storage.values.get((place, self._protocol, key))

    @property
    def keeps_sends(self) -> bool:
        """Whether the application has something to send that ``may_send`` has not let go."""
        lives = self._simulator.lives
        return lives is not None and lives.outbox.holds(self.process)

    # Control messages

    def send_control(self, channel: int, snapshot: int, body: Any = None) -> None:
        """Send a control message on an outgoing channel; it arrives at ``on_control``."""
        self._simulator.send_control(channel, snapshot, body)

    def send_to(self, process: int, snapshot: int | None, body: Any = None) -> bool:
        """Send a control message to any other process; it arrives at ``on_routed`` there.

        It goes hop by hop over a path of fewest channels, the first by channel number among
        several; every hop is one control message. ``snapshot`` None: it serves no snapshot.
        False if no path leads there: nothing is sent, and its snapshot has failed.
        """
        return self._simulator.send_to(self._protocol, self.process, process, snapshot, body)

    # Time

    @property
    def now_us(self) -> int:
        """True time, which a real process does not know: for telling, not for deciding."""
        return self._simulator.now_us

    def local_us(self) -> int:
        """What this process's own clock reads now."""
        return self._simulator.clocks[self.process].local(self._simulator.now_us)

    def set_timer(self, delay_us: int, data: Any = None) -> None:
        """Ask for ``on_timer(data)`` after a true-time delay of at least a microsecond."""
        self._simulator.set_timer(self._protocol, self.process, delay_us, data)

    def set_alarm(self, local_us: int, data: Any = None) -> None:
        """Ask for ``on_alarm(data)`` once the own clock reads ``local_us`` or more.

        At the first such microsecond from now on, this one included, whatever is done to the
        clock meanwhile. ``data``: a plain value, as for ``piggyback``.
        """
        self._simulator.alarms.set(self._protocol, self.process, local_us, data)

    def adjust_clock(self, by_us: int, samples: Sequence[Sample], slew_ppb: int = 0) -> None:
        """Add to the own clock, and note it as a synchronisation with its samples.

        At once, or by running ``slew_ppb`` parts per billion faster or slower for as long as it
        takes.
        """
        self._simulator.alarms.adjust(self._protocol, self.process, by_us, samples, slew_ppb)


class IdleContext(ProcessContext):
    """For a protocol that is told again what it knew: it looks around, and does nothing.

    It finds everything as it was then: ``then`` is the time, the next row of the trace, and a
    number above those of the messages that the process had sent, and not above the others.
    """

    then = (0, 0, 0)

    @property
    def now_us(self) -> int:
        """True time, then."""
        return self.then[0]

    def local_us(self) -> int:
        """What this process's own clock read then."""
        clock = next(
            change.clock
            for change in reversed(self._simulator.clock_changes)
            if change.process == self.process and change.time_us <= self.now_us
        )
        return clock.local(self.now_us)

    def save_state(self) -> SavedState:
        """The local state as it was then."""
        return SavedState(*self.then, dict(self._simulator.states[self.process]))

    def record_state(self, snapshot: int, saved: SavedState | None = None) -> None:
        """Nothing."""

    def record_message(self, snapshot: int, channel: int, message: int) -> None:
        """Nothing."""

    def finish_part(self, snapshot: int) -> None:
        """Nothing."""

    def fail(self, snapshot: int, kind: str, *processes: int) -> None:
        """Nothing."""

    def abort(self, snapshot: int, kind: str, *processes: int) -> None:
        """Nothing."""

    def propose(self, snapshot: int, digest: str) -> None:
        """Nothing."""

    def abandon(self, snapshot: int) -> None:
        """Nothing."""

    def decided(self, snapshot: int, outcome: str) -> None:
        """Nothing."""

    def remark(self, snapshot: int | None, kind: str, values: tuple = ()) -> None:
        """Nothing."""

    def take_checkpoint(self, kind: str) -> int:
        """Nothing: what was forced then stands in storage already."""
        return -1

    take_tentative_checkpoint = take_checkpoint

    def make_permanent(self, checkpoint: int) -> None:
        """Nothing."""

    discard_checkpoint = make_permanent

    def flush_log(self) -> None:
        """Nothing."""

    def write_stable(self, key: str, value: Any) -> None:
        """Nothing: what was written stands."""

    def send_control(self, channel: int, snapshot: int, body: Any = None) -> None:
        """Nothing."""

    def send_to(self, process: int, snapshot: int | None, body: Any = None) -> bool:
        """Nothing; it would have been sent."""
        return True

    def set_timer(self, delay_us: int, data: Any = None) -> None:
        """Nothing."""

    def set_alarm(self, local_us: int, data: Any = None) -> None:
        """Nothing."""

    def adjust_clock(self, by_us: int, samples: Sequence[Sample], slew_ppb: int = 0) -> None:
        """Nothing."""
