"""Runs in which processes crash and restart, take checkpoints or are rolled back.

Such a run sends and delivers every message through here, and from here through
``attention``; other runs know nothing of it.
"""

from __future__ import annotations

from copy import copy
from itertools import takewhile
from typing import TYPE_CHECKING, Any, NamedTuple

from snapviz.engine import capturing
from snapviz.engine.attention import Held
from snapviz.engine.checkpoints import StableStorage
from snapviz.engine.messages import Arrival
from snapviz.engine.outbox import Outbox
from snapviz.engine.queue import DELIVERY, key_of
from snapviz.engine.stable import INITIAL, RecoveryRow
from snapviz.engine.trace import (
    DOWN,
    KIND_BITS,
    KIND_MASK,
    Loss,
    RowKind,
    Undoing,
    Wait,
)

if TYPE_CHECKING:
    from snapviz.engine.hooks import ProcessProtocol
    from snapviz.engine.simulator import Simulator

SHORTEST_RETRY_US = 1000


class Crashed(NamedTuple):
    """A process that is down: since when, from which trace row on, and its state then."""

    since_us: int
    row: int
    state: dict[str, Any]


class Lives:
    """Who is up, what waits for those who are not, and what is on stable storage.

    ``waiting``: by process, what arrived while it was down, in that order; ``since``: by message,
    when it first arrived. ``retrying``: by channel, the key of the queue at which it is tried
    again. ``recalled``: messages that, after a recovery, were never sent.
    ``hosts``: the standby on which a process lives since it was taken over. ``involved``: by
    snapshot, who has sent a message for it, and so would have to remember it. ``lost``: how often
    each process has lost what it knew; a timer of an earlier life means nothing to the next.
    """

    def __init__(self, run: Simulator) -> None:
        self._run = run
        self.storage = StableStorage()
        self.down: dict[int, Crashed] = {}
        self.waiting: dict[int, list[Arrival]] = {}
        self.since: dict[int, int] = {}
        self.retrying: dict[int, int] = {}
        self.recalled: set[int] = set()
        self.outbox = Outbox(run)
        self.hosts: dict[int, int] = {}
        self.involved: dict[int, set[int]] = {}
        self.lost = [0] * len(run.scenario.processes)
        self.undoings: list[Undoing] = []
        self.losses: list[Loss] = []
        self.recoveries: list[RecoveryRow] = []
        self.was_upset = False

    def begin(self) -> None:
        """The run begins: everyone's initial state is its first checkpoint."""
        for process in range(len(self._run.states)):
            self.storage.write(self._run, process, INITIAL)

    def sides(self, process: int) -> list[ProcessProtocol]:
        """The protocol objects of a process."""
        return [objects[process] for objects in self._run.protocols.values()]

    # Checkpoints

    def checkpoint(self, process: int, kind: str, tentative: bool = False) -> int:
        """A process saves its state; returns the checkpoint's number."""
        for side in self.sides(process):
            side.on_checkpoint(kind)
        number = self.storage.write(self._run, process, kind, tentative)
        self._collect()
        return number

    def make_permanent(self, number: int) -> None:
        """A tentative checkpoint counts from now on."""
        taken = self.storage.checkpoints[number]
        self.storage.make_permanent(number, self._row_of_now())
        for side in self.sides(taken.process):
            side.on_permanent()
        self._collect()

    def discard(self, number: int) -> None:
        """A tentative checkpoint is not to be restarted from any more."""
        self.storage.discard(number, self._row_of_now())

    def _row_of_now(self) -> int:
        """The row that has brought about what happens now; the next one if none has."""
        columns = self._run.columns
        kind, ref = columns.last_code & KIND_MASK, columns.last_code >> KIND_BITS
        if kind == RowKind.CHECKPOINT:
            has_just_come = self.storage.checkpoints[ref].time_us == self._run.now_us
        else:
            has_just_come = kind == RowKind.CONTROL and self._has_just_come(ref)
        return columns.row_count - has_just_come

    def _has_just_come(self, message: int) -> bool:
        """Whether it was due at this instant, or has waited until now."""
        run = self._run
        if run.columns.sent_us(message) + run.columns.transit_us(message) == run.now_us:
            return True
        over = takewhile(lambda wait: wait.until_us == run.now_us, reversed(run.waits))
        return any(wait.message == message for wait in over)

    def _collect(self) -> None:
        if self._run.scenario.checkpointing.collect:
            self._run.recovery.collect(self._run)

    # Sending

    def involve(self, process: int, snapshot: int) -> None:
        """A process sends a control message for a snapshot."""
        self.involved.setdefault(snapshot, set()).add(process)

    def send(self, channel: int, payload: Any, delay_us: int | None = None) -> None:
        """Send an application message, or keep it until the protocols let it go."""
        source = self._run.channels.links[channel].source
        if source not in self.down:
            self.outbox.send(source, channel, payload, delay_us)

    def release(self, process: int) -> None:
        """Something has happened at a process: send what may be sent by now.

        Then it may receive what a protocol held back until all was sent.
        """
        if self.outbox.release(process):
            self._run.attention.settle(process)

    # Delivering

    def deliver(self, arrival: Arrival) -> None:
        """A message is here; if its receiver is down, its channel says what becomes of it."""
        arrival = Arrival(*arrival)
        message = arrival.code >> KIND_BITS
        target = self._run.channels.links[arrival.channel].target
        if self._run.copies.get(message, message) in self.recalled:
            return
        if self._stands_behind(arrival.channel, message):
            self._try_again(arrival, self.retrying[arrival.channel])
        elif target in self.down or self._is_cut_off(arrival.channel, message):
            self._miss(target, arrival)
        else:
            self._hand_over(target, arrival)

    def _is_cut_off(self, channel: int, message: int) -> bool:
        """Whether it is sent once more over a channel that a partition has cut."""
        channels = self._run.channels
        if message not in self.since or not channels.is_cut(channel):
            return False
        return channels.settings[channel].when_down == "retransmit"

    def _hand_over(self, target: int, arrival: Arrival) -> None:
        message = arrival.code >> KIND_BITS
        if message in self.since:
            wait = Wait(message, target, DOWN, self.since.pop(message), self._run.now_us)
            self._run.waits.append(wait)
        self._run.attention.deliver(arrival)
        self.release(target)

    def _miss(self, target: int, arrival: Arrival) -> None:
        message = arrival.code >> KIND_BITS
        when_down = self._run.channels.settings[arrival.channel].when_down
        if when_down == "lost":
            self.since.pop(message, None)
            self.lose(message, self._run.columns.row_count)
            return
        if when_down == "wait":
            self.since.setdefault(message, self._run.now_us)
            self.waiting.setdefault(target, []).append(arrival)
        else:
            self._retry(arrival)

    def lose(self, message: int, row: int) -> None:
        """A message is gone for good, as of a trace row."""
        run = self._run
        self.losses.append(Loss(message, run.now_us, row))
        original = run.copies.get(message, message)
        if run.attention.in_transit.pop(original, None) is not None:
            capturing.no_longer_in_transit(run, original)

    def _stands_behind(self, channel: int, message: int) -> bool:
        """Whether a message must not overtake one that is tried again."""
        if not self._run.channels.fifo[channel] or message in self.since:
            return False
        return self.retrying.get(channel, -1) >= self._run.clock[0]

    def _retry(self, arrival: Arrival) -> None:
        """The sender, having heard nothing, sends it once more; it takes as long as before."""
        run, channel = self._run, arrival.channel
        transit_us = run.columns.transit_us(arrival.code >> KIND_BITS)
        key = key_of(run.now_us + max(SHORTEST_RETRY_US, transit_us), DELIVERY)
        ahead = self.retrying.get(channel, -1)
        if run.channels.fifo[channel] and ahead > run.clock[0]:
            key = ahead
        self._try_again(arrival, key)

    def _try_again(self, arrival: Arrival, key: int) -> None:
        run, channel = self._run, arrival.channel
        self.since.setdefault(arrival.code >> KIND_BITS, run.now_us)
        if run.channels.fifo[channel]:
            run.channels.last_due[channel] = max(key, run.channels.last_due[channel])
        self.retrying[channel] = key
        run.queue.push_key(key, arrival)

    def has_just_restarted(self, process: int) -> bool:
        """Whether it came back at this very instant, with others."""
        return any(
            row.time_us == self._run.now_us and process in row.crashed for row in self.recoveries
        )

    # Crashing

    def crash(self, process: int) -> None:
        """A process goes down; what is not on stable storage is gone."""
        run = self._run
        self.was_upset = True
        state = dict(run.states[process])
        self.down[process] = Crashed(run.now_us, run.columns.row_count, state)
        run.note(RowKind.CRASH, process, {})
        self.lost[process] += 1
        for held in run.attention.held.pop(process, ()):
            self._take_back(process, held)
        if run.pauses is not None:
            run.pauses.forget(process)
        self.outbox.drop(process)
        for number, opened in enumerate(run.snapshots):
            takes_part = process in self.involved.get(number, ()) or process in opened.marks
            if takes_part or process == opened.initiator:
                capturing.end(run, number, "failed", "crashed", (process,))
        self.hosts.pop(process, None)
        for guest in [guest for guest, host in self.hosts.items() if host == process]:
            self.crash(guest)

    def _take_back(self, process: int, held: Held) -> None:
        message, now_us = held.arrival.code >> KIND_BITS, self._run.now_us
        wait = Wait(message, process, held.protocol, held.since_us, now_us)
        self._run.waits.append(wait)
        self._miss(process, held.arrival)

    # For the trace and for keyframes

    def still_waiting(self) -> list[Wait]:
        """The messages that have not got through to their receivers yet, as they arrived."""
        links, columns = self._run.channels.links, self._run.columns
        return [
            Wait(message, links[columns.channel(message)].target, DOWN, since_us, None)
            for message, since_us in self.since.items()
        ]

    def save(self) -> dict[str, Any]:
        """A copy of all this; see ``restore``."""
        plain = {k: _copied(v) for k, v in vars(self).items() if k not in ("_run", "outbox")}
        return {**plain, "outbox": self.outbox.save()}

    def restore(self, saved: dict[str, Any]) -> None:
        """Go on from what ``save`` returned."""
        plain = {name: _copied(value) for name, value in saved.items() if name != "outbox"}
        vars(self).update(plain)
        self.outbox.restore(saved["outbox"])


def _copied(value: Any) -> Any:
    """The same, to be changed apart; what a dict holds may be lists and sets."""
    if isinstance(value, StableStorage):
        return value.copied()
    if isinstance(value, dict):
        return {k: v.copy() if isinstance(v, list | set) else v for k, v in value.items()}
    return copy(value)
