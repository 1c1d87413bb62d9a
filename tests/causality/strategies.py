"""Random computations for hypothesis: any crossing, loss, duplication, broadcasts and merges."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from hypothesis import strategies as st

from snapviz.causality.computation import Computation


@dataclass
class _Run:
    """Builds the columns step by step, so that whatever is drawn is a computation."""

    process_count: int
    event_process: list[int] = field(default_factory=list)
    sends: list[int] = field(default_factory=list)
    receives: list[int] = field(default_factory=list)
    duplicates: list[tuple[int, int]] = field(default_factory=list)
    arriving: list[tuple[int, int]] = field(default_factory=list)

    def step(self, process: int, receiving: int, sending: int, choice: int, again: bool) -> None:
        event = len(self.event_process)
        self.event_process.append(process)
        for _ in range(receiving):
            self._receive(event, process, choice, again)
        for offset in range(min(sending, self.process_count - 1)):
            target = (process + 1 + (choice + offset) % (self.process_count - 1)) % (
                self.process_count
            )
            self.arriving.append((len(self.sends), target))
            self.sends.append(event)
            self.receives.append(-1)

    def _receive(self, event: int, process: int, choice: int, again: bool) -> None:
        here = [entry for entry in self.arriving if entry[1] == process]
        if not here or self.sends[here[choice % len(here)][0]] == event:
            return
        entry = here[choice % len(here)]
        message = entry[0]
        if self.receives[message] == event:
            return
        if self.receives[message] < 0:
            self.receives[message] = event
        else:
            self.duplicates.append((self.sends[message], event))
        if not again:
            self.arriving.remove(entry)

    def finish(self) -> Computation:
        return Computation(
            [f"P{p + 1}" for p in range(self.process_count)],
            self.event_process,
            self.sends,
            self.receives,
            [send for send, _ in self.duplicates],
            [receive for _, receive in self.duplicates],
        )


@st.composite
def computations(
    draw,
    max_processes: int = 6,
    max_events: int = 24,
    min_processes: int = 1,
    min_events: int = 0,
) -> Computation:
    """A random computation; messages left arriving at the end were lost or are on their way."""
    run = _Run(draw(st.integers(min_processes, max_processes)))
    # One whole number a step, taken apart here: hypothesis draws it many times faster than fields.
    size = draw(st.integers(min_events, max_events))
    numbers = st.integers(0, 8 * 3 * 4 * 32 * 4 - 1)
    for number in draw(st.lists(numbers, min_size=size, max_size=size)):
        number, process = divmod(number, 8)
        number, receiving = divmod(number, 3)
        number, sending = divmod(number, 4)
        again, choice = divmod(number, 32)
        run.step(process % run.process_count, receiving, max(sending - 1, 0), choice, again > 1)
    return run.finish()


@st.composite
def computations_with_event(draw, **limits) -> tuple[Computation, int]:
    """A random computation that has events, and one of them."""
    c = draw(computations(**limits).filter(lambda c: c.event_count))
    return c, draw(st.integers(0, c.event_count - 1))


@st.composite
def computations_with_cut(draw, **limits) -> tuple[Computation, np.ndarray]:
    """A random computation and any cut of it, consistent or not."""
    c = draw(computations(**limits))
    cut = [draw(st.integers(0, int(count))) for count in c.event_counts]
    return c, np.array(cut, np.int32)
