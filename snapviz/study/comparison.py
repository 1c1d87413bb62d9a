"""One scenario and seed under several protocols: what each recorded, and what it cost."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from snapviz.protocols.registry import SNAPSHOT_PROTOCOLS
from snapviz.run import Run, Snapshot
from snapviz.scenario import ScenarioError
from snapviz.scenario.model import Scenario, TakeSnapshot
from snapviz.simulation import Simulation, with_protocol
from snapviz.study.assumptions import Assumption, assumptions
from snapviz.study.progress import Cancelled, Progress, ShouldStop

SLICE = 20_000
US_PER_S = 1_000_000


@dataclass(frozen=True)
class Figures:
    """One snapshot in numbers. ``consistent`` and what follows from it: None while incomplete.

    Times in microseconds; ``blocking_us`` is how long processes had to hold messages for it in
    all, ``saving_us`` how long they were busy saving. ``gather_messages``: None where no parts
    are gathered.
    """

    id: str
    status: str
    consistent: bool | None
    sound: bool | None
    orphans: int
    missing: int
    extra: int
    recorded_messages: int
    control_messages: int
    piggyback_bytes: int
    duration_us: int | None
    blocking_us: int
    saving_us: int = 0
    gather_messages: int | None = None


@dataclass(frozen=True)
class Trial:
    """The run under one protocol. ``refusal`` says in words why there is none.

    ``received``: application messages received by the end of the run.
    """

    protocol: str
    refusal: str
    snapshots: tuple[Figures, ...]
    received: int
    assumptions: tuple[Assumption, ...]

    @property
    def outcome(self) -> str:
        """``refused``, ``no snapshot``, ``wrong``, ``incomplete`` or ``sound``, the worst first."""
        if self.refusal:
            return "refused"
        if not self.snapshots:
            return "no snapshot"
        if any(figures.sound is False for figures in self.snapshots):
            return "wrong"
        return "sound" if all(figures.sound for figures in self.snapshots) else "incomplete"

    def total(self, figure: str) -> int:
        """A figure summed over the snapshots; unfinished ones count no duration."""
        return sum(getattr(figures, figure) or 0 for figures in self.snapshots)


@dataclass(frozen=True)
class Comparison:
    """Trials in the order asked for. ``received_without``: messages received with no snapshot."""

    scenario: Scenario
    until_us: int
    received_without: int
    trials: tuple[Trial, ...]

    def per_second(self, received: int) -> float | None:
        """Messages received in a second of virtual time; None of a run without length."""
        return received * US_PER_S / self.until_us if self.until_us else None

    def throughput(self, trial: Trial) -> float | None:
        """Messages received, as a share of those received when no snapshot is taken."""
        if trial.refusal or not self.received_without:
            return None
        return trial.received / self.received_without


def compare(
    scenario: Scenario,
    protocols: Sequence[str] = (),
    until_us: int | None = None,
    *,
    progress: Progress | None = None,
    should_stop: ShouldStop | None = None,
) -> Comparison:
    """Run a scenario under each protocol; no names: under all there are.

    ``progress`` hears the share done, 0 to 1; ``should_stop`` is asked every so often. Raises
    ScenarioError for an unknown protocol or a scenario that cannot be run at all, Cancelled when
    told to stop. A protocol that refuses this scenario is no error: its trial says why.
    """
    comparing = Comparing(scenario, protocols, until_us)
    while not comparing.advance(SLICE):
        if progress is not None:
            progress(comparing.progress)
        if should_stop is not None and should_stop():
            raise Cancelled
    if progress is not None:
        progress(1.0)
    return comparing.finish()


class Comparing:
    """A comparison in slices: ``advance`` until it says True, then ``finish``."""

    def __init__(
        self, scenario: Scenario, protocols: Sequence[str] = (), until_us: int | None = None
    ) -> None:
        self._scenario = scenario
        self._until_us = scenario.duration_us if until_us is None else until_us
        self._protocols = list(dict.fromkeys(protocols or SNAPSHOT_PROTOCOLS))
        self._variants = [with_protocol(scenario, name) for name in self._protocols]
        self._trials: list[Trial] = []
        self._received_without: int | None = None
        plain = without_snapshots(scenario)
        self._simulation: Simulation | None = Simulation(plain, self._until_us)

    @property
    def progress(self) -> float:
        """Runs done, 0 to 1."""
        done = 0 if self._received_without is None else 1 + len(self._trials)
        here = self._simulation.progress if self._simulation is not None else 0.0
        return min(1.0, (done + here) / (1 + len(self._protocols)))

    @property
    def rows(self) -> int:
        """How many things have happened so far in the run under way."""
        return 0 if self._simulation is None else self._simulation.rows

    def advance(self, max_steps: int | None = None) -> bool:
        """Go on by at most so many instants of one run; True when all runs are done."""
        if self._simulation is not None and self._simulation.advance(max_steps):
            self._take_in(self._simulation.finish())
        return self._simulation is None

    def finish(self) -> Comparison:
        """The comparison, once ``advance`` has said True."""
        received = self._received_without or 0
        return Comparison(self._scenario, self._until_us, received, tuple(self._trials))

    def _take_in(self, run: Run) -> None:
        if self._received_without is None:
            self._received_without = run.message_count
        else:
            self._trials.append(trial(self._protocols[len(self._trials)], run))
        self._begin_next()

    def _begin_next(self) -> None:
        """Set up the next run that its protocol does not refuse."""
        self._simulation = None
        while self._simulation is None and len(self._trials) < len(self._protocols):
            place = len(self._trials)
            try:
                self._simulation = Simulation(self._variants[place], self._until_us)
            except ScenarioError as error:
                self._trials.append(_refused(self._protocols[place], self._variants[place], error))


def without_snapshots(scenario: Scenario) -> Scenario:
    """The scenario with no snapshot in its script."""
    script = tuple(action for action in scenario.script if not isinstance(action, TakeSnapshot))
    return replace(scenario, script=script)


def trial(protocol: str, run: Run) -> Trial:
    """What a run under a protocol came to."""
    found = assumptions(SNAPSHOT_PROTOCOLS[protocol], run.scenario, run)
    return Trial(protocol, "", _figures_of(run), run.message_count, found)


def _figures_of(run: Run) -> tuple[Figures, ...]:
    pause_us = run.scenario.save_pause_us
    return tuple(
        replace(figures(snapshot), saving_us=pause_us * len(snapshot.records))
        for snapshot in run.snapshots
    )


def _refused(protocol: str, scenario: Scenario, error: ScenarioError) -> Trial:
    found = assumptions(SNAPSHOT_PROTOCOLS[protocol], scenario, None)
    return Trial(protocol, str(error), (), 0, found)


def figures(snapshot: Snapshot) -> Figures:
    """One snapshot of a run in numbers."""
    verdict, cost = snapshot.verdict, snapshot.cost
    return Figures(
        id=snapshot.id,
        status=snapshot.status,
        consistent=None if verdict is None else verdict.consistent,
        sound=None if verdict is None else verdict.sound,
        orphans=len(verdict.orphans) if verdict else 0,
        missing=len(verdict.missing) if verdict else 0,
        extra=len(verdict.extra) if verdict else 0,
        recorded_messages=sum(map(len, snapshot.channels.values())),
        control_messages=cost.control_messages,
        piggyback_bytes=cost.piggyback_bytes,
        duration_us=cost.duration_us,
        blocking_us=cost.blocking_us,
        gather_messages=getattr(cost, "gather_messages", None),
    )
