"""The bank: every process pays random amounts to random neighbours.

The sum of all balances and of all amounts in transit is conserved. A transfer
above the balance is refused, so no balance is ever negative.
"""

from __future__ import annotations

from snapviz.engine.context import WorkloadContext
from snapviz.engine.hooks import Turn, Workload
from snapviz.engine.randomness import block_size, integers, places

FEWEST_TURNS, TURNS_IN_ALL = 64, 1 << 12
"""How far a plan reaches: a few thousand turns fit the processor's cache."""


class Bank(Workload):
    """Each turn of a process is one draw from each of its three streams, planned well ahead."""

    KIND = "bank"

    def __init__(self, context: WorkloadContext) -> None:
        super().__init__(context)
        self.planned = [0] * len(self.plans)
        self.active = [process for process, channels in enumerate(context.outgoing) if channels]
        self.reach = max(FEWEST_TURNS, TURNS_IN_ALL // max(1, len(self.active)))

    def on_start(self) -> None:
        starts = [0] * len(self.active)
        waits = self.context.interval_blocks(self.active, starts, count=1)
        for process, (wait,) in zip(self.active, waits, strict=True):
            self.context.set_timer(process, wait)

    def on_timer(self, process: int) -> Turn:
        """Plan on, for all that will run out soon: many draws together cost little more."""
        count = min(self.reach, block_size(self.planned[process]))
        self._plan([p for p in self.active if len(self.plans[p]) < self.reach], count)
        return self.plans[process].pop()

    def _plan(self, processes: list[int], count: int) -> None:
        context = self.context
        starts = [self.planned[process] for process in processes]
        choice = places([len(context.outgoing[process]) for process in processes])
        amount = integers(*context.settings.amount)
        blocks = zip(
            processes,
            context.blocks("channel", processes, choice, starts, count),
            context.blocks("amount", processes, amount, starts, count),
            # The first interval is the wait for the first turn.
            context.interval_blocks(processes, [start + 1 for start in starts], count),
            strict=True,
        )
        for process, chosen, amounts, waits in blocks:
            channels = map(context.outgoing[process].__getitem__, chosen)
            plan = list(zip(channels, amounts, waits, strict=True))
            plan.reverse()
            self.plans[process] = plan + self.plans[process]
            self.planned[process] += count

    def save(self) -> list[int]:
        """How many turns each process has had: its place in all its streams."""
        return [planned - len(p) for planned, p in zip(self.planned, self.plans, strict=True)]

    def restore(self, turns: list[int]) -> None:
        """Go on where a saved run was."""
        self.planned = turns.copy()
        self.plans[:] = [[] for _ in turns]
