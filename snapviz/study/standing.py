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
SLICE = 50
"""So many instants are played on at once by `Standings.prepare`."""
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
        self._rows = self._wanted = -1
        self._found: Standing | None = None

    def at(self, rows: int) -> Standing | None:
        """After the first ``rows`` rows, and whatever else their last event did; None if far."""
        while not self.prepare(rows):
            pass
        return self._found

    def prepare(self, rows: int) -> bool:
        """Do a slice of the work for `at`; whether nothing is left to do."""
        run = self._run
        if rows == self._rows:
            return True
        if 0 < rows <= run.trace.row_count:
            if self._start(rows):
                return False
            again = self._again
            if rows - again.rows <= MOST_ROWS:
                if not self._advance(rows):
                    return False
                self._rows, self._found = rows, self._standing(again)
                return True
        self._rows, self._found = rows, None
        return True

    def _advance(self, rows: int) -> bool:
        """Play on for some instants; whether that was far enough."""
        again = self._again
        for _ in range(SLICE):
            if again.rows >= rows or again.advance(1):
                return True
        return again.rows >= rows

    def _standing(self, again: Simulation) -> Standing:
        run = self._run
        return Standing(
            _by_snapshot(run, again.outstanding()),
            frozenset(again.given_up()),
            _by_snapshot(run, again.undecided()),
        )

    def _start(self, rows: int) -> bool:
        """Begin with a run that has not come further, unless one is on its way there already."""
        run, again = self._run, self._again
        is_near = again is not None and 0 <= rows - again.rows <= NEAR_ROWS
        if is_near or (again is not None and self._wanted == rows and again.rows <= rows):
            return False
        before_us = int(run.trace.row_time[rows - 1])
        self._again = Simulation(run.scenario, run.until_us, run, before_us)
        self._wanted = rows
        return True


def _by_snapshot(run: Run, rows: Iterable[Outstanding]) -> dict[int, tuple[Waiting, ...]]:
    found: dict[int, tuple[Waiting, ...]] = {}
    for row in rows:
        found[row.snapshot] = (*found.get(row.snapshot, ()), waiting_of(run.trace, row))
    return found
