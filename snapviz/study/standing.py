"""How snapshots stand in the middle of a run: what each waits for, and which are given up.

A trace keeps that for its end only. The run is gone through once more, from the last keyframe
before.
"""

from __future__ import annotations

from typing import NamedTuple

from snapviz.run import Run, Waiting, waiting_of
from snapviz.simulation import Simulation

MOST_ROWS = 4000
"""From further back than so many rows nothing is told: it would take longer than a frame."""
NEAR_ROWS = 200
"""So far it is quicker to play on than to begin at a keyframe."""


class Standing(NamedTuple):
    """By the snapshots' numbers: what each waits for; and those that are given up."""

    waiting: dict[int, tuple[Waiting, ...]]
    given_up: frozenset[int]


class Standings:
    """The standings of one run."""

    def __init__(self, run: Run) -> None:
        self._run = run
        self._again: Simulation | None = None
        self._rows = -1
        self._found: Standing | None = None

    def at(self, rows: int) -> Standing | None:
        """After the first ``rows`` rows, and whatever else their last event did; None if far."""
        if rows != self._rows:
            self._rows, self._found = rows, self._look(rows)
        return self._found

    def _look(self, rows: int) -> Standing | None:
        run = self._run
        if not 0 < rows <= run.trace.row_count:
            return None
        again = self._start(rows)
        if rows - again.rows > MOST_ROWS:
            return None
        while again.rows < rows and not again.advance(1):
            pass
        waiting: dict[int, tuple[Waiting, ...]] = {}
        for row in again.outstanding():
            waiting[row.snapshot] = (*waiting.get(row.snapshot, ()), waiting_of(run.trace, row))
        return Standing(waiting, frozenset(again.given_up()))

    def _start(self, rows: int) -> Simulation:
        """A run that has not come further; of one that plays on, where it was asked last."""
        run, again = self._run, self._again
        if again is None or not 0 <= rows - again.rows <= NEAR_ROWS:
            before_us = int(run.trace.row_time[rows - 1])
            again = self._again = Simulation(run.scenario, run.until_us, run, before_us)
        return again
