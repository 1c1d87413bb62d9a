"""How snapshots stand in the middle of a run: what each waits for, and which are given up.

A trace keeps that for its end only. The run is gone through once more, from the last keyframe
before.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from snapviz.engine.trace import Outstanding
from snapviz.run import Run, Waiting, waiting_of
from snapviz.simulation import Simulation

MOST_ROWS = 4000
"""From further back than so many rows nothing is told: it would take longer than a frame."""
NEAR_ROWS = 200
"""So far it is quicker to play on than to begin at a keyframe."""


class Standing(NamedTuple):
    """By the snapshots' numbers: what each waits for; and those that are given up.

    ``undecided``: what those wait for who are to agree on a snapshot.
    """

    waiting: dict[int, tuple[Waiting, ...]]
    given_up: frozenset[int]
    undecided: dict[int, tuple[Waiting, ...]]


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
        return Standing(
            _by_snapshot(run, again.outstanding()),
            frozenset(again.given_up()),
            _by_snapshot(run, again.undecided()),
        )

    def _start(self, rows: int) -> Simulation:
        """A run that has not come further; of one that plays on, where it was asked last."""
        run, again = self._run, self._again
        if again is None or not 0 <= rows - again.rows <= NEAR_ROWS:
            before_us = int(run.trace.row_time[rows - 1])
            again = self._again = Simulation(run.scenario, run.until_us, run, before_us)
        return again


def _by_snapshot(run: Run, rows: Iterable[Outstanding]) -> dict[int, tuple[Waiting, ...]]:
    found: dict[int, tuple[Waiting, ...]] = {}
    for row in rows:
        found[row.snapshot] = (*found.get(row.snapshot, ()), waiting_of(run.trace, row))
    return found
