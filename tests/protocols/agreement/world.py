"""A network without an engine: processes of one agreement, and whatever may befall them.

Nothing happens by itself: a driver delivers packets and fires timers in any order it likes.
"""

from __future__ import annotations

from typing import Any, NamedTuple

ROUND_TRIP_US = 200_000
COLLECTOR = 0
"""Who has gathered every snapshot, where that matters."""


class Packet(NamedTuple):
    sender: int
    target: int
    snapshot: int | None
    body: Any


class Alarm(NamedTuple):
    process: int
    delay_us: int
    data: Any


class Context:
    """What the engine offers a protocol, as far as these need it."""

    def __init__(self, world: World, process: int) -> None:
        self.world, self.process = world, process

    @property
    def processes(self) -> range:
        return range(len(self.world.sides))

    @property
    def others(self) -> list[int]:
        return [process for process in self.processes if process != self.process]

    def send_to(self, target: int, snapshot: int | None, body: Any) -> bool:
        assert target != self.process
        self.world.net.append(Packet(self.process, target, snapshot, body))
        return True

    def set_timer(self, delay_us: int, data: Any = None) -> None:
        assert delay_us > 0
        self.world.alarms.append(Alarm(self.process, delay_us, data))

    @property
    def now_us(self) -> int:
        return 0

    def round_trip_us(self, process: int, origin: int | None = None) -> int:
        return ROUND_TRIP_US

    def still_stands(self, snapshot: int) -> bool:
        return self.process not in self.world.fallen

    def collector(self, snapshot: int) -> int:
        return COLLECTOR

    def kept_snapshots(self) -> list[int]:
        return sorted(self.world.proposed)

    def commit(self, snapshot: int) -> str:
        return self.world.protocol.NAME

    def draw_us(self, purpose: str, low: int, high: int) -> int:
        return self.world.draw(low, high)

    def write_stable(self, key: str, value: Any) -> None:
        self.world.stable[self.process, key] = value

    def read_stable(self, key: str) -> Any:
        return self.world.stable.get((self.process, key))

    def decided(self, snapshot: int, outcome: str) -> None:
        self.world.decisions.append((self.process, snapshot, outcome))

    def remark(self, snapshot: int, kind: str, values: tuple = ()) -> None:
        self.world.remarks.append((self.process, snapshot, kind, values))


class World:
    """``net``: what has been sent and not arrived; ``alarms``: timers that have not fired.

    ``proposed``: the snapshots so far; ``fallen``: those whom a recovery has put behind them.
    """

    def __init__(self, protocol: type, count: int) -> None:
        self.protocol = protocol
        self.net: list[Packet] = []
        self.alarms: list[Alarm] = []
        self.stable: dict[tuple[int, str], Any] = {}
        self.down: set[int] = set()
        self.decisions: list[tuple[int, int, str]] = []
        self.remarks: list[tuple] = []
        self.proposed: set[int] = set()
        self.fallen: set[int] = set()
        self.sides: list[Any] = [None] * count
        for process in range(count):
            self.sides[process] = protocol(Context(self, process))

    def draw(self, low: int, high: int) -> int:
        return low

    def propose(self, process: int, snapshot: int, digest: str) -> None:
        """A process has gathered a snapshot; with no digest, it has failed."""
        self.proposed.add(snapshot)
        if digest:
            self.sides[process].on_propose(snapshot, digest)
        else:
            self.sides[process].on_abandoned(snapshot)

    def arrive(self, packet: Packet) -> None:
        if packet.target not in self.down:
            self.sides[packet.target].on_routed(packet.snapshot, packet.sender, packet.body)

    def ring(self, alarm: Alarm) -> None:
        self.sides[alarm.process].on_timer(alarm.data)

    def crash(self, process: int) -> None:
        """Memory and timers are gone; stable storage and what it sent stand."""
        self.down.add(process)
        self.sides[process] = self.protocol(Context(self, process))
        self.alarms = [alarm for alarm in self.alarms if alarm.process != process]

    def restart(self, process: int) -> None:
        self.down.discard(process)
        self.sides[process].on_restart()

    def fall(self, process: int) -> None:
        """A recovery has undone what a process recorded."""
        self.fallen.add(process)

    def collector(self, snapshot: int) -> int:
        return COLLECTOR

    # Steps by hand

    def deliver(self, sender: int, target: int) -> None:
        """The oldest packet on its way from one to another arrives."""
        packet = next(p for p in self.net if (p.sender, p.target) == (sender, target))
        self.net.remove(packet)
        self.arrive(packet)

    def wake(self, process: int) -> None:
        """The timer that a process has set last rings."""
        alarm = [alarm for alarm in self.alarms if alarm.process == process][-1]
        self.alarms.remove(alarm)
        self.ring(alarm)

    def decided_by(self, snapshot: int) -> set[int]:
        return {process for process, number, _ in self.decisions if number == snapshot}
