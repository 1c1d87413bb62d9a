"""Simulating a scenario in slices between two turns of the event loop."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Signal

from snapviz.diagram.readiness import derive
from snapviz.diagram.scene import SLANTED
from snapviz.render.background import Uncollected
from snapviz.run import Run
from snapviz.scenario.model import Scenario
from snapviz.simulation import Simulation
from snapviz.ui.job import Job
from snapviz.ui.limits import MOST_ROWS

SLICE_S = 0.010
INSTANTS_A_STEP = 500
SHOW_PROGRESS_AFTER_S = 0.2
HUGE = 500_000
LARGE = 50_000  # rows from which what pictures are made of is derived in a thread
CROWDED = SLANTED  # the same of messages, which are counted in pictures from so many on
MANY = 2_000  # channels from which a turn is long enough without the first slice
SIMULATED = 0.7  # of the work on a large run, when it has been simulated


class Runner(QObject):
    """Runs one simulation at a time; starting another drops the one before.

    The first slice runs at once, if there are not very many channels, so that a small
    scenario is ready when :meth:`start` returns. ``finished`` carries the scenario and its run,
    ``progressed`` the share done (0 to 1) of a run that takes long. A run in which more
    than `MOST_ROWS` things happen is given up: ``too_long``, then ``cancelled``.
    A large run (`is_large`) comes with all that pictures of it are made of.
    """

    finished = Signal(object, object)
    too_long = Signal()
    progressed = Signal(float)
    cancelled = Signal()

    def __init__(self, parent: QObject | None = None):
        super().__init__(parent)
        self._scenario: Scenario | None = None
        self._simulation: Simulation | None = None
        self._quiet = Uncollected()
        self._started_s = 0.0
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._advance)
        self._deriving = Job(self)
        self._deriving.shared.connect(self._tell_derived)
        self._deriving.finished.connect(self._finish)
        # Not every simulation is ended before its runner is deleted.
        self.destroyed.connect(self._quiet.end)

    @property
    def busy(self) -> bool:
        return self._simulation is not None or self._deriving.busy

    @property
    def covered(self) -> float:
        """How much of the virtual time of the run under way has been simulated, 0 to 1."""
        if self._simulation is not None:
            return self._simulation.progress
        return 1.0 if self._deriving.busy else 0.0

    def works_on(self, scenario: Scenario) -> bool:
        """Whether it is this one that is being simulated."""
        return self.busy and self._scenario is scenario

    def start(self, scenario: Scenario, earlier: Run | None = None) -> None:
        """Simulate ``scenario``; what it shares with an ``earlier`` run is not run again.

        Raises ``ScenarioError`` for what cannot be run; then the simulation that
        was under way, if any, goes on.
        """
        making = Uncollected()
        making.begin()
        try:
            self.go(scenario, Simulation(scenario, earlier=earlier))
        finally:
            making.end()

    def go(self, scenario: Scenario, simulation: Simulation) -> None:
        """The same with a simulation of ``scenario`` that is made already."""
        self.drop()
        self._quiet.begin()
        self._scenario = scenario
        self._simulation = simulation
        self._started_s = perf_counter()
        if len(scenario.channels) < MANY:
            self._advance()
        if self._simulation is not None:
            self._timer.start()

    def cancel(self) -> None:
        if self.busy:
            self.drop()
            self.cancelled.emit()

    def drop(self) -> None:
        """Forget the simulation under way, without a word."""
        self._timer.stop()
        self._deriving.drop()
        self._quiet.end()
        simulation, self._simulation = self._simulation, None
        if simulation is not None:
            simulation.close()

    def _advance(self) -> None:
        until_s = perf_counter() + SLICE_S
        simulation = self._simulation
        simulation.advance(INSTANTS_A_STEP)
        while not simulation.done and perf_counter() < until_s:
            simulation.advance(INSTANTS_A_STEP)
        if simulation.done and is_large(simulation.rows, simulation.messages):
            self._timer.stop()
            self._simulation = None
            _pass_over(simulation.rows)
            self._deriving.start(lambda: _derived(simulation))
        elif simulation.done:
            self._finish(simulation.finish())
        elif simulation.rows > MOST_ROWS:
            self.too_long.emit()
            self.cancel()
        elif perf_counter() - self._started_s > SHOW_PROGRESS_AFTER_S:
            self.progressed.emit(simulation.progress * self._share)

    @property
    def _share(self) -> float:
        """How much of the work simulating is, as far as can be told by now."""
        simulation = self._simulation
        to_come = max(simulation.progress, 0.001)
        will_be = simulation.rows / to_come, simulation.messages / to_come
        return SIMULATED if is_large(*will_be) else 1.0

    def _tell_derived(self, share: float) -> None:
        self.progressed.emit(SIMULATED + (1 - SIMULATED) * share)

    def _finish(self, run: Run) -> None:
        self.drop()
        self.finished.emit(self._scenario, run)


def is_large(rows: float, messages: float) -> bool:
    """Whether what pictures are made of takes so long to derive that a thread must do it."""
    return rows > LARGE or messages > CROWDED


def _derived(simulation: Simulation) -> Iterator[float | Run]:
    """The share done of making a run and what pictures of it are made of; then the run."""
    run = simulation.finish()
    simulation.close()
    yield from derive(run)
    _pass_over(run.trace.row_count)
    yield run


def _pass_over(rows: int) -> None:
    """A search for reference cycles through all that a huge run is made of would stall the window."""
    if rows > HUGE:
        gc.freeze()
