"""What the engine is measured against: a bare floor, and the same bank as SimPy idiom has it."""

from __future__ import annotations

import random
from heapq import heapify, heappop, heappush

import simpy


def heap_floor(messages: int, processes: int) -> int:
    """A bare heap of (time, sequence): two pushes and pops a message, and nothing else.

    The heap holds what a bank of so many processes has pending: a timer and about
    a message each. Returns the number of pops.
    """
    pending = [(i * 37 % 101, i) for i in range(2 * processes)]
    heapify(pending)
    source = random.Random(1)
    steps = [source.randrange(1, 120_000) for _ in range(1024)]
    pops = 0
    for sequence in range(len(pending), len(pending) + 2 * messages):
        time, _ = heappop(pending)
        heappush(pending, (time + steps[sequence & 1023], sequence))
        pops += 1
    return pops


class SimPyBank:
    """A store for each channel, a process for each sender and for each channel's far end."""

    def __init__(self, processes: int, duration: int) -> None:
        self.env = simpy.Environment()
        self.random = random.Random(42)
        self.balance = [1000] * processes
        self.sent = self.received = 0
        self.trace: list[tuple[int, str, int, int, int]] = []
        self.duration = duration
        names = range(processes)
        self.stores = {(a, b): simpy.Store(self.env) for a in names for b in names if a != b}
        for ends, store in self.stores.items():
            self.env.process(self.receive(ends, store))
        for name in names:
            self.env.process(self.pay(name, processes))

    def pay(self, name: int, processes: int):
        while True:
            yield self.env.timeout(round(self.random.expovariate(1 / 60_000)) or 1)
            target = self.random.randrange(processes - 1)
            target += target >= name
            amount = self.random.randint(1, 50)
            if self.balance[name] >= amount:
                self.balance[name] -= amount
                self.sent += 1
                self.trace.append((self.env.now, "send", name, target, amount))
                self.env.process(self.carry(name, target, amount))

    def carry(self, name: int, target: int, amount: int):
        yield self.env.timeout(self.random.randint(40_000, 80_000))
        yield self.stores[name, target].put(amount)

    def receive(self, ends: tuple[int, int], store: simpy.Store):
        while True:
            amount = yield store.get()
            self.balance[ends[1]] += amount
            self.received += 1
            self.trace.append((self.env.now, "receive", ends[0], ends[1], amount))

    def run(self) -> int:
        """Run to the end; the number of messages sent."""
        self.env.run(until=self.duration)
        return self.sent
