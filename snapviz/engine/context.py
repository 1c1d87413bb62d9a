"""What workloads and protocols may do: the only doors from an algorithm into the engine."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

import numpy as np

from snapviz.engine.randomness import (
    Draw,
    blocks,
    draws,
    duration_blocks,
    durations,
    stream_keys,
)
from snapviz.scenario.model import Workload as WorkloadSettings

if TYPE_CHECKING:
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
    """How one process's protocol object acts; it reaches its own process only."""

    def __init__(self, simulator: Simulator, protocol: str, process: int) -> None:
        self._simulator = simulator
        self._protocol = protocol
        self.process = process

    @property
    def outgoing(self) -> list[int]:
        """The channels that leave this process."""
        return self._simulator.channels.outgoing[self.process]

    @property
    def incoming(self) -> list[int]:
        """The channels that reach this process."""
        return self._simulator.channels.incoming[self.process]

    def record_state(self, snapshot: int) -> None:
        """Save this process's local state."""
        self._simulator.record_state(snapshot, self.process)

    def record_message(self, snapshot: int, channel: int, message: int) -> None:
        """Put a received message into the recorded state of an incoming channel."""
        self._simulator.record_message(snapshot, channel, message)

    def finish_part(self, snapshot: int) -> None:
        """Say that this process has recorded all it must."""
        self._simulator.finish_part(snapshot)

    def send_control(self, channel: int, snapshot: int, body: Any = None) -> None:
        """Send a control message on an outgoing channel."""
        self._simulator.send_control(channel, snapshot, body)

    def set_timer(self, delay_us: int, data: Any = None) -> None:
        """Ask for ``on_timer(data)`` after a true-time delay."""
        self._simulator.set_timer(self._protocol, self.process, delay_us, data)
