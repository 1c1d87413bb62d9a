"""A scenario becomes a run: this is where the engine gets the algorithms of the registry."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from snapviz.engine import resume as resuming
from snapviz.engine.freeze import outstanding, undecided
from snapviz.engine.script import unsupported, unsupported_action
from snapviz.engine.simulator import ProtocolTable, Simulator
from snapviz.engine.trace import Outstanding
from snapviz.protocols.registry import (
    AGREEMENT,
    CHECKPOINTING,
    CLOCK_SYNCS,
    KEEPING,
    LOGGING,
    SNAPSHOT_PROTOCOLS,
    WORKLOADS,
)
from snapviz.protocols.snapshots.global_clock import GlobalClock
from snapviz.recovery import recovering
from snapviz.run import Run
from snapviz.scenario import Problem, ScenarioError
from snapviz.scenario.branching import branch_scenario
from snapviz.scenario.model import Scenario, TakeSnapshot


class Simulation:
    """A run in slices: ``advance`` until it says True, then ``finish``.

    ``before_us``: of an earlier run only what happened until then is taken over.
    """

    def __init__(
        self,
        scenario: Scenario,
        until_us: int | None = None,
        earlier: Run | None = None,
        before_us: int | None = None,
    ) -> None:
        refuse_unsupported(scenario)
        protocols = {**SNAPSHOT_PROTOCOLS, **CLOCK_SYNCS, **CHECKPOINTING, **LOGGING}
        protocols |= {**AGREEMENT, **KEEPING}
        self._simulator = Simulator(scenario, protocols, WORKLOADS, until_us, recovering)
        if earlier is not None:
            self._go_on_from(earlier, protocols, before_us)

    def _go_on_from(self, earlier: Run, protocols: ProtocolTable, before_us: int | None) -> None:
        new = self._simulator
        until_us = min(earlier.until_us, new.until_us)
        until_us = until_us if before_us is None else min(until_us, before_us)
        key = resuming.first_difference(earlier.scenario, new.scenario, until_us, earlier.trace)
        frame = resuming.usable_keyframe(earlier.keyframes, key, new.scenario, protocols)
        if frame is not None:
            resuming.resume(new, earlier.trace, frame, earlier.keyframes)

    def advance(self, max_steps: int | None = None) -> bool:
        """Go on by at most so many instants; True when nothing is left to happen."""
        return self._simulator.advance(max_steps)

    @property
    def done(self) -> bool:
        """Nothing is left to happen."""
        return self._simulator.done

    @property
    def rows(self) -> int:
        """How many things have happened so far."""
        return self._simulator.columns.row_count

    @property
    def messages(self) -> int:
        """How many messages have been put on channels so far."""
        return len(self._simulator.columns.payloads)

    @property
    def progress(self) -> float:
        """Virtual time covered, 0 to 1."""
        simulator = self._simulator
        return 1.0 if simulator.done else simulator.now_us / max(1, simulator.until_us)

    def outstanding(self) -> list[Outstanding]:
        """What the snapshots that are not over wait for just now."""
        return list(outstanding(self._simulator))

    def undecided(self) -> list[Outstanding]:
        """What those wait for just now who are to agree on a snapshot."""
        return list(undecided(self._simulator))

    def given_up(self) -> set[int]:
        """The snapshots that have failed or been aborted so far, by number."""
        snapshots = enumerate(self._simulator.snapshots)
        return {number for number, opened in snapshots if opened.failure is not None}

    def finish(self) -> Run:
        """The run as far as it has come."""
        return Run(self._simulator)

    def close(self) -> None:
        """Give back the memory it works with, at once. Finished runs stay; it cannot go on."""
        self._simulator.take_apart()


def simulate(
    scenario: Scenario,
    until_us: int | None = None,
    earlier: Run | None = None,
) -> Run:
    """Run a scenario to its end, or to ``until_us`` (microseconds, inclusive).

    ``earlier``: a run of a scenario this one was edited from; what both share is
    not computed again. Raises ScenarioError for what this version cannot run.
    """
    simulation = Simulation(scenario, until_us, earlier)
    simulation.advance()
    run = simulation.finish()
    simulation.close()
    return run


def retold(run: Run, scenario: Scenario) -> Run | None:
    """The run of a scenario that differs in words and positions only; None if it must be run."""
    if run.until_us != scenario.duration_us or not resuming.same_run(run.scenario, scenario):
        return None
    return run.retold(scenario)


def refuse_unsupported(scenario: Scenario) -> None:
    """Raise ScenarioError naming everything in a valid scenario that cannot be run yet."""
    _refuse(unsupported(scenario, {*CHECKPOINTING, *LOGGING, *AGREEMENT}))


def _refuse(found: Iterable[tuple[str, str]]) -> None:
    problems = [Problem(path, message) for path, message in found]
    if problems:
        raise ScenarioError(problems)


def with_protocol(scenario: Scenario, protocol: str) -> Scenario:
    """The scenario with every snapshot taken by the given protocol. Raises ScenarioError.

    What a process starts at t becomes what the clocks start at their t, and the other way round;
    the first process then starts it.
    """
    if protocol not in SNAPSHOT_PROTOCOLS:
        known = ", ".join(SNAPSHOT_PROTOCOLS)
        raise ScenarioError([Problem("--protocol", f"no protocol {protocol!r}; allowed: {known}")])
    script = tuple(
        _taken_by(protocol, action, scenario) if isinstance(action, TakeSnapshot) else action
        for action in scenario.script
    )
    return replace(scenario, script=script)


def _taken_by(protocol: str, action: TakeSnapshot, scenario: Scenario) -> TakeSnapshot:
    by_clock = protocol == GlobalClock.NAME
    if by_clock == (action.initiator is None):
        return replace(action, protocol=protocol)
    if not by_clock:
        first, at_us = scenario.processes[0].id, max(action.at_us, action.at_local_us)
        return replace(action, protocol=protocol, at_us=at_us, initiator=first, at_local_us=None)
    # Told early enough for the fastest clock not to have passed the time already.
    ahead_us = max(0, *(process.clock.offset_us for process in scenario.processes))
    at_us, local_us = max(0, action.at_us - ahead_us), action.at_us
    return replace(action, protocol=protocol, at_us=at_us, initiator=None, at_local_us=local_us)


def on_branch(scenario: Scenario, name: str) -> Scenario:
    """The scenario a branch stands for: the script before ``from_us``, then the branch's own.

    Raises ScenarioError if there is no such branch.
    """
    names = [branch.name for branch in scenario.branches]
    if name not in names:
        known = ", ".join(names) or "none"
        raise ScenarioError([Problem("--branch", f"no branch {name!r}; there are: {known}")])
    place = names.index(name)
    branch = scenario.branches[place]
    shared = [
        (f"script[{i}]", a) for i, a in enumerate(scenario.script) if a.at_us < branch.from_us
    ]
    own = [(f"branches[{place}].script[{i}]", a) for i, a in enumerate(branch.script)]
    # Named by their places in the file, which the joined script no longer knows.
    _refuse(
        problem
        for path, action in shared + own
        for problem in unsupported_action(action, path, AGREEMENT)
    )
    return branch_scenario(scenario, name)
