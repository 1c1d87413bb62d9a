"""Runs that crash and recover, made a second time from what the contract says, by brute force.

It knows sends of the script, fixed delays, checkpoints, crashes, restarts and rollbacks; where a
recovery puts everyone it finds by trying all combinations of what each can offer. It shares nothing
with the engine or with what plans recoveries.
"""

from __future__ import annotations

import heapq
from dataclasses import dataclass, field
from itertools import product
from typing import NamedTuple

from snapviz.scenario.model import Crash, Restart, Rollback, Scenario, Send, TakeCheckpoint

SCRIPT, FLUSH, DELIVERY = range(3)
SHORTEST_RETRY_US = 1000


class Event(NamedTuple):
    """``number``: its place among all things that happened in the run."""

    number: int
    time_us: int
    is_send: bool
    message: int


class Saved(NamedTuple):
    index: int
    number: int


class Came(NamedTuple):
    """What one recovery came to; messages as they were sent, by number."""

    crashed: tuple[str, ...]
    line: dict[str, int | str]
    undone: int
    replayed: int
    lost: list[int]
    again: list[int]
    before: dict[str, int]
    after: dict[str, int]


@dataclass
class Process:
    events: list[Event] = field(default_factory=list)
    saved: list[Saved] = field(default_factory=lambda: [Saved(0, -1)])
    next_index: int = 1
    flushed: int = -1
    is_down: bool = False
    crashed_with: int = 0
    waiting: list[int] = field(default_factory=list)


