"""The token: exactly one, held for an interval, then sent to a neighbour.

In every consistent global state exactly one process holds it or exactly one
channel carries it.
"""

from __future__ import annotations

from typing import Any

from snapviz.engine.context import WorkloadContext
from snapviz.engine.hooks import Turn, Workload
from snapviz.engine.randomness import one_of

PAYLOAD = {"token": 1}


class Token(Workload):
    """The first process holds the token unless the scenario gives it to another."""

    KIND = "token"

    def __init__(self, context: WorkloadContext) -> None:
        super().__init__(context)
        self._enter([0] * len(context.outgoing), [0] * len(context.outgoing))

    def _enter(self, holds: list[int], passes: list[int]) -> None:
        """Open every stream where processes that have held and passed so often go on."""
        context = self.context
        self.holds, self.passes = holds.copy(), passes.copy()
        self.next_interval, self.next_channel = {}, {}
        for process, channels in enumerate(context.outgoing):
            if channels:
                intervals = context.intervals(process, holds[process])
                choices = context.draws("channel", process, one_of(channels), passes[process])
                self.next_interval[process] = intervals.__next__
                self.next_channel[process] = choices.__next__

    def prepare(self, states: list[dict[str, Any]]) -> None:
        if not any(state["token"] for state in states):
            states[0]["token"] = 1

    def on_start(self) -> None:
        for process, state in enumerate(self.context.states):
            if state["token"]:
                self._hold(process)

    def on_receive(self, process: int, payload: Any) -> None:
        if type(payload) is dict and payload.get("token"):
            self._hold(process)

    def on_restored(self, process: int) -> None:
        if self.context.states[process]["token"]:
            self._hold(process)

    def _hold(self, process: int) -> None:
        if process in self.next_interval:
            self.holds[process] += 1
            self.context.set_timer(process, self.next_interval[process]())

    def on_timer(self, process: int) -> Turn:
        self.passes[process] += 1
        channel = self.next_channel[process]()
        if not self.context.states[process]["token"]:
            return None, None, None
        return channel, PAYLOAD, None

    def save(self) -> tuple[list[int], list[int]]:
        """How often each process has taken the token up, and how often its timer fired."""
        return self.holds.copy(), self.passes.copy()

    def restore(self, saved: tuple[list[int], list[int]]) -> None:
        """Go on where a saved run was."""
        self._enter(*saved)
