"""Runs in which complete snapshots are kept: gathered, copied to others, agreed on.

Other runs know nothing of it. What the processes say to one another meanwhile is no part of
the capture, and takes other ways: round those that are down or cut off, where there are any.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from snapviz.engine.channels import patience_us
from snapviz.engine.hooks import AgreementProtocol, KeepingProtocol
from snapviz.engine.queue import TIMER
from snapviz.engine.randomness import block, integers, stream_key
from snapviz.engine.routes import Routes
from snapviz.engine.trace import ABORTED, COMMITTED, Decision, Remark

if TYPE_CHECKING:
    from snapviz.engine.simulator import Simulator


class PartDone(NamedTuple):
    """The event of a part that is complete, in the so-many-th life of its process."""

    snapshot: int
    process: int
    life: int


class GivenUp(NamedTuple):
    """The event of a capture that failed, at the process that would have proposed it."""

    snapshot: int
    process: int
    life: int


class Keeping:
    """What a run keeps of snapshots besides what each process has on stable storage.

    ``drawn``: how often each named stream of a process's protocol has been drawn from.
    """

    def __init__(self, run: Simulator) -> None:
        self._run = run
        self.decisions: list[Decision] = []
        self.remarks: list[Remark] = []
        self.drawn: dict[tuple[str, int, str], int] = {}
        self._open_ways: tuple[Any, Routes] | None = None

    # The capture

    def collector(self, snapshot: int) -> int:
        """Where the parts are gathered: at the initiator, or at the first process."""
        return self._run.snapshots[snapshot].initiator or 0

    def part_is_done(self, snapshot: int, process: int) -> None:
        """A process's part is complete; the process hears of it when it is done with this."""
        opened = self._run.snapshots[snapshot]
        if process not in opened.parts:
            opened.parts.add(process)
            self._soon(PartDone(snapshot, process, self._run.life_of(process)))

    def is_given_up(self, snapshot: int) -> None:
        """The capture has failed or was aborted."""
        collector = self.collector(snapshot)
        if not self._run.is_down(collector):
            self._soon(GivenUp(snapshot, collector, self._run.life_of(collector)))

    def _soon(self, event: PartDone | GivenUp) -> None:
        self._run.queue.push(self._run.now_us, TIMER, event)

    def hear(self, event: PartDone | GivenUp) -> None:
        """A process hears what has become of a capture, unless it has crashed since."""
        if event.life != self._run.life_of(event.process):
            return
        if type(event) is GivenUp:
            self.abandon(event.snapshot, event.process)
        else:
            self._tell_of_part(event.snapshot, event.process)
        self._run.settle(event.process)

    def _tell_of_part(self, snapshot: int, process: int) -> None:
        for objects in self._run.protocols.values():
            if isinstance(objects[process], KeepingProtocol):
                objects[process].on_part(snapshot)

    def propose(self, snapshot: int, process: int, digest: str) -> None:
        """A process holds every part: the agreement may begin."""
        opened = self._run.snapshots[snapshot]
        if opened.commit != "none":
            self._run.protocols[opened.commit][process].on_propose(snapshot, digest)

    def abandon(self, snapshot: int, process: int) -> None:
        """A process will never hold every part."""
        opened = self._run.snapshots[snapshot]
        if opened.commit != "none":
            self._run.protocols[opened.commit][process].on_abandoned(snapshot)

    # What is told

    def decide(self, snapshot: int, process: int, outcome: str) -> None:
        """A process has a decision on its stable log."""
        row, now_us = self._run.columns.row_count, self._run.now_us
        if outcome not in (COMMITTED, ABORTED):
            raise ValueError(f"a snapshot is committed or aborted, not {outcome!r}")
        if not any((d.snapshot, d.process) == (snapshot, process) for d in self.held_decisions()):
            self.decisions.append(Decision(snapshot, process, now_us, row, outcome))

    def held_decisions(self) -> list[Decision]:
        """Those that nobody has lost since, with its stable storage."""
        lost = {loss.process: loss.row for loss in self._run.lives.storage.losses}
        return [d for d in self.decisions if d.row > lost.get(d.process, -1)]

    def remark(self, snapshot: int | None, process: int, kind: str, values: tuple) -> None:
        """A note on the line of a process."""
        row, now_us = self._run.columns.row_count, self._run.now_us
        serves = -1 if snapshot is None else snapshot
        self.remarks.append(Remark(serves, process, now_us, row, kind, values))

    def draw(self, protocol: str, process: int, purpose: str, low: int, high: int) -> int:
        """The next integer, ``low`` to ``high``, of a stream of a process's protocol."""
        place = protocol, process, purpose
        index = self.drawn.get(place, 0)
        self.drawn[place] = index + 1
        name = self._run.scenario.processes[process].id
        key = stream_key(self._run.scenario.seed, f"{protocol} {purpose}", name)
        return int(block(key, integers(low, high), index, 1)[0])

    # Ways

    def has(self, protocol: str) -> bool:
        """Whether a protocol is one of those that keep snapshots or agree on them."""
        objects = self._run.protocols[protocol]
        return isinstance(objects[0], KeepingProtocol | AgreementProtocol)

    def next_channel(self, process: int, target: int) -> int | None:
        """The first channel of a way round who is down or cut off; if there is none, of any."""
        run, now = self._run, (frozenset(self._run.lives.down), self._run.channels.sides)
        if self._open_ways is None or self._open_ways[0] != now:
            self._open_ways = now, Routes(run.channels, closed=now[0])
        found = self._open_ways[1].next_channel(process, target)
        return run.routes.next_channel(process, target) if found is None else found

    def round_trip_us(self, process: int, target: int) -> int | None:
        """What a message to a process and one back take at most, nearly; None without a way."""
        there, back = self._longest_us(process, target), self._longest_us(target, process)
        return None if there is None or back is None else there + back

    def _longest_us(self, process: int, target: int) -> int | None:
        run, total = self._run, 0
        while process != target:
            channel = run.routes.next_channel(process, target)
            if channel is None:
                return None
            total += patience_us(run.channels.settings[channel].delay) + run.scenario.save_pause_us
            process = run.channels.links[channel].target
        return total

    # For keyframes

    def save(self) -> tuple:
        """A copy of all this; see ``restore``."""
        return self.decisions.copy(), self.remarks.copy(), self.drawn.copy()

    def restore(self, saved: tuple) -> None:
        """Go on from what ``save`` returned."""
        decisions, remarks, drawn = saved
        self.decisions, self.remarks, self.drawn = decisions.copy(), remarks.copy(), drawn.copy()