class SecondSimulator:
    """The whole run, made at once. All channels are alike."""

    def __init__(self, scenario: Scenario) -> None:
        self.scenario = scenario
        self.method = scenario.logging.method
        self.fifo = scenario.channels[0].fifo
        self.when_down = scenario.channels[0].when_down
        self.start = scenario.processes[0].state["balance"]
        self.processes = {process.id: Process() for process in scenario.processes}
        self.sends: list[Send] = []
        self.lost: set[int] = set()
        self.recalled: set[int] = set()
        self.skipped: list[int] = []
        self.came: list[Came] = []
        self.happened = self.now_us = 0
        self._last_due: dict[tuple[str, str], int] = {}
        self._queue: list[tuple] = []
        self._run()

    def _run(self) -> None:
        for place, action in enumerate(self.scenario.script):
            self._push(action.at_us, SCRIPT, place, action)
        if self.method == "optimistic":
            step_us = self.scenario.logging.flush_interval_us
            for time_us in range(step_us, self.scenario.duration_us + 1, step_us):
                self._push(time_us, FLUSH, 0, None)
        while self._queue and self._queue[0][0] <= self.scenario.duration_us:
            self.now_us, kind, _, _, what = heapq.heappop(self._queue)
            (self._act, self._flush, self._arrive)[kind](what)

    def _push(self, time_us: int, kind: int, place: int, what) -> None:
        heapq.heappush(self._queue, (time_us, kind, place, len(self._queue) + self.happened, what))

    def _number(self) -> int:
        self.happened += 1
        return self.happened

    def _event(self, name: str, is_send: bool, message: int) -> None:
        event = Event(self._number(), self.now_us, is_send, message)
        self.processes[name].events.append(event)

    # What happens

    def _flush(self, _) -> None:
        for process in self.processes.values():
            if not process.is_down:
                process.flushed = self.happened

    def _act(self, action) -> None:
        if type(action) is Rollback:
            self._recover(None, action.to_us)
            return
        name = action.source if type(action) is Send else action.process
        process = self.processes[name]
        if process.is_down != (type(action) is Restart):
            self.skipped.append(action.at_us)
        elif type(action) is Send:
            self._send(action)
        elif type(action) is TakeCheckpoint:
            process.saved.append(Saved(process.next_index, self._number()))
            process.next_index += 1
            process.flushed = self.happened
        elif type(action) is Crash:
            process.is_down, process.crashed_with = True, self.balance(name)
        else:
            self._recover(name, None)

    def _send(self, action: Send) -> None:
        message, ends = len(self.sends), (action.source, action.target)
        self.sends.append(action)
        self._event(action.source, True, message)
        due_us = self.now_us + action.delay_us
        if self.fifo:
            due_us = self._last_due[ends] = max(due_us, self._last_due.get(ends, 0))
        self._push(due_us, DELIVERY, message, message)

    def _arrive(self, message: int) -> None:
        if message in self.recalled:
            return
        action = self.sends[message]
        receiver = self.processes[action.target]
        if not receiver.is_down:
            self._event(action.target, False, message)
        elif self.when_down == "lost":
            self.lost.add(message)
        elif self.when_down == "wait":
            receiver.waiting.append(message)
        else:
            again_us = self.now_us + max(SHORTEST_RETRY_US, action.delay_us)
            self._push(again_us, DELIVERY, message, message)

    # Recovery

    def has_again(self, process: Process, event: Event) -> bool:
        if self.method == "optimistic":
            return not process.is_down or event.number <= process.flushed
        return self.method != "none"

    def _counts(self, process: Process) -> list[int]:
        """The events before each checkpoint."""
        return [sum(e.number < s.number for e in process.events) for s in process.saved]

    def _offered(self, process: Process, to_us: int | None) -> set[int]:
        """After how many of its events a process can stand."""
        most = len(process.events)
        if to_us is not None:
            most = sum(event.time_us <= to_us for event in process.events)
        offered = set()
        for count in self._counts(process):
            while count <= most:
                offered.add(count)
                if self.method == "none" or count == most:
                    break
                event = process.events[count]
                if not event.is_send and not self.has_again(process, event):
                    break
                count += 1
        if not process.is_down and len(process.events) <= most:
            offered.add(len(process.events))
        return offered

    def _latest(self, to_us: int | None) -> dict[str, int]:
        """The consistent choice with most events."""
        offers = [sorted(self._offered(process, to_us)) for process in self.processes.values()]
        best: dict[str, int] = {}
        for counts in product(*offers):
            cut = dict(zip(self.processes, counts, strict=True))
            if sum(counts) >= sum(best.values()) and self._is_consistent(cut):
                best = cut
        return best

    def _is_consistent(self, cut: dict[str, int]) -> bool:
        kept = [e for name, count in cut.items() for e in self.processes[name].events[:count]]
        sent = {event.message for event in kept if event.is_send}
        return all(event.message in sent for event in kept if not event.is_send)

    def _recover(self, crashed: str | None, to_us: int | None) -> None:
        cut = self._latest(to_us)
        undone = [
            (event, process)
            for name, process in self.processes.items()
            for event in process.events[cut[name] :]
        ]
        recalled = {event.message for event, _ in undone if event.is_send}
        left = [(e, p) for e, p in undone if not e.is_send and e.message not in recalled]
        again = sorted((e.number, e.message) for e, p in left if self.has_again(p, e))
        lost = [event.message for event, process in left if not self.has_again(process, event)]
        starts = {name: self._starts(name, count) for name, count in cut.items()}
        before = {} if crashed is None else {crashed: self.processes[crashed].crashed_with}
        replayed = sum(
            count
            for name, (_, count) in starts.items()
            if name == crashed or (crashed is None and not self.processes[name].is_down)
        )
        for name, process in self.processes.items():
            self._cut_off(process, cut[name])
        self.recalled |= recalled
        self.lost.update(lost)
        self.came.append(
            Came(
                () if crashed is None else (crashed,),
                {name: start for name, (start, _) in starts.items()},
                len(undone),
                replayed,
                sorted(lost),
                sorted(message for _, message in again),
                before,
                {name: self.balance(name) for name in before},
            )
        )
        self._number()
        self._deliver_again([message for _, message in again], crashed)

    def _starts(self, name: str, count: int) -> tuple[int | str, int]:
        """From which checkpoint a process starts, and how many receives it replays."""
        process = self.processes[name]
        if not process.is_down and count == len(process.events):
            return "current", 0
        counts = self._counts(process)
        place = max(place for place, before in enumerate(counts) if before <= count)
        again = process.events[counts[place] : count]
        return process.saved[place].index, sum(not event.is_send for event in again)

    def _cut_off(self, process: Process, count: int) -> None:
        if count < len(process.events):
            first = process.events[count].number
            process.saved = [saved for saved in process.saved if saved.number < first]
        process.events = process.events[:count]

    def _deliver_again(self, messages: list[int], crashed: str | None) -> None:
        if crashed is not None:
            process = self.processes[crashed]
            process.is_down = False
            messages = messages + process.waiting
            process.waiting = []
        for message in messages:
            receiver = self.processes[self.sends[message].target]
            if receiver.is_down:
                # It is in a log, not on its channel, so it is there at the restart.
                receiver.waiting.append(message)
            else:
                self._push(self.now_us, DELIVERY, -1, message)

    # What is left of it

    def balance(self, name: str) -> int:
        signed = (
            (-1 if event.is_send else 1) * self.sends[event.message].payload["amount"]
            for event in self.processes[name].events
        )
        return self.start + sum(signed)

    def message_counts(self) -> dict[str, int]:
        events = [event for process in self.processes.values() for event in process.events]
        sent = {event.message for event in events if event.is_send}
        received = {event.message for event in events if not event.is_send}
        lost = (self.lost & sent) - received
        in_flight = len(sent - received - lost)
        return {
            "sent": len(sent),
            "received": len(received),
            "lost": len(lost),
            "in_flight": in_flight,
        }
