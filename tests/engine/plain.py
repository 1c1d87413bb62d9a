"""The referee: a run in plain Python, from one heap of tuples, with nothing of the engine's.

It follows the contract's words, one event at a time, and keeps a copy of all
states after every row.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from heapq import heappop, heappush
from math import floor
from typing import Any

from snapviz.scenario.model import Internal, Scenario, Send, SetChannel, SetClock, TakeSnapshot
from tests.engine import plain_random as random

SCRIPT, WORKLOAD, OTHER, DELIVERY = range(4)
FIELDS = ("fifo", "delay", "loss", "duplication", "when_down")


@dataclass
class Message:
    channel: int
    sent: int
    payload: dict[str, Any]
    snapshot: int | None
    due: int = -1
    copy_of: int = -1


class PlainRun:
    def __init__(self, scenario: Scenario, until_us: int | None = None) -> None:
        self.scenario = scenario
        self.ids = [process.id for process in scenario.processes]
        self.ends = [
            (self.ids.index(c.source), self.ids.index(c.target)) for c in scenario.channels
        ]
        self.settings = list(scenario.channels)
        self.pins = {(pin.source, pin.target, pin.index): pin.delay_us for pin in scenario.delays}
        self.sent = [{"application": 0, "control": 0} for _ in self.ends]
        self.last_due = [0 for _ in self.ends]
        self.messages: list[Message] = []
        self.arrived: set[int] = set()
        self.rows: list[tuple] = []
        self.records: list[tuple] = []
        self.channel_records: list[tuple] = []
        self.snapshots: list[dict] = []
        self.pending: list[tuple] = []
        self.pushed = self.now = 0
        self.clocks = [(p.clock.offset_us, p.clock.drift_ppb, 0) for p in scenario.processes]
        self.draws = [{"channel": 0, "amount": 0, "interval": 0} for _ in self.ids]
        self.open_states()
        self.states_after = [self.copied_states()]
        self.push_script(scenario.duration_us if until_us is None else until_us)
        for process in range(len(self.ids)):
            if scenario.workload.kind == "bank" or self.states[process].get("token"):
                self.wait(process)
        self.run(scenario.duration_us if until_us is None else until_us)

    def push_script(self, until: int) -> None:
        happening = []
        for place, action in enumerate(self.scenario.script):
            every = getattr(action, "every_us", None)
            times = [action.at_us]
            while every and times[-1] + every <= until and len(times) < (action.times or 10_000):
                times.append(times[-1] + every)
            happening += [(time, place) for time in times]
        for time, place in sorted(happening):
            self.push(time, SCRIPT, self.act, self.scenario.script[place])

    def open_states(self) -> None:
        kind = self.scenario.workload.kind
        self.states = [dict(process.state) for process in self.scenario.processes]
        self.quantities = {}
        for field, holding, workload in (
            ("amount", "balance", "bank"),
            ("token", "token", "token"),
        ):
            if kind == workload or any(holding in state for state in self.states):
                self.quantities[field] = holding
                for state in self.states:
                    state.setdefault(holding, 0)
        if kind == "token" and not any(state["token"] for state in self.states):
            self.states[0]["token"] = 1

    def copied_states(self) -> list[dict]:
        return [dict(state) for state in self.states]

    def push(self, time: int, event_class: int, call: Any, *arguments: Any) -> None:
        self.pushed += 1
        heappush(self.pending, (time, event_class, self.pushed, call, arguments))

    def run(self, until: int) -> None:
        while self.pending and self.pending[0][0] <= until:
            self.now, _, _, call, arguments = heappop(self.pending)
            call(*arguments)
            missing = len(self.rows) + 1 - len(self.states_after)
            self.states_after += [self.copied_states() for _ in range(missing)]

    def row(self, kind: str, process: int, what: Any) -> None:
        self.rows.append((kind, self.now, process, what))

    # Script

    def act(self, action: Any) -> None:
        match action:
            case Send():
                channel = self.channel_of(action)
                self.send(channel, dict(action.payload), action.delay_us)
            case Internal():
                self.row("INTERNAL", self.ids.index(action.process), {"label": action.label})
            case SetClock():
                self.set_clock(self.ids.index(action.process), action)
            case SetChannel():
                self.set_channel(self.channel_of(action), action)
            case TakeSnapshot():
                self.start_snapshot(self.ids.index(action.initiator))

    def channel_of(self, action: Any) -> int:
        return self.ends.index((self.ids.index(action.source), self.ids.index(action.target)))

    def set_clock(self, process: int, action: SetClock) -> None:
        offset, drift, since = self.clocks[process]
        reached = offset + Fraction(drift * (self.now - since), 10**9)
        self.clocks[process] = (
            reached if action.offset_us is None else action.offset_us,
            drift if action.drift_ppb is None else action.drift_ppb,
            self.now,
        )
        now = {"offset_us": floor(self.clocks[process][0]), "drift_ppb": self.clocks[process][1]}
        self.row("SET_CLOCK", process, now)

    def set_channel(self, channel: int, action: SetChannel) -> None:
        given = {field: getattr(action, field) for field in FIELDS}
        given = {field: value for field, value in given.items() if value is not None}
        self.settings[channel] = replace(self.settings[channel], **given)
        self.row("SET_CHANNEL", self.ends[channel][0], {"to": action.target, **given})

    # Workloads

    def draw_key(self, purpose: str, process: int) -> int:
        return random.key_of(self.scenario.seed, f"workload {purpose}", self.ids[process])

    def next_word(self, purpose: str, process: int) -> int:
        self.draws[process][purpose] += 1
        return random.word(self.draw_key(purpose, process), self.draws[process][purpose] - 1)

    def outgoing(self, process: int) -> list[int]:
        return [channel for channel, (source, _) in enumerate(self.ends) if source == process]

    def wait(self, process: int) -> None:
        if self.outgoing(process):
            index = self.draws[process]["interval"]
            self.draws[process]["interval"] += 1
            interval = self.scenario.workload.interval
            wait = random.duration(self.draw_key("interval", process), interval, index)
            self.push(self.now + max(1, wait), WORKLOAD, self.tick, process)

    def tick(self, process: int) -> None:
        channels = self.outgoing(process)
        channel = channels[self.next_word("channel", process) % len(channels)]
        if self.scenario.workload.kind == "bank":
            low, high = self.scenario.workload.amount
            amount = random.integer(self.next_word("amount", process), low, high)
            self.send(channel, {"amount": amount})
            self.wait(process)
        elif self.states[process]["token"]:
            self.send(channel, {"token": 1})

    # Messages

    def send(self, channel: int, payload: dict, delay: int | None = None) -> None:
        source, target = self.ends[channel]
        moved = {holding: payload.get(field, 0) for field, holding in self.quantities.items()}
        if any(self.states[source][holding] < amount for holding, amount in moved.items()):
            self.row("REFUSED", source, {"to": self.ids[target], "payload": payload})
            return
        for holding, amount in moved.items():
            self.states[source][holding] -= amount
        self.row("SEND", source, len(self.messages))
        self.transmit(channel, payload, None, delay)

    def transmit(
        self, channel: int, payload: dict, snapshot: int | None, delay: int | None = None
    ) -> None:
        settings = self.settings[channel]
        traffic = "application" if snapshot is None else "control"
        place = sum(self.sent[channel].values())
        index = self.sent[channel][traffic]
        self.sent[channel][traffic] += 1

        def key(purpose: str) -> int:
            subject = f"{settings.source}\0{settings.target}"
            return random.key_of(self.scenario.seed, f"{traffic} {purpose}", subject)

        if delay is None:
            delay = random.duration(key("delay"), settings.delay, index)
        delay = self.pins.get((settings.source, settings.target, place), delay)
        number = self.put_on(channel, payload, snapshot)
        if random.chance(random.word(key("loss"), index), settings.loss):
            return
        self.plan_arrival(number, delay)
        if random.chance(random.word(key("duplication"), index), settings.duplication):
            copy = self.put_on(channel, payload, snapshot)
            self.messages[copy].copy_of = number
            later = random.duration(key("duplicate delay"), settings.delay, index)
            self.plan_arrival(copy, later)

    def put_on(self, channel: int, payload: dict, snapshot: int | None) -> int:
        self.messages.append(Message(channel, self.now, payload, snapshot))
        return len(self.messages) - 1

    def plan_arrival(self, number: int, delay: int) -> None:
        message = self.messages[number]
        message.due = self.now + delay
        last = self.last_due[message.channel]
        if self.settings[message.channel].fifo:
            message.due = max(message.due, last)
        self.last_due[message.channel] = max(message.due, last)
        self.push(message.due, DELIVERY, self.deliver, number)

    def deliver(self, number: int) -> None:
        message = self.messages[number]
        target = self.ends[message.channel][1]
        original = number if message.copy_of < 0 else message.copy_of
        repeated = original in self.arrived
        self.arrived.add(original)
        if message.snapshot is not None:
            self.row("CONTROL_DUPLICATE" if repeated else "CONTROL", target, number)
            if not repeated:
                self.marker(message.snapshot, message.channel)
            return
        self.row("DUPLICATE" if repeated else "RECEIVE", target, number)
        if repeated:
            return
        for field, holding in self.quantities.items():
            self.states[target][holding] += message.payload.get(field, 0)
        for snapshot, opened in enumerate(self.snapshots):
            if message.channel in opened["awaited"].get(target, ()):
                record = (snapshot, message.channel, original, self.now)
                self.channel_records.append(record)
        if self.scenario.workload.kind == "token" and message.payload.get("token"):
            self.wait(target)

    # Chandy and Lamport's two rules

    def start_snapshot(self, initiator: int) -> None:
        self.snapshots.append({"started": self.now, "completed": None, "awaited": {}})
        self.record(len(self.snapshots) - 1, initiator)

    def record(self, snapshot: int, process: int) -> None:
        self.records.append(
            (snapshot, process, self.now, len(self.rows), dict(self.states[process]))
        )
        self.row("RECORD", process, len(self.records) - 1)
        for channel in self.outgoing(process):
            self.transmit(channel, {}, snapshot)
        incoming = {channel for channel, (_, target) in enumerate(self.ends) if target == process}
        self.snapshots[snapshot]["awaited"][process] = incoming
        self.complete(snapshot)

    def marker(self, snapshot: int, channel: int) -> None:
        process = self.ends[channel][1]
        awaited = self.snapshots[snapshot]["awaited"]
        if process not in awaited:
            self.record(snapshot, process)
        awaited[process].discard(channel)
        self.complete(snapshot)

    def complete(self, snapshot: int) -> None:
        opened = self.snapshots[snapshot]
        everybody = len(opened["awaited"]) == len(self.ids)
        if everybody and not any(opened["awaited"].values()) and opened["completed"] is None:
            opened["completed"] = self.now
