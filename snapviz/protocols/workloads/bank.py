"""The bank: every process pays random amounts to random neighbours.

The sum of all balances and of all amounts in transit is conserved. A transfer
above the balance is refused, so no balance is ever negative.
"""

from __future__ import annotations

from itertools import count

from snapviz.engine.context import WorkloadContext
from snapviz.engine.hooks import Workload
from snapviz.engine.randomness import integers, one_of


class Bank(Workload):
    """Each tick of a process is one draw from each of its three streams."""

    KIND = "bank"

    def __init__(self, context: WorkloadContext) -> None:
        super().__init__(context)
        self.send = context.send
        self._enter([0] * len(context.outgoing), first_interval=0)

    def _enter(self, ticks: list[int], first_interval: int) -> None:
        """Open every stream where processes that have ticked so often go on."""
        context, (low, high) = self.context, self.context.settings.amount
        self.ticks = ticks.copy()
        self.intervals, self.next_tick = {}, {}
        for process, channels in enumerate(context.outgoing):
            if channels:
                tick = ticks[process]
                self.intervals[process] = context.intervals(process, first_interval + tick)
                self.next_tick[process] = zip(
                    context.draws("channel", process, one_of(channels), tick),
                    context.draws("amount", process, integers(low, high), tick),
                    self.intervals[process],
                    count(tick + 1),
                    strict=True,
                ).__next__

    def on_start(self) -> None:
        for process, intervals in self.intervals.items():
            self.context.set_timer(process, next(intervals))

    def on_timer(self, process: int) -> int:
        channel, amount, interval, self.ticks[process] = self.next_tick[process]()
        self.send(channel, amount)
        return interval

    def save(self) -> list[int]:
        """How often each process has ticked: its place in all its streams."""
        return self.ticks.copy()

    def restore(self, ticks: list[int]) -> None:
        """Go on where a saved run was: the timers it set have drawn one interval more."""
        self._enter(ticks, first_interval=1)
