"""Many runs: how often a snapshot goes wrong as one thing varies, over many seeds."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import NamedTuple

from snapviz.run import Run
from snapviz.scenario import Problem, ScenarioError
from snapviz.scenario.catalogue import ANY_NAME
from snapviz.scenario.model import Scenario, TakeSnapshot
from snapviz.scenario.validity import problems_of
from snapviz.simulation import Simulation, refuse_unsupported, with_protocol
from snapviz.study.comparison import without_snapshots
from snapviz.study.progress import Cancelled, Progress, ShouldStop
from snapviz.study.variation import OPTION, Variation, parse_variation, plain
from snapviz.study.varying import VARIABLES
from snapviz.study.wilson import Rate, rate
from snapviz.study.workers import results

RUNS_A_TASK = 8
MOST_SEEDS = 100_000
MOST_RUNS = 2_000_000
MOST_ROWS = 5_000_000
SLICE = 20_000
LAST_SEED = 2**63 - 1


PLAIN = ""
Cell = tuple[str, Decimal]


class Outcome(NamedTuple):
    """What one run came to. ``judged``: its complete snapshots, which ``duration_us`` sums over."""

    snapshots: int
    judged: int
    inconsistent: bool
    wrong: bool
    incomplete: bool
    duration_us: int
    control_messages: int
    received: int
    refusal: str = ""


class Task(NamedTuple):
    """Runs of one value under one protocol, handed out together."""

    scenario: Scenario
    name: str
    value: Decimal
    seeds: tuple[int, ...]
    until_us: int


@dataclass(frozen=True)
class Point:
    """One value under one protocol, over all seeds.

    ``inconsistent``: of the runs with a complete snapshot, those with an inconsistent one;
    ``wrong``: those with one that is not sound in any way; ``incomplete``: of all runs, those
    with a snapshot not complete by the end. Means over snapshots, ``received`` over runs; None
    of nothing. ``refusal``: why this protocol does not run here, else empty. ``throughput``:
    what was received, as a share of what is received with no snapshot; None unless saving
    takes time.
    """

    protocol: str
    value: Decimal
    runs: int
    inconsistent: Rate
    wrong: Rate
    incomplete: Rate
    duration_us: float | None
    control_messages: float | None
    received: float | None
    refusal: str = ""
    throughput: float | None = None


@dataclass(frozen=True)
class Sweep:
    """Points by protocol, then by value. Seeds ``first_seed`` and the ``seeds`` - 1 after it."""

    title: str
    variation: Variation
    first_seed: int
    seeds: int
    until_us: int
    points: tuple[Point, ...]
    save_pause_us: int = 0

    @property
    def series(self) -> dict[str, tuple[Point, ...]]:
        """The points of each protocol, in the order of the values."""
        found: dict[str, list[Point]] = {}
        for point in self.points:
            found.setdefault(point.protocol, []).append(point)
        return {protocol: tuple(points) for protocol, points in found.items()}


Look = Callable[[Callable[[], Sweep]], object]
"""Hears of a way to ask for what has been counted so far."""


def sweep(
    scenario: Scenario,
    vary: Variation | str,
    seeds: int = 100,
    protocols: Sequence[str] = (),
    until_us: int | None = None,
    *,
    jobs: int | None = None,
    scheduler: str | None = None,
    progress: Progress | None = None,
    should_stop: ShouldStop | None = None,
    look: Look | None = None,
) -> Sweep:
    """Run every value with every seed, under each protocol; no names: as the script says.

    jobs and scheduler say who works (`workers.results`); what comes out does not depend on it.
    ``look`` hears now and then of what has been counted so far. Where saving takes time, every
    value is run with no snapshot as well. Raises ScenarioError for what cannot be varied or run,
    ClusterError, WorkersLost, and Cancelled when told to stop, asked after every few runs.
    """
    variation = parse_variation(vary) if isinstance(vary, str) else vary
    end_us = scenario.duration_us if until_us is None else until_us
    named = _named(scenario, protocols)
    _check(named, variation, seeds)
    counted = _Counted(scenario, variation, seeds, end_us, list(named))
    tasks = [
        Task(named.get(protocol, counted.plain), variation.name, value, numbers, end_us)
        for numbers in _portions(scenario.seed, seeds)
        for protocol, value in counted.outcomes
    ]
    coming = results(outcomes_of, tasks, jobs, scheduler)
    for done, found in enumerate(coming, 1):
        counted.take_in(done - 1, found)
        if progress is not None:
            progress(done / len(tasks))
        if look is not None:
            look(counted.sweep)
        if done < len(tasks) and should_stop is not None and should_stop():
            coming.close()
            raise Cancelled
    return counted.sweep()


class _Counted:
    """What a sweep has found so far: by protocol and value the outcomes, seeds in order.

    Portions of seeds go round all values, so that early on there is something of each. Runs
    with no snapshot stand under the name ``PLAIN``.
    """

    def __init__(
        self,
        scenario: Scenario,
        variation: Variation,
        seeds: int,
        until_us: int,
        protocols: list[str],
    ) -> None:
        self._about = scenario.title, variation, scenario.seed, seeds, until_us
        self._pause_us = scenario.save_pause_us
        self.plain = without_snapshots(scenario)
        names = [*protocols, PLAIN] if self._pause_us else protocols
        self.outcomes: dict[Cell, list[Outcome]] = {
            (name, value): [] for name in names for value in variation.values
        }
        self._cells = list(self.outcomes)

    def take_in(self, place: int, found: list[Outcome]) -> None:
        """The outcomes of the task at a place."""
        self.outcomes[self._cells[place % len(self._cells)]] += found

    def sweep(self) -> Sweep:
        """All of it."""
        points = tuple(self._point(*cell) for cell in self._cells if cell[0] != PLAIN)
        return Sweep(*self._about, points, self._pause_us)

    def _point(self, protocol: str, value: Decimal) -> Point:
        point = _point(protocol, value, self.outcomes[protocol, value])
        plain = self.outcomes.get((PLAIN, value))
        # Of seeds that both have run: on the way one may be ahead of the other.
        both = min(point.runs, len(plain or ()))
        if not both:
            return point
        mine = sum(outcome.received for outcome in self.outcomes[protocol, value][:both])
        without = sum(outcome.received for outcome in plain[:both])
        return replace(point, throughput=mine / without if without else None)


def _named(scenario: Scenario, protocols: Sequence[str]) -> dict[str, Scenario]:
    """The scenario under each protocol, by the name of its line in the figure."""
    if protocols:
        return {name: with_protocol(scenario, name) for name in protocols}
    used = [action.protocol for action in scenario.script if isinstance(action, TakeSnapshot)]
    return {", ".join(dict.fromkeys(used)): scenario}


def _check(named: dict[str, Scenario], variation: Variation, seeds: int) -> None:
    if not 1 <= seeds <= MOST_SEEDS:
        _refuse("--seeds", f"{seeds} is not allowed; allowed: 1 to {MOST_SEEDS}")
    pausing = any(scenario.save_pause_us for scenario in named.values())
    runs = seeds * len(variation.values) * (len(named) + pausing)
    if runs > MOST_RUNS:
        _refuse("--seeds", f"these are {runs:,} runs; allowed: at most {MOST_RUNS:,} in all")
    for scenario in named.values():
        if not any(isinstance(action, TakeSnapshot) for action in scenario.script):
            _refuse("script", "takes no snapshot, so there is nothing to count; add one")
        refuse_unsupported(scenario)
        for value in variation.values:
            changed = VARIABLES[variation.name].change(scenario, value)
            for problem in problems_of(changed, ANY_NAME):
                _refuse(OPTION, f"{variation.name}={plain(value)}: {problem}")


def _refuse(path: str, message: str) -> None:
    raise ScenarioError([Problem(path, message)])


def _portions(first: int, seeds: int) -> list[tuple[int, ...]]:
    numbers = [(first + turn) % (LAST_SEED + 1) for turn in range(seeds)]
    return [tuple(numbers[at : at + RUNS_A_TASK]) for at in range(0, seeds, RUNS_A_TASK)]


def outcomes_of(task: Task) -> list[Outcome]:
    """Do the runs of a task, anywhere. Raises ScenarioError where a run does not end."""
    change = VARIABLES[task.name].change
    return [
        _outcome(change(replace(task.scenario, seed=seed), task.value), task.until_us)
        for seed in task.seeds
    ]


def _outcome(scenario: Scenario, until_us: int) -> Outcome:
    try:
        simulation = Simulation(scenario, until_us)
    except ScenarioError as error:
        return Outcome(0, 0, False, False, False, 0, 0, 0, str(error))
    while not simulation.advance(SLICE):
        if simulation.rows > MOST_ROWS:
            _refuse("duration_ms", f"in one run more than {MOST_ROWS:,} things happen; shorten it")
    return summed_up(simulation.finish())


def summed_up(run: Run) -> Outcome:
    """A run in the few numbers a sweep counts."""
    snapshots = run.snapshots
    verdicts = [snapshot.verdict for snapshot in snapshots if snapshot.verdict is not None]
    costs = [snapshot.cost for snapshot in snapshots]
    return Outcome(
        snapshots=len(snapshots),
        judged=len(verdicts),
        inconsistent=any(not verdict.consistent for verdict in verdicts),
        wrong=any(not verdict.sound for verdict in verdicts),
        incomplete=len(verdicts) < len(snapshots),
        duration_us=sum(s.cost.duration_us for s in snapshots if s.verdict is not None),
        control_messages=sum(cost.control_messages for cost in costs),
        received=run.message_count,
    )


def _point(protocol: str, value: Decimal, outcomes: list[Outcome]) -> Point:
    refusal = next((outcome.refusal for outcome in outcomes if outcome.refusal), "")
    ran = [outcome for outcome in outcomes if not outcome.refusal]
    judged = [outcome for outcome in ran if outcome.judged]
    return Point(
        protocol,
        value,
        len(ran),
        rate(sum(outcome.inconsistent for outcome in judged), len(judged)),
        rate(sum(outcome.wrong for outcome in judged), len(judged)),
        rate(sum(outcome.incomplete for outcome in ran), len(ran)),
        _mean(ran, "duration_us", "judged"),
        _mean(ran, "control_messages", "snapshots"),
        sum(outcome.received for outcome in ran) / len(ran) if ran else None,
        refusal,
    )


def _mean(outcomes: list[Outcome], figure: str, count: str) -> float | None:
    of = sum(getattr(outcome, count) for outcome in outcomes)
    return sum(getattr(outcome, figure) for outcome in outcomes) / of if of else None
