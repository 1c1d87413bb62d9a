"""The scenario document as immutable values.

Times are integer microseconds (``*_us``), rates integer parts per billion
(``*_ppb``); files show milliseconds and parts per million. A scenario holds
what a person decided and nothing that can be computed from it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar

MICROSECONDS_PER_MS = 1000
MOST_TIMES = 10_000
"""How often a repeated action happens at most."""


@dataclass(frozen=True, slots=True)
class Fixed:
    """Always the same duration."""

    KIND: ClassVar[str] = "fixed"
    us: int


@dataclass(frozen=True, slots=True)
class Uniform:
    """Every microsecond from ``low_us`` to ``high_us``, both included, equally likely."""

    KIND: ClassVar[str] = "uniform"
    low_us: int
    high_us: int


@dataclass(frozen=True, slots=True)
class Exponential:
    """Exponential with the given mean."""

    KIND: ClassVar[str] = "exponential"
    mean_us: int


@dataclass(frozen=True, slots=True)
class Normal:
    """Normal, cut at 0."""

    KIND: ClassVar[str] = "normal"
    mean_us: int
    sd_us: int


@dataclass(frozen=True, slots=True)
class TraceValues:
    """Measured values taken in order and repeated (file kind ``trace``)."""

    KIND: ClassVar[str] = "trace"
    values_us: tuple[int, ...]


Duration = Fixed | Uniform | Exponential | Normal | TraceValues
DEFAULT_DELAY = Fixed(50_000)


@dataclass(frozen=True, slots=True)
class Clock:
    """A physical clock: local(t) = t + offset + drift * (t - t0), here with t0 = 0."""

    offset_us: int = 0
    drift_ppb: int = 0


@dataclass(frozen=True, slots=True)
class Process:
    """``failure_group``: a name shared with those that fail together with it; None: it is alone."""

    id: str
    state: Mapping[str, Any] = field(default_factory=dict)
    position: tuple[float, float] | None = None
    clock: Clock = Clock()
    failure_group: str | None = None


@dataclass(frozen=True, slots=True)
class Channel:
    """A one-way channel. ``loss`` and ``duplication`` are probabilities per message."""

    source: str
    target: str
    fifo: bool = True
    delay: Duration = DEFAULT_DELAY
    loss: float = 0.0
    duplication: float = 0.0
    when_down: str = "wait"


@dataclass(frozen=True, slots=True)
class Workload:
    """What the processes do by themselves; ``interval`` is per process."""

    kind: str = "none"
    interval: Duration = Exponential(60_000)
    amount: tuple[int, int] = (1, 50)


@dataclass(frozen=True, slots=True)
class Send:
    ACTION: ClassVar[str] = "send"
    at_us: int
    source: str
    target: str
    payload: Mapping[str, Any] = field(default_factory=dict)
    delay_us: int | None = None


@dataclass(frozen=True, slots=True)
class Internal:
    ACTION: ClassVar[str] = "internal"
    at_us: int
    process: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class TakeSnapshot:
    """Start a snapshot at ``initiator``, or by everyone's clock at ``at_local_us``.

    Again each ``every_us``, ``times`` in all, or to the run's end.
    """

    ACTION: ClassVar[str] = "snapshot"
    at_us: int
    protocol: str = "chandy-lamport"
    initiator: str | None = None
    at_local_us: int | None = None
    copies: int = 0
    placement: str = "ring"
    commit: str = "none"
    every_us: int | None = None
    times: int | None = None


@dataclass(frozen=True, slots=True)
class SetClock:
    """A field left ``None`` keeps what it is at that instant."""

    ACTION: ClassVar[str] = "set-clock"
    at_us: int
    process: str
    offset_us: int | None = None
    drift_ppb: int | None = None


@dataclass(frozen=True, slots=True)
class SyncClocks:
    ACTION: ClassVar[str] = "sync-clocks"
    at_us: int
    method: str = "cristian"
    server: str | None = None
    rounds: int = 1
    adjust: str = "step"
    slew_ppb: int = 50_000_000
    every_us: int | None = None
    times: int | None = None


@dataclass(frozen=True, slots=True)
class TakeCheckpoint:
    ACTION: ClassVar[str] = "checkpoint"
    at_us: int
    process: str


@dataclass(frozen=True, slots=True)
class Crash:
    ACTION: ClassVar[str] = "crash"
    at_us: int
    process: str


@dataclass(frozen=True, slots=True)
class Restart:
    """Back from stable storage; ``on``: a standby process that takes its identity over.

    ``storage``: ``kept``, or ``lost`` with the machine it was on, so that only copies are left.
    ``snapshot``: the only one whose parts may serve; None: whichever is the latest.
    """

    ACTION: ClassVar[str] = "restart"
    at_us: int
    process: str
    on: str | None = None
    storage: str = "kept"
    snapshot: str | None = None


@dataclass(frozen=True, slots=True)
class Rollback:
    ACTION: ClassVar[str] = "rollback"
    at_us: int
    to_us: int


@dataclass(frozen=True, slots=True)
class SetChannel:
    """Change fields of a channel from this instant on; ``None`` keeps a field."""

    ACTION: ClassVar[str] = "set-channel"
    at_us: int
    source: str
    target: str
    fifo: bool | None = None
    delay: Duration | None = None
    loss: float | None = None
    duplication: float | None = None
    when_down: str | None = None


@dataclass(frozen=True, slots=True)
class Partition:
    ACTION: ClassVar[str] = "partition"
    at_us: int
    groups: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Heal:
    ACTION: ClassVar[str] = "heal"
    at_us: int


Action = (
    Send
    | Internal
    | TakeSnapshot
    | SetClock
    | SyncClocks
    | TakeCheckpoint
    | Crash
    | Restart
    | Rollback
    | SetChannel
    | Partition
    | Heal
)


@dataclass(frozen=True, slots=True)
class Pin:
    """The transit time of the ``index``-th message (from 0) sent on one channel."""

    source: str
    target: str
    index: int
    delay_us: int


@dataclass(frozen=True, slots=True)
class Checkpointing:
    """``collect``: what no crash can ask for any more is discarded at each checkpoint."""

    policy: str = "none"
    interval_us: int = 100_000
    collect: bool = False


@dataclass(frozen=True, slots=True)
class Logging:
    method: str = "none"
    flush_interval_us: int = 50_000


@dataclass(frozen=True, slots=True)
class Branch:
    """Shares the run before ``from_us``, then follows its own script."""

    name: str
    from_us: int
    script: tuple[Action, ...] = ()


@dataclass(frozen=True, slots=True)
class Scenario:
    """One self-contained document; the run is a pure function of it.

    ``save_pause_us``: how long a process is busy when it has recorded for a snapshot.
    """

    processes: tuple[Process, ...]
    channels: tuple[Channel, ...] = ()
    title: str = ""
    description: str = ""
    seed: int = 0
    duration_us: int = 1_000_000
    workload: Workload = Workload()
    script: tuple[Action, ...] = ()
    delays: tuple[Pin, ...] = ()
    checkpointing: Checkpointing = Checkpointing()
    logging: Logging = Logging()
    branches: tuple[Branch, ...] = ()
    save_pause_us: int = 0

    def process_index(self) -> dict[str, int]:
        """Position of each process id in ``processes``."""
        return {process.id: index for index, process in enumerate(self.processes)}

    def channel_index(self) -> dict[tuple[str, str], int]:
        """Position of each (source, target) pair in ``channels``."""
        return {(c.source, c.target): index for index, c in enumerate(self.channels)}
