"""A world with a clock, in which everything goes wrong for a while, and nothing afterwards."""

from __future__ import annotations

from collections.abc import Callable
from heapq import heappop, heappush
from itertools import count
from random import Random
from typing import Any

from tests.protocols.agreement.world import ROUND_TRIP_US, World


class Storm(World):
    """Until ``calm_us`` packets get lost, doubled and late, processes crash, groups part.

    ``oracle`` looks after every event. ``decided_us``: when anybody decided last.
    """

    def __init__(
        self, protocol: type, size: int, seed: int, oracle: type | None, calm_us: int = 3_000_000
    ) -> None:
        self.random = Random(seed)
        self.now_us, self.calm_us = 0, calm_us
        self.queue: list[tuple[int, int, Callable[..., Any], tuple]] = []
        self.order = count()
        self.lives = [0] * size
        self.group: dict[int, int] = {}
        self.sent = 0
        self.decided_us = 0
        self.loss = self.random.choice((0, 0.1, 0.4))
        self.doubles = self.random.choice((0, 0.2))
        self.slowest_us = self.random.choice((20_000, 90_000, 700_000))
        super().__init__(protocol, size)
        self.oracle = oracle(self) if oracle else None

    def draw(self, low: int, high: int) -> int:
        return self.random.randint(low, high)

    def at(self, time_us: int, what: Callable[..., Any], *arguments: Any) -> None:
        heappush(self.queue, (time_us, next(self.order), what, arguments))

    def plan_faults(self, crashes: int, partitions: int, collectors: list[int]) -> None:
        """Everything heals by ``calm_us``; a minority without collectors may stay down."""
        size = len(self.sides)
        gone = [p for p in range(size) if p not in collectors][: (size - 1) // 2]
        stays = set(self.random.sample(gone, self.random.randint(0, len(gone))))
        for _ in range(crashes):
            process = self.random.randrange(size)
            start = self.random.randrange(self.calm_us)
            self.at(start, self._go_down, process)
            self.at(self.random.randint(start, self.calm_us), self._come_back, process)
        for _ in range(partitions):
            start = self.random.randrange(self.calm_us)
            self.at(start, self._part, [self.random.randrange(2) for _ in range(size)])
            self.at(self.random.randint(start, self.calm_us), self._heal)
        self.at(self.calm_us, self._clear, stays)

    @property
    def round_us(self) -> int:
        """How long a question and its answer take, or are believed to."""
        return max(ROUND_TRIP_US, 2 * self.slowest_us)

    def ask(self, process: int, snapshot: int, digest: str) -> None:
        """Propose, as soon as the process is up."""
        if process in self.down:
            self.at(self.now_us + 100_000, self.ask, process, snapshot, digest)
        else:
            self.propose(process, snapshot, digest)

    def _go_down(self, process: int) -> None:
        if process not in self.down:
            self.lives[process] += 1
            self.crash(process)

    def _come_back(self, process: int) -> None:
        if process in self.down:
            self.restart(process)

    def _part(self, groups: list[int]) -> None:
        self.group = dict(enumerate(groups))

    def _heal(self) -> None:
        self.group = {}

    def _clear(self, stays: set[int]) -> None:
        self.group, self.loss, self.doubles = {}, 0, 0
        for process in range(len(self.sides)):
            if process in stays:
                self._go_down(process)
            else:
                self._come_back(process)

    def run(self, until_us: int) -> None:
        """Let everything happen up to a time, or until nothing is left."""
        self._post()
        while self.queue and self.queue[0][0] <= until_us:
            self.now_us, _, what, arguments = heappop(self.queue)
            known = len(self.decisions)
            what(*arguments)
            if len(self.decisions) > known:
                self.decided_us = self.now_us
            self._post()
            if self.oracle:
                self.oracle.look()

    def _post(self) -> None:
        for packet in self.net:
            self._send(packet)
        for alarm in self.alarms:
            self.at(self.now_us + alarm.delay_us, self._ring, self.lives[alarm.process], alarm)
        self.net, self.alarms = [], []

    def _send(self, packet) -> None:
        self.sent += 1
        if self.random.random() < self.loss:
            return
        for _ in range(2 if self.random.random() < self.doubles else 1):
            late_us = self.random.randint(1, self.slowest_us)
            self.at(self.now_us + late_us, self._arrive, packet)

    def _arrive(self, packet) -> None:
        if self.group.get(packet.sender) == self.group.get(packet.target):
            self.arrive(packet)

    def _ring(self, life: int, alarm) -> None:
        if life == self.lives[alarm.process] and alarm.process not in self.down:
            self.ring(alarm)


def storm_of(
    protocol: type, seed: int, oracle: type | None = None, collectors: int = 1
) -> tuple[Storm, list[int]]:
    """A storm with one to three snapshots, and which process asks first about each.

    ``collectors``: how many processes ask about each, and not all for the same.
    """
    random = Random(f"storm {seed}")
    size = random.randint(1, 5) if collectors == 1 else random.randint(3, 5)
    storm = Storm(protocol, size, seed, oracle)
    asking = []
    for snapshot in range(random.randint(1, 3)):
        for digest in ("abc", "")[:collectors]:
            process = random.randrange(size)
            digest = digest if random.random() < 0.9 else ""
            storm.at(random.randrange(2_000_000), storm.ask, process, snapshot, digest)
            asking.append(process)
    storm.plan_faults(random.randint(0, 5), random.randint(0, 3), asking)
    return storm, asking[::collectors]
