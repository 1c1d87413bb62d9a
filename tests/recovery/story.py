"""A run that goes on through checkpoints, crashes and recoveries, with nothing simulated."""

from __future__ import annotations

from dataclasses import dataclass, field

from snapviz.causality.computation import Computation


@dataclass
class Event:
    """One standing event; a receive may be in the stable log, and its entry be discarded."""

    process: int
    logged: bool = False
    discarded: bool = False


@dataclass
class Message:
    """``receive`` is None while it is on its way."""

    send: Event
    target: int
    receive: Event | None = None


@dataclass
class Checkpoint:
    """``discarded``: the collector had it thrown away; the story still knows it."""

    count: int
    discarded: bool = False


@dataclass
class Story:
    """What stands of the run so far: events in a causal order, messages, checkpoints."""

    process_count: int
    events: list[Event] = field(default_factory=list)
    messages: list[Message] = field(default_factory=list)
    checkpoints: list[list[Checkpoint]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.checkpoints = [[Checkpoint(0)] for _ in range(self.process_count)]

    def act(self, process: int, choice: int, logged: bool) -> None:
        """A receive if there is something to receive and the choice is even, otherwise a send."""
        event = Event(process, logged=logged)
        here = [m for m in self.messages if m.target == process and m.receive is None]
        if here and choice % 2 == 0:
            here[choice // 2 % len(here)].receive = event
        else:
            step = 1 + choice // 2 % (self.process_count - 1)
            self.messages.append(Message(event, (process + step) % self.process_count))
        self.events.append(event)

    def checkpoint(self, process: int) -> None:
        self.checkpoints[process].append(Checkpoint(len(self.of(process))))

    def flush(self, process: int) -> None:
        """Put all the process has received into its stable log."""
        for event in self.of(process):
            event.logged = True

    def of(self, process: int) -> list[Event]:
        return [event for event in self.events if event.process == process]

    def computation(self) -> Computation:
        place = {id(event): number for number, event in enumerate(self.events)}
        return Computation(
            [f"P{p + 1}" for p in range(self.process_count)],
            [event.process for event in self.events],
            [place[id(m.send)] for m in self.messages],
            [-1 if m.receive is None else place[id(m.receive)] for m in self.messages],
        )

    def counts(self, kept_only: bool = False) -> list[list[int]]:
        return [
            [o.count for o in one if not (kept_only and o.discarded)] for one in self.checkpoints
        ]

    def discard(self, indices) -> None:
        """Throw away checkpoints, by their indices among those kept."""
        for one, gone in zip(self.checkpoints, indices, strict=True):
            kept = [o for o in one if not o.discarded]
            for index in gone:
                kept[index].discarded = True

    def roll_back(self, cut) -> None:
        """Only the events inside the cut stand; what was received beyond it is on its way again."""
        standing = {id(e) for p in range(self.process_count) for e in self.of(p)[: cut[p]]}
        self.events = [event for event in self.events if id(event) in standing]
        self.messages = [m for m in self.messages if id(m.send) in standing]
        for message in self.messages:
            if message.receive is not None and id(message.receive) not in standing:
                message.receive = None
        self.checkpoints = [
            [o for o in one if o.count <= count]
            for one, count in zip(self.checkpoints, cut, strict=True)
        ]
